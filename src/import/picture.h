/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Less is a placeholder, a symbol or a counter. */
#define DL_PICTURE_MIN_BYTES 1024
#define DL_PICTURE_MAX_BYTES (8 * 1024 * 1024)

/* Returns: (transfer full) (nullable): what the file at @address holds, as it is in the archive */
typedef GBytes *(*DlPictureFinder) (const char *address, gpointer user_data);

gboolean dl_picture_is_picture (GBytes *bytes);
GBytes *dl_picture_find (const char *address, DlPictureFinder finder, gpointer user_data);

G_END_DECLS
