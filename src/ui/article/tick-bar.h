/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-text.h"

G_BEGIN_DECLS

#define DL_TYPE_TICK_BAR (dl_tick_bar_get_type ())
G_DECLARE_FINAL_TYPE (DlTickBar, dl_tick_bar, DL, TICK_BAR, GtkWidget)

GtkWidget *dl_tick_bar_new (DlArticleText *text);
void dl_tick_bar_set_session (DlTickBar *self, DlSession *session);
guint dl_tick_bar_get_n_ticks (DlTickBar *self);

G_END_DECLS
