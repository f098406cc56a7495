/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-labels.h"

#include "fixture.h"
#include "map-scene.h"

#define WIDTH_PX 600
#define HEIGHT_PX 400

typedef struct
{
  DlSession *session;
  DlMapScene scene;
  PangoContext *context;
  DlMapLabels labels;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = map_fixture_session ();
  g_assert_true (dl_map_scene_load (&fixture->scene));
  dl_map_scene_update (&fixture->scene, fixture->session);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dl_map_labels_clear (&fixture->labels);
  dl_map_scene_clear (&fixture->scene);
  g_object_unref (fixture->context);
  g_assert_finalize_object (fixture->session);
}

static void
place (Fixture *fixture, const DlMapCamera *camera)
{
  DlMapPicture picture = { fixture->scene.shapes, fixture->scene.looks,
                           dl_map_palette_get (FALSE, FALSE), fixture->scene.places };
  DlMapNames names = { fixture->context, fixture->scene.names, { 0, 0, WIDTH_PX, HEIGHT_PX } };
  g_autoptr (GArray) clusters =
    dl_map_places_cluster (fixture->scene.places, fixture->session, camera);

  picture.clusters = clusters;
  dl_map_labels_place (&fixture->labels, &picture, camera, &names);
}

static guint
find (Fixture *fixture, const char *name)
{
  for (guint i = 0; i < dl_map_labels_get_n_placed (&fixture->labels); i++)
    if (g_str_equal (dl_map_labels_get_text (&fixture->labels, i), name))
      return i;

  return DL_NONE;
}

static void
assert_apart (Fixture *fixture)
{
  guint n_placed = dl_map_labels_get_n_placed (&fixture->labels);

  for (guint i = 0; i < n_placed; i++)
    for (guint j = i + 1; j < n_placed; j++)
      {
        DlMapBox a = dl_map_labels_get_box (&fixture->labels, i);
        DlMapBox b = dl_map_labels_get_box (&fixture->labels, j);

        g_assert_true (a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0);
      }
}

static void
assert_whole (Fixture *fixture)
{
  for (guint i = 0; i < dl_map_labels_get_n_placed (&fixture->labels); i++)
    {
      DlMapBox box = dl_map_labels_get_box (&fixture->labels, i);
      gboolean outside = box.x1 <= 0 || box.x0 >= WIDTH_PX || box.y1 <= 0 || box.y0 >= HEIGHT_PX;

      g_assert_true (outside ||
                     (box.x0 >= 0 && box.x1 <= WIDTH_PX && box.y0 >= 0 && box.y1 <= HEIGHT_PX));
    }
}

/* From the world to Europe's middle, and on the way. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  DlMapCamera camera;

  dl_map_camera_init (&camera, WIDTH_PX, HEIGHT_PX);
  for (guint i = 0; i < 20; i++)
    {
      place (fixture, &camera);
      g_assert_cmpuint (dl_map_labels_get_n_placed (&fixture->labels), >, 0);
      assert_apart (fixture);
      assert_whole (fixture);
      dl_map_camera_zoom (&camera, 1.2, WIDTH_PX / 2 - 10, HEIGHT_PX / 4);
    }
}

static void
test_weight (Fixture *fixture, gconstpointer data)
{
  DlMapCamera camera;

  dl_map_camera_init (&camera, WIDTH_PX, HEIGHT_PX);
  place (fixture, &camera);
  g_assert_cmpuint (find (fixture, "United States"), !=, DL_NONE);
  g_assert_cmpuint (find (fixture, "South Korea"), !=, DL_NONE);
  g_assert_cmpuint (find (fixture, "China"), ==, DL_NONE);

  dl_session_select_country (fixture->session, "CN");
  dl_map_scene_drop_looks (&fixture->scene);
  dl_map_scene_update (&fixture->scene, fixture->session);
  place (fixture, &camera);
  g_assert_cmpuint (find (fixture, "China"), ==, 0);
}

/* Close by, a land of no part has its name too. */
static void
test_detail (Fixture *fixture, gconstpointer data)
{
  DlMapCamera camera;
  double x, y;

  dl_map_camera_init (&camera, WIDTH_PX, HEIGHT_PX);
  dl_map_project (100, 36, &x, &y);
  dl_map_camera_frame (&camera, (DlMapBox){ x - 0.4, y - 0.3, x + 0.4, y + 0.3 });
  place (fixture, &camera);
  g_assert_cmpuint (find (fixture, "China"), !=, DL_NONE);
}

/* Every country that has land is named on it. */
static void
test_on_land (Fixture *fixture, gconstpointer data)
{
  DlMapShapes *shapes = fixture->scene.shapes;

  for (guint i = 0; i < dl_map_shapes_get_n_countries (shapes); i++)
    {
      double x, y;
      DlMapBox box = dl_map_shapes_get_main_box (shapes, i);

      dl_map_shapes_get_label (shapes, i, &x, &y);
      if (*dl_map_shapes_get_code (shapes, i) == '\0' || !dl_map_shapes_has_shape (shapes, i) ||
          MIN (box.x1 - box.x0, box.y1 - box.y0) < 8 * DL_MAP_GRID)
        continue;
      g_assert_cmpstr (dl_map_shapes_get_code (shapes, dl_map_shapes_find_at (shapes, x, y)), ==,
                       dl_map_shapes_get_code (shapes, i));
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
  g_test_init (&argc, &argv, NULL);

  add ("/ui/map/labels/apart", test_apart);
  add ("/ui/map/labels/weight", test_weight);
  add ("/ui/map/labels/detail", test_detail);
  add ("/ui/map/labels/on-land", test_on_land);

  return g_test_run ();
}
