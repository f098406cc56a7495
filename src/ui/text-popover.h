/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_TEXT_POPOVER (dl_text_popover_get_type ())
G_DECLARE_FINAL_TYPE (DlTextPopover, dl_text_popover, DL, TEXT_POPOVER, GtkPopover)

GtkWidget *dl_text_popover_new (void);

G_END_DECLS
