/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* So many rows are there at once: they fill a panel. */
#define DL_GRADUAL_LIST_FIRST 10

#define DL_TYPE_GRADUAL_LIST (dl_gradual_list_get_type ())
G_DECLARE_FINAL_TYPE (DlGradualList, dl_gradual_list, DL, GRADUAL_LIST, GObject)

DlGradualList *dl_gradual_list_new (void);
void dl_gradual_list_set_rows (DlGradualList *self, GListModel *rows);
void dl_gradual_list_clear (DlGradualList *self);
GListModel *dl_gradual_list_get_rows (DlGradualList *self);
void dl_gradual_list_reach (DlGradualList *self, guint position);

G_END_DECLS
