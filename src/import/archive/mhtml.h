/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Multipart bodies in each other. */
#define DL_MHTML_MAX_DEPTH 8
/* Of one part, its lines joined. */
#define DL_MHTML_MAX_HEADERS (64 * 1024)

gboolean dl_mhtml_is_mhtml (GBytes *bytes);
GBytes *dl_mhtml_find_picture (const char *address, gpointer archive);
GBytes *dl_mhtml_find_page (GBytes *bytes, char **address, GError **error);

G_END_DECLS
