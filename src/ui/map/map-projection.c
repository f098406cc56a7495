/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-projection.h"

#include <math.h>

/* The Equal Earth projection on a sphere of radius 1: B. Šavrič, T. Patterson, B. Jenny,
 * “The Equal Earth map projection”, International Journal of Geographical Information
 * Science 33 (3), 2019 (on line 2018), doi 10.1080/13658816.2018.1504949, equations 1 to 5.
 * The four coefficients are the paper's.
 *
 * Map units are those of the projection with y pointing down, as on a screen, and
 * %DL_MAP_MERIDIAN in the middle. */

#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

/* Newton's method gains about two digits a step from where it begins here; twelve are spare. */
#define MAX_STEPS 12
#define PRECISION 1e-12

static const double M = 0.86602540378443864676; /* √3 / 2 */

static double
height (double theta)
{
  double t2 = theta * theta, t6 = t2 * t2 * t2;

  return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

static double
slope (double theta)
{
  double t2 = theta * theta, t6 = t2 * t2 * t2;

  return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

/**
 * dl_equal_earth_forward:
 * @lambda: degrees east of the central meridian; beyond ±180 the point falls outside the
 *   outline, on the line of its parallel
 * @phi: degrees north, −90 to 90
 * @x: (out): to the right
 * @y: (out): upwards
 */
void
dl_equal_earth_forward (double lambda, double phi, double *x, double *y)
{
  double theta = asin (M * sin (phi * G_PI / 180));

  *x = lambda * G_PI / 180 * cos (theta) / (M * slope (theta));
  *y = height (theta);
}

/**
 * dl_equal_earth_inverse:
 * @lambda: (out): degrees east of the central meridian
 * @phi: (out): degrees north
 *
 * Returns: whether the point lies on the map
 */
gboolean
dl_equal_earth_inverse (double x, double y, double *lambda, double *phi)
{
  double theta = y, sine;

  if (!(fabs (y) <= DL_MAP_MAX_Y))
    return FALSE;

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      double step = (height (theta) - y) / slope (theta);

      theta -= step;
      if (fabs (step) < PRECISION)
        break;
    }

  sine = CLAMP (sin (theta) / M, -1, 1);
  *phi = asin (sine) * 180 / G_PI;
  *lambda = x * M * slope (theta) / cos (theta) * 180 / G_PI;

  return fabs (*lambda) <= 180 + PRECISION;
}

/**
 * dl_map_relative_longitude:
 * @lon: degrees east of Greenwich, −360 to 360
 *
 * Returns: degrees east of the map's central meridian, −180 to 180
 */
double
dl_map_relative_longitude (double lon)
{
  double lambda = lon - DL_MAP_MERIDIAN;

  if (lambda < -180)
    return lambda + 360;

  return lambda > 180 ? lambda - 360 : lambda;
}

/**
 * dl_map_project:
 * @lon: degrees east of Greenwich
 * @lat: degrees north
 * @x: (out): map units
 * @y: (out): map units, downwards
 */
void
dl_map_project (double lon, double lat, double *x, double *y)
{
  dl_equal_earth_forward (dl_map_relative_longitude (lon), lat, x, y);
  *y = -*y;
}

/**
 * dl_map_unproject:
 * @x: map units
 * @y: map units, downwards
 * @lon: (out): degrees east of Greenwich, −180 to 180
 * @lat: (out): degrees north
 *
 * Returns: whether the point lies on the map
 */
gboolean
dl_map_unproject (double x, double y, double *lon, double *lat)
{
  if (!dl_equal_earth_inverse (x, -y, lon, lat))
    return FALSE;

  *lon += DL_MAP_MERIDIAN;
  if (*lon > 180)
    *lon -= 360;

  return TRUE;
}
