/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *dl_help_page_find_folder (const char *const *languages);
GtkWidget *dl_help_page_load (const char *folder, const char *name, char **title, GError **error);

G_END_DECLS
