/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"
#include "text-style.h"

G_BEGIN_DECLS

/* Text sizes, per cent of the usual one, as style.css has them. */
#define DL_TEXT_SIZE_LEAST 80
#define DL_TEXT_SIZE_USUAL 100
#define DL_TEXT_SIZE_MOST 200
#define DL_TEXT_SIZE_STEP 10

#define DL_TYPE_ARTICLE_VIEW (dl_article_view_get_type ())
G_DECLARE_FINAL_TYPE (DlArticleView, dl_article_view, DL, ARTICLE_VIEW, GtkWidget)

GtkWidget *dl_article_view_new (void);
DlSession *dl_article_view_get_session (DlArticleView *self);
void dl_article_view_set_session (DlArticleView *self, DlSession *session);

DlTypeface dl_article_view_get_typeface (DlArticleView *self);
void dl_article_view_set_typeface (DlArticleView *self, DlTypeface typeface);
guint dl_article_view_get_text_size (DlArticleView *self);
void dl_article_view_set_text_size (DlArticleView *self, guint percent);

gsize dl_article_view_get_place (DlArticleView *self);
void dl_article_view_go_to (DlArticleView *self, gsize byte);

G_END_DECLS
