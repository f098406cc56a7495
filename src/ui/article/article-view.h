/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_ARTICLE_VIEW (dl_article_view_get_type ())
G_DECLARE_FINAL_TYPE (DlArticleView, dl_article_view, DL, ARTICLE_VIEW, GtkWidget)

GtkWidget *dl_article_view_new (void);
DlSession *dl_article_view_get_session (DlArticleView *self);
void dl_article_view_set_session (DlArticleView *self, DlSession *session);

void dl_article_view_set_typeface (DlArticleView *self, gboolean serif);
void dl_article_view_set_text_size (DlArticleView *self, guint percent);

G_END_DECLS
