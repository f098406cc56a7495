/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-text.h"

G_BEGIN_DECLS

#define DL_TYPE_FIND_BAR (dl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (DlFindBar, dl_find_bar, DL, FIND_BAR, GtkWidget)

GtkWidget *dl_find_bar_new (DlArticleText *text);
void dl_find_bar_set_session (DlFindBar *self, DlSession *session);
void dl_find_bar_open (DlFindBar *self, const char *words);
void dl_find_bar_close (DlFindBar *self);
void dl_find_bar_step (DlFindBar *self, int step);

G_END_DECLS
