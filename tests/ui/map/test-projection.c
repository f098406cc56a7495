/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-projection.h"

#include <math.h>

/* What PROJ 9 gives for “+proj=eqearth +R=6378137”, in metres to the centimetre: the table of
 * its own regression test (test/gie/builtins.gie). */
#define RADIUS 6378137.0

static const struct
{
  double lambda, phi, x, y;
} published[] = {
  { 0, 0, 0, 0 },
  { -180, 90, -10227908.09, 8402320.16 },
  { 0, 90, 0, 8402320.16 },
  { 180, 90, 10227908.09, 8402320.16 },
  { 180, 45, 14795421.79, 5486671.72 },
  { 180, 0, 17263256.84, 0 },
  { -70, -31.2, -6244707.88, -3924893.29 },
};

static void
test_forward (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      double x, y;

      dl_equal_earth_forward (published[i].lambda, published[i].phi, &x, &y);
      g_assert_cmpfloat_with_epsilon (x * RADIUS, published[i].x, 0.01);
      g_assert_cmpfloat_with_epsilon (y * RADIUS, published[i].y, 0.01);
    }
}

static void
test_inverse (void)
{
  for (int lambda = -180; lambda <= 180; lambda += 15)
    for (int phi = -90; phi <= 90; phi += 5)
      {
        double x, y, l, p;

        dl_equal_earth_forward (lambda, phi, &x, &y);
        g_assert_true (dl_equal_earth_inverse (x, y, &l, &p));
        g_assert_cmpfloat_with_epsilon (l, lambda, 1e-8);
        g_assert_cmpfloat_with_epsilon (p, phi, 1e-6);
      }
}

static void
test_outside (void)
{
  static const struct
  {
    double x, y;
  } rows[] = {
    { 0, 1.32 }, { 0, -1.32 }, { 2.71, 0 }, { -2.71, 0 }, { 2.7, 1.3 }, { NAN, NAN },
  };
  double lambda, phi;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_false (dl_equal_earth_inverse (rows[i].x, rows[i].y, &lambda, &phi));
}

static void
test_extent (void)
{
  double x, y;

  dl_equal_earth_forward (180, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, DL_MAP_MAX_X, 1e-12);
  dl_equal_earth_forward (0, 90, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, DL_MAP_MAX_Y, 1e-12);
}

/* The whole of Chukotka and of Fiji lies east of the middle, Alaska west. */
static void
test_seam (void)
{
  static const struct
  {
    double lon, lat;
    gboolean east;
  } rows[] = {
    { 178, -18, TRUE },  { -178, -18, TRUE }, { -170, 66, TRUE }, { 180, 0, TRUE },
    { -168, 65, FALSE }, { -165, 65, FALSE }, { 11.5, 0, TRUE },  { 10.5, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double x, y, lon, lat;

      dl_map_project (rows[i].lon, rows[i].lat, &x, &y);
      g_assert_true ((x > 0) == rows[i].east);
      g_assert_true ((y < 0) == (rows[i].lat > 0));
      g_assert_true (dl_map_unproject (x, y, &lon, &lat));
      g_assert_cmpfloat_with_epsilon (lon, rows[i].lon, 1e-8);
      g_assert_cmpfloat_with_epsilon (lat, rows[i].lat, 1e-8);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/map/projection/forward", test_forward);
  g_test_add_func ("/ui/map/projection/inverse", test_inverse);
  g_test_add_func ("/ui/map/projection/outside", test_outside);
  g_test_add_func ("/ui/map/projection/extent", test_extent);
  g_test_add_func ("/ui/map/projection/seam", test_seam);

  return g_test_run ();
}
