/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

gboolean dl_address_finder_find (DlArticle *article, DlSpan within, DlSpan *found);
char *dl_address_finder_dup_at (DlArticle *article, gsize byte, DlSpan *found);
gboolean dl_address_finder_find_step (DlArticle *article, gsize byte, int step, DlSpan *found);

G_END_DECLS
