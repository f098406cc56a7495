/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_COLUMNS_LAYOUT (dl_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (DlColumnsLayout, dl_columns_layout, DL, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
