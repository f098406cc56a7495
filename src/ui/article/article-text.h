/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_ARTICLE_TEXT (dl_article_text_get_type ())
G_DECLARE_FINAL_TYPE (DlArticleText, dl_article_text, DL, ARTICLE_TEXT, GtkTextView)

GtkWidget *dl_article_text_new (void);
void dl_article_text_set_line_spacing (DlArticleText *self, int spacing_px);
void dl_article_text_set_session (DlArticleText *self, DlSession *session);

char *dl_article_text_dup_address (DlArticleText *self, double x, double y);
char *dl_article_text_dup_address_at_caret (DlArticleText *self);
char *dl_article_text_dup_selected_address (DlArticleText *self);
guint dl_article_text_find_mention (DlArticleText *self, double x, double y);
guint dl_article_text_find_mention_at_caret (DlArticleText *self);
guint dl_article_text_find_step (DlArticleText *self, gboolean of_entity, int step);
gboolean dl_article_text_get_mention_area (DlArticleText *self,
                                           guint mention,
                                           double near_y,
                                           GdkRectangle *area);
double dl_article_text_get_position (DlArticleText *self, gsize byte);
gsize dl_article_text_find_position (DlArticleText *self, double position);
double dl_article_text_get_char_width (DlArticleText *self);

void dl_article_text_set_hits (DlArticleText *self, GArray *hits);
void dl_article_text_show_hit (DlArticleText *self, guint hit);
gsize dl_article_text_get_first_in_sight (DlArticleText *self);
void dl_article_text_step_address (DlArticleText *self, int step);
void dl_article_text_go_to (DlArticleText *self, gsize byte);

G_END_DECLS
