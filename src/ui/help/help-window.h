/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DL_TYPE_HELP_WINDOW (dl_help_window_get_type ())
G_DECLARE_FINAL_TYPE (DlHelpWindow, dl_help_window, DL, HELP_WINDOW, AdwWindow)

GtkWidget *dl_help_window_new (void);
const char *dl_help_window_get_page (DlHelpWindow *self);

G_END_DECLS
