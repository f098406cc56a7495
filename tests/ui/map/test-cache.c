/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-cache.h"

#include <math.h>
#include <string.h>

#include "display.h"
#include "fixture.h"

#define WIDTH_PX 300
#define HEIGHT_PX 200

typedef struct
{
  DlSession *session;
  DlMapScene scene;
  PangoContext *context;
  DlMapCache cache;
  DlMapCamera camera; /* Europe */
  guint n_drawn;
} Fixture;

static void
drawn_cb (gpointer data)
{
  ((Fixture *) data)->n_drawn++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  double x, y;

  fixture->session = map_fixture_session ();
  g_assert_true (dl_map_scene_load (&fixture->scene));
  dl_map_scene_update (&fixture->scene, fixture->session);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  fixture->cache.drawn_cb = drawn_cb;
  fixture->cache.user_data = fixture;
  dl_map_camera_init (&fixture->camera, WIDTH_PX, HEIGHT_PX);
  dl_map_project (10, 50, &x, &y);
  dl_map_camera_frame (&fixture->camera, (DlMapBox){ x - 0.3, y - 0.2, x + 0.3, y + 0.2 });
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dl_map_cache_clear (&fixture->cache);
  dl_map_scene_clear (&fixture->scene);
  g_object_unref (fixture->context);
  g_assert_finalize_object (fixture->session);
}

static void
begin (Fixture *fixture, gboolean dark, int scale_factor)
{
  dl_map_cache_draw (&fixture->cache, &fixture->scene, dl_map_palette_get (dark, FALSE),
                     &fixture->camera, fixture->context, scale_factor);
}

static void
draw (Fixture *fixture, gboolean dark, int scale_factor)
{
  begin (fixture, dark, scale_factor);
  while (dl_map_cache_is_drawing (&fixture->cache))
    g_main_context_iteration (NULL, TRUE);
}

/* What a frame shows, in the pixels of the screen. */
static cairo_surface_t *
paint_frame (Fixture *fixture, const DlMapCamera *camera, gboolean textured, int scale_factor)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *frame = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH_PX * scale_factor,
                                                       HEIGHT_PX * scale_factor);
  cairo_t *cr;

  dl_map_cache_snapshot (&fixture->cache, camera, dl_map_palette_get (FALSE, FALSE), textured,
                         snapshot);
  node = gtk_snapshot_to_node (snapshot);
  cairo_surface_set_device_scale (frame, scale_factor, scale_factor);
  cr = cairo_create (frame);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (frame);

  return frame;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row =
    cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, 4);

  return pixel;
}

/* Of the sheet, where the view begins. */
static void
assert_view_of_sheet (Fixture *fixture, cairo_surface_t *frame, int scale_factor)
{
  DlMapBox view = dl_map_sheet_get_view (&fixture->cache.sheet, &fixture->camera);

  for (int y = 0; y < HEIGHT_PX * scale_factor; y++)
    for (int x = 0; x < WIDTH_PX * scale_factor; x++)
      g_assert_cmphex (get_pixel (frame, x, y), ==,
                       get_pixel (fixture->cache.sheet.surface, x + view.x0 * scale_factor,
                                  y + view.y0 * scale_factor));
}

/* At rest each pixel of a frame is one of the sheet, whatever renders it. */
static void
test_sharp (Fixture *fixture, gconstpointer data)
{
  for (int scale_factor = 1; scale_factor <= 3; scale_factor++)
    for (int textured = 0; textured <= 1; textured++)
      {
        cairo_surface_t *frame;

        draw (fixture, FALSE, scale_factor);
        frame = paint_frame (fixture, &fixture->camera, textured, scale_factor);
        assert_view_of_sheet (fixture, frame, scale_factor);
        cairo_surface_destroy (frame);
      }
}

static void
test_covers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double dx, dy, zoom;
    gboolean covers;
  } rows[] = {
    { 0, 0, 1, TRUE },
    { WIDTH_PX / 5, 0, 1, TRUE },
    { WIDTH_PX / 3, 0, 1, FALSE },
    { 0, -HEIGHT_PX / 5, 1, TRUE },
    { 0, HEIGHT_PX / 3, 1, FALSE },
    { 0, 0, 2, TRUE },
    { 0, 0, 3, FALSE },
    { 0, 0, 0.8, TRUE },
    { 0, 0, 0.5, FALSE },
  };

  g_assert_false (dl_map_sheet_covers (&fixture->cache.sheet, &fixture->camera));
  draw (fixture, FALSE, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlMapCamera camera = fixture->camera;

      dl_map_camera_zoom (&camera, rows[i].zoom, WIDTH_PX / 2, HEIGHT_PX / 2);
      dl_map_camera_pan (&camera, rows[i].dx, rows[i].dy);
      g_assert_cmpint (dl_map_sheet_covers (&fixture->cache.sheet, &camera), ==, rows[i].covers);
    }
}

/* Where the sheet does not reach there is land, not a void. */
static void
test_world_beyond (Fixture *fixture, gconstpointer data)
{
  DlMapCamera camera = fixture->camera;
  const DlMapPalette *palette = dl_map_palette_get (FALSE, FALSE);
  double x, y;
  guint32 land = 0xff000000 | (guint) round (palette->land.red * 255) << 16 |
                 (guint) round (palette->land.green * 255) << 8 |
                 (guint) round (palette->land.blue * 255);

  draw (fixture, FALSE, 1);
  dl_map_project (134, -25, &camera.x, &camera.y); /* Australia */
  dl_map_camera_to_view (&camera, camera.x, camera.y, &x, &y);
  for (int textured = 0; textured <= 1; textured++)
    {
      cairo_surface_t *frame = paint_frame (fixture, &camera, textured, 1);

      g_assert_cmphex (get_pixel (frame, x, y), ==, land);
      cairo_surface_destroy (frame);
    }
}

/* A map that looks different is never shown as it was meant to look before. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  guint32 light, dark;

  draw (fixture, FALSE, 1);
  light = get_pixel (fixture->cache.world.surface, 0, 0);
  begin (fixture, FALSE, 1);
  dl_map_cache_expire (&fixture->cache);
  g_assert_false (dl_map_cache_is_drawing (&fixture->cache));
  draw (fixture, TRUE, 1);
  dark = get_pixel (fixture->cache.world.surface, 0, 0);

  g_assert_cmpuint (fixture->n_drawn, ==, 2);
  g_assert_cmphex (dark, !=, light);
}

/* Nothing is touched that is gone. */
static void
test_cleared (Fixture *fixture, gconstpointer data)
{
  begin (fixture, FALSE, 1);
  dl_map_cache_clear (&fixture->cache);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  g_assert_cmpuint (fixture->n_drawn, ==, 0);
  g_assert_null (fixture->cache.sheet.surface);
}

static void
test_memory (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][3] = { { 400, 300, 1 }, { 1600, 1000, 2 }, { 3840, 2160, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      DlMapSheet sheet;
      DlMapCamera camera;
      gsize bytes;

      dl_map_camera_init (&camera, sizes[i][0], sizes[i][1]);
      dl_map_sheet_init (&sheet, &camera, sizes[i][2]);
      bytes = (gsize) cairo_image_surface_get_stride (sheet.surface) *
              cairo_image_surface_get_height (sheet.surface);
      g_assert_cmpuint (bytes, <=, 34 << 20);
      g_assert_cmpfloat (sheet.camera.width_px, >=, camera.width_px);
      dl_map_sheet_clear (&sheet);
    }
}

static void
add (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  add ("/ui/map/cache/sharp", test_sharp);
  add ("/ui/map/cache/covers", test_covers);
  add ("/ui/map/cache/world-beyond", test_world_beyond);
  add ("/ui/map/cache/given-up", test_given_up);
  add ("/ui/map/cache/cleared", test_cleared);
  add ("/ui/map/cache/memory", test_memory);

  return g_test_run ();
}
