/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

DlArticle *long_article (gsize bytes, gsize paragraph);
DlAnnotations *long_article_annotations (DlArticle *article);

G_END_DECLS
