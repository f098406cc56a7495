/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* No file larger than this is read. */
#define DL_IMPORT_MAX_BYTES (64 * 1024 * 1024)

GBytes *dl_file_bytes_load (GFile *file, GCancellable *cancellable, GError **error);
GBytes *dl_file_bytes_drain (GInputStream *stream, GCancellable *cancellable, GError **error);
void dl_file_bytes_set_too_large (GError **error, guint limit);

G_END_DECLS
