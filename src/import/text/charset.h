/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dl_charset_can_be_declared (const char *name);
char *dl_charset_convert (const char *name, const char *data, gsize size, gsize *length);
char *dl_charset_convert_damaged (const char *name, const char *data, gsize size, gsize *length);

G_END_DECLS
