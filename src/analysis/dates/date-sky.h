/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64 dl_date_sky_get_new_moon (int moon, int zone);
int dl_date_sky_find_moon (gint64 day, int zone);
gint64 dl_date_sky_find_sun (int year, int longitude, int zone);
int dl_date_sky_get_sign (gint64 day, int zone);

G_END_DECLS
