/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"
#include "event-clock.h"

G_BEGIN_DECLS

char *dl_headline_dup_title (DlArticle *article);
char *dl_headline_dup_subtitle (DlArticle *article, DlAnnotations *annotations, DlClock clock);

G_END_DECLS
