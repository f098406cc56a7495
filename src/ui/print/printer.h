/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

gboolean
dl_printer_print (DlSession *session, GdkPaintable *map, GtkWindow *parent, GError **error);
gboolean
dl_printer_export (DlSession *session, GdkPaintable *map, const char *path, GError **error);

G_END_DECLS
