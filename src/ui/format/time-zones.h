/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *dl_time_zones_find (const char *where);
gboolean dl_time_zones_get_offset (GPtrArray *self, gint64 seconds, int *offset);

int dl_time_zone_get_reader_offset (gint64 seconds);
char *dl_time_zone_format_place (const char *where, const char *locale);

G_END_DECLS
