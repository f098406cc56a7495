/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-shapes.h"

#include <math.h>
#include <string.h>

#include "error.h"

static char *
dup_path (void)
{
  return g_build_filename (g_getenv ("DATELINE_DATADIR"), "map.dat", NULL);
}

static DlMapShapes *
open_map (void)
{
  g_autofree char *path = dup_path ();
  g_autoptr (GError) error = NULL;
  DlMapShapes *shapes = dl_map_shapes_open (path, &error);

  g_assert_no_error (error);

  return shapes;
}

static void
assert_refused (const void *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_map_shapes_new (bytes, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_DATA);
}

/* Two countries of one square each, and the line between them. */
typedef struct
{
  DlMapHeader header;
  DlMapRecord countries[2];
  DlMapRing rings[3];
  DlMapPoint points[10];
} SmallMap;

static SmallMap
create_small_map (void)
{
  SmallMap map = {
    .header = {
      .magic = DL_MAP_MAGIC,
      .byte_order = DL_MAP_BYTE_ORDER,
      .length = sizeof (SmallMap),
      .n_countries = 2,
      .n_rings = 3,
      .n_points = 10,
      .lines = { { 2, 1 }, { 2, 1 } },
    },
    .countries = {
      { "AA", { 50, 50 }, { 0, 0 }, { 100, 100 }, { { 0, 1 }, { 0, 1 } } },
      { "BB", { 150, 50 }, { 100, 0 }, { 200, 100 }, { { 1, 1 }, { 1, 1 } } },
    },
    .rings = {
      { 0, 4, { 0, 0 }, { 100, 100 } },
      { 4, 4, { 100, 0 }, { 200, 100 } },
      { 8, 2, { 100, 0 }, { 100, 100 } },
    },
    .points = {
      { 0, 0 }, { 100, 0 }, { 100, 100 }, { 0, 100 },
      { 100, 0 }, { 200, 0 }, { 200, 100 }, { 100, 100 },
      { 100, 0 }, { 100, 100 },
    },
  };

  return map;
}

static void
test_small (void)
{
  SmallMap map = create_small_map ();
  g_autoptr (GBytes) bytes = g_bytes_new (&map, sizeof map);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlMapShapes) shapes = dl_map_shapes_new (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (dl_map_shapes_find (shapes, "BB"), ==, 1);
  g_assert_cmpuint (dl_map_shapes_find (shapes, "ZZ"), ==, DL_NONE);
  g_assert_cmpuint (dl_map_shapes_find_at (shapes, 99 * DL_MAP_GRID, 50 * DL_MAP_GRID), ==, 0);
  g_assert_cmpuint (dl_map_shapes_find_at (shapes, 101 * DL_MAP_GRID, 50 * DL_MAP_GRID), ==, 1);
  g_assert_cmpuint (dl_map_shapes_find_at (shapes, 201 * DL_MAP_GRID, 50 * DL_MAP_GRID), ==,
                    DL_NONE);
}

static void
test_cut_short (void)
{
  SmallMap map = create_small_map ();

  for (gsize size = 0; size < sizeof map; size++)
    assert_refused (&map, size);
}

static void
test_real_cut_short (void)
{
  g_autofree char *path = dup_path ();
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  for (gsize length = 0; length < size; length += length < 4096 ? 1 : 4093)
    assert_refused (data, length);
  assert_refused (data, size - 1);
}

/* Each number of the small map that leads somewhere, led astray. */
static void
test_astray (void)
{
  static const struct
  {
    gsize offset;
    guint32 value;
  } rows[] = {
    { G_STRUCT_OFFSET (SmallMap, header.magic), 0 },
    { G_STRUCT_OFFSET (SmallMap, header.byte_order), 0x04030201 },
    { G_STRUCT_OFFSET (SmallMap, header.length), sizeof (SmallMap) + 4 },
    { G_STRUCT_OFFSET (SmallMap, header.n_countries), 3 },
    { G_STRUCT_OFFSET (SmallMap, header.n_countries), G_MAXUINT32 },
    { G_STRUCT_OFFSET (SmallMap, header.n_rings), G_MAXUINT32 },
    { G_STRUCT_OFFSET (SmallMap, header.n_points), G_MAXUINT32 },
    { G_STRUCT_OFFSET (SmallMap, header.lines[0].first_ring), 3 },
    { G_STRUCT_OFFSET (SmallMap, header.lines[1].n_rings), G_MAXUINT32 },
    { G_STRUCT_OFFSET (SmallMap, countries[0].code), 0x41414141 },
    { G_STRUCT_OFFSET (SmallMap, countries[0].rings[0].first_ring), 4 },
    { G_STRUCT_OFFSET (SmallMap, countries[1].rings[1].n_rings), 3 },
    { G_STRUCT_OFFSET (SmallMap, rings[0].first_point), 11 },
    { G_STRUCT_OFFSET (SmallMap, rings[1].n_points), 7 },
    { G_STRUCT_OFFSET (SmallMap, rings[2].n_points), 0 },
    { G_STRUCT_OFFSET (SmallMap, rings[2].n_points), G_MAXUINT32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmallMap map = create_small_map ();

      memcpy ((char *) &map + rows[i].offset, &rows[i].value, sizeof rows[i].value);
      assert_refused (&map, sizeof map);
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_map_shapes_open ("/nonexistent/map.dat", &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_DATA);
}

static void
test_hit (void)
{
  static const struct
  {
    double lon, lat;
    const char *code; /* NULL: nobody's */
  } rows[] = {
    { 127.0, 37.5, "KR" },  { -100, 40, "US" },     { -150, 65, "US" },    { 100, 60, "RU" },
    { 179.5, 67.5, "RU" },  { -175, 67, "RU" },     { 20.5, 54.7, "RU" },  { 178, -17.8, "FJ" },
    { 179.2, -16.6, "FJ" }, { 103.8, 1.36, "SG" },  { 2.35, 48.85, "FR" }, { 106.7, 10.8, "VN" },
    { 33.5, 35.3, "CY" },   { 33.0, 34.9, "CY" },   { 45.0, 9.9, "SO" },   { 45.3, 2.1, "SO" },
    { 20.9, 42.6, "XK" },   { 34.2, 45.1, "UA" },   { -13, 25, "EH" },     { 34.35, 31.4, "PS" },
    { 0, -85, "AQ" },       { -179.9, -88, "AQ" },  { 168.9, -86, "AQ" },  { 105.65, -10.49, "CX" },
    { 28.3, -29.5, "LS" },  { 12.45, 43.94, "SM" }, { -30, 40, NULL },     { 180, 0, NULL },
    { 51, 42, NULL },       { 77.2, 35.4, NULL },
  };
  g_autoptr (DlMapShapes) shapes = open_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double x, y;
      guint country;

      dl_map_project (rows[i].lon, rows[i].lat, &x, &y);
      country = dl_map_shapes_find_at (shapes, x, y);
      g_test_message ("%g %g", rows[i].lon, rows[i].lat);
      g_assert_cmpstr (country == DL_NONE ? NULL : dl_map_shapes_get_code (shapes, country), ==,
                       rows[i].code);
    }
}

/* By the size of the frame in degrees: of 360 across, and 180 down. */
static void
test_main_box (void)
{
  static const struct
  {
    const char *code;
    double west, south, east, north;
  } rows[] = {
    { "US", -126, 24, -66, 50 },   { "FR", -6, 41, 10, 52 }, { "RU", 19, 41, -169.01, 82 },
    { "FJ", 176, -20, -178, -15 }, { "NO", 4, 57, 32, 72 },  { "JP", 128, 30, 146, 46 },
    { "NZ", 166, -48, 179, -34 },  { "ES", -10, 35, 5, 44 }, { "SG", 103, 1, 105, 2 },
    { "GF", -53.2, 3.8, -53, 4 },
  };
  g_autoptr (DlMapShapes) shapes = open_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlMapBox box = dl_map_shapes_get_main_box (shapes, dl_map_shapes_find (shapes, rows[i].code));
      double x, y0, y1, west, east;

      dl_map_project (0, rows[i].north, &x, &y0);
      dl_map_project (0, rows[i].south, &x, &y1);
      dl_map_project (rows[i].west, (rows[i].north + rows[i].south) / 2, &west, &x);
      dl_map_project (rows[i].east, (rows[i].north + rows[i].south) / 2, &east, &x);
      g_test_message ("%s", rows[i].code);
      g_assert_cmpfloat (box.y0, >=, y0);
      g_assert_cmpfloat (box.y1, <=, y1);
      g_assert_cmpfloat (box.x0 + box.x1, >=, 2 * west);
      g_assert_cmpfloat (box.x0 + box.x1, <=, 2 * east);
      /* Parallels differ in length: a slanting country is wider than its degrees say. */
      g_assert_cmpfloat (box.x1 - box.x0, <, 1.7 * (east - west));
    }
}

/* No ring leaves the map or crosses it: the stripe that a ring over 180° would draw has an
 * edge of half the world. */
static void
test_no_stripes (void)
{
  g_autoptr (DlMapShapes) shapes = open_map ();

  for (guint i = 0; i < dl_map_shapes_get_n_countries (shapes); i++)
    for (guint detail = 0; detail < DL_N_MAP_DETAILS; detail++)
      {
        guint n_rings;
        const DlMapRing *rings = dl_map_shapes_get_rings (shapes, i, detail, &n_rings);

        for (guint j = 0; j < n_rings; j++)
          {
            const DlMapPoint *points = dl_map_shapes_get_points (shapes, &rings[j]);

            for (guint k = 0; k < rings[j].n_points; k++)
              {
                const DlMapPoint *a = &points[k], *b = &points[(k + 1) % rings[j].n_points];
                double lon, lat;
                gboolean along_pole = a->y == b->y && a->y * DL_MAP_GRID > DL_MAP_MAX_Y - 1e-4;

                g_assert_true (along_pole || abs (a->x - b->x) < 6000);
                /* A step of the grid inwards, for the rounding. */
                g_assert_true (dl_map_unproject ((a->x - (a->x > 0) + (a->x < 0)) * DL_MAP_GRID,
                                                 (a->y - (a->y > 0) + (a->y < 0)) * DL_MAP_GRID,
                                                 &lon, &lat));
              }
          }
      }
}

/* Every code of ISO 3166-1, and Kosovo, can be pointed at. */
static void
test_complete (void)
{
  g_autoptr (DlMapShapes) shapes = open_map ();
  guint n_points = 0;

  g_assert_cmpuint (dl_map_shapes_get_n_countries (shapes), ==, 251);
  for (guint i = 0; i < dl_map_shapes_get_n_countries (shapes); i++)
    n_points += !dl_map_shapes_has_shape (shapes, i);
  g_assert_cmpuint (n_points, ==, 13);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/map/shapes/small", test_small);
  g_test_add_func ("/ui/map/shapes/cut-short", test_cut_short);
  g_test_add_func ("/ui/map/shapes/real-cut-short", test_real_cut_short);
  g_test_add_func ("/ui/map/shapes/astray", test_astray);
  g_test_add_func ("/ui/map/shapes/missing", test_missing);
  g_test_add_func ("/ui/map/shapes/hit", test_hit);
  g_test_add_func ("/ui/map/shapes/main-box", test_main_box);
  g_test_add_func ("/ui/map/shapes/no-stripes", test_no_stripes);
  g_test_add_func ("/ui/map/shapes/complete", test_complete);

  return g_test_run ();
}
