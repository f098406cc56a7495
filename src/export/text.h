/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

char *dl_text_from_annotations (DlAnnotations *annotations);
char *dl_text_from_article (DlArticle *article);

G_END_DECLS
