/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The meridian in the middle of the map, in degrees east.  The opposite one runs through
 * the Bering Strait and the open Pacific, so that Russia, Fiji and New Zealand stay whole. */
#define DL_MAP_MERIDIAN 11.0

/* Where the world ends in map units: half its width at the equator, and a pole. */
#define DL_MAP_MAX_X 2.7066299836960748
#define DL_MAP_MAX_Y 1.3173627591574133

void dl_equal_earth_forward (double lambda, double phi, double *x, double *y);
gboolean dl_equal_earth_inverse (double x, double y, double *lambda, double *phi);

double dl_map_relative_longitude (double lon);
void dl_map_project (double lon, double lat, double *x, double *y);
gboolean dl_map_unproject (double x, double y, double *lon, double *lat);

G_END_DECLS
