/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DL_TYPE_LIST (dl_list_get_type ())
G_DECLARE_FINAL_TYPE (DlList, dl_list, DL, LIST, GObject)

DlList *dl_list_new_take (GType item_type, GPtrArray *items);
guint dl_list_get_length (DlList *self);
gpointer dl_list_get (DlList *self, guint position);

void dl_list_drop_items (GPtrArray *items);

G_END_DECLS
