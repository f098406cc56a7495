/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-view.h"

G_BEGIN_DECLS

#define DL_TYPE_OUTLINE (dl_outline_get_type ())
G_DECLARE_FINAL_TYPE (DlOutline, dl_outline, DL, OUTLINE, GtkWidget)

GListModel *dl_outline_list_headings (DlArticle *article);
guint dl_outline_find_heading (GListModel *headings, gsize byte);

void dl_outline_set_view (DlOutline *self, DlArticleView *view);
void dl_outline_popup (DlOutline *self);

G_END_DECLS
