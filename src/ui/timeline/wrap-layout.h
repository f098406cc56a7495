/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_WRAP_LAYOUT (dl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DlWrapLayout, dl_wrap_layout, DL, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
