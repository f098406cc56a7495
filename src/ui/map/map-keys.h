/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dl_map_keys_bind (GtkWidgetClass *klass);
void dl_map_keys_bind_tab (GtkWidgetClass *klass);

G_END_DECLS
