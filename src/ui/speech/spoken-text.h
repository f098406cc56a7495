/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

/* What is said at once is no longer than this, bytes: a sentence without an end is cut. */
#define DL_SPOKEN_TEXT_MAX 2000

GArray *dl_spoken_text_split (DlArticle *article, guint block);
guint dl_spoken_text_find_block (DlArticle *article, gsize byte);
const char *dl_spoken_text_get_language (DlArticle *article, guint block);

G_END_DECLS
