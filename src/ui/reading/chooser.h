/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DlChooserFunc:
 * @item: of the list
 * @depth: (out): how many steps it stands within others, 0 at first
 *
 * Returns: (transfer full): its words
 */
typedef char *(*DlChooserFunc) (gpointer item, guint *depth, gpointer user_data);

#define DL_TYPE_CHOOSER (dl_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DlChooser, dl_chooser, DL, CHOOSER, GtkPopover)

GtkWidget *dl_chooser_new (void);
void
dl_chooser_set_items (DlChooser *self, GListModel *items, DlChooserFunc func, gpointer user_data);
void dl_chooser_set_current (DlChooser *self, guint position);
guint dl_chooser_get_current (DlChooser *self);

G_END_DECLS
