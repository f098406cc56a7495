/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-camera.h"

static DlMapCamera
create_camera (double width_px, double height_px)
{
  DlMapCamera camera;

  dl_map_camera_init (&camera, width_px, height_px);

  return camera;
}

static void
test_whole_world (void)
{
  static const struct
  {
    double width_px, height_px;
  } rows[] = { { 360, 200 }, { 800, 500 }, { 3840, 2160 }, { 100, 1000 }, { 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DlMapCamera camera = create_camera (rows[i].width_px, rows[i].height_px);
      double x0, y0, x1, y1;

      dl_map_camera_to_view (&camera, -DL_MAP_MAX_X, -DL_MAP_MAX_Y, &x0, &y0);
      dl_map_camera_to_view (&camera, DL_MAP_MAX_X, DL_MAP_MAX_Y, &x1, &y1);
      g_assert_cmpfloat (x0, >=, -0.01);
      g_assert_cmpfloat (y0, >=, -0.01);
      g_assert_cmpfloat (x1, <=, camera.width_px + 0.01);
      g_assert_cmpfloat (y1, <=, camera.height_px + 0.01);
    }
}

static void
test_zoom_keeps_point (void)
{
  DlMapCamera camera = create_camera (800, 500);
  double x, y, after_x, after_y;

  dl_map_camera_zoom (&camera, 4, 400, 250);
  dl_map_camera_to_map (&camera, 300, 200, &x, &y);
  dl_map_camera_zoom (&camera, 3, 300, 200);
  dl_map_camera_to_map (&camera, 300, 200, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (after_x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (after_y, y, 1e-9);
}

static void
test_limits (void)
{
  DlMapCamera camera = create_camera (800, 500), world = camera;

  dl_map_camera_zoom (&camera, 1e-6, 0, 0);
  g_assert_true (dl_map_camera_equal (&camera, &world));
  dl_map_camera_pan (&camera, 1e6, 1e6);
  g_assert_true (dl_map_camera_equal (&camera, &world));

  dl_map_camera_zoom (&camera, 1e9, 0, 0);
  g_assert_cmpfloat_with_epsilon (camera.scale * DL_MAP_GRID, 2, 1e-9);

  /* The edge of the world stops at the edge of the view. */
  dl_map_camera_pan (&camera, -1e9, -1e9);
  g_assert_cmpfloat_with_epsilon (camera.x + 400 / camera.scale, DL_MAP_MAX_X, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.y + 250 / camera.scale, DL_MAP_MAX_Y, 1e-9);
}

static void
test_frame (void)
{
  static const DlMapBox boxes[] = {
    { 0.1, -0.8, 0.3, -0.6 },
    { 1, 0, 1.001, 0.001 },
    { -2, -1, 2, 1 },
    { 2.5, -0.1, 2.7, 0.1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      DlMapCamera camera = create_camera (440, 300);
      double x0, y0, x1, y1;

      dl_map_camera_frame (&camera, boxes[i]);
      dl_map_camera_to_view (&camera, boxes[i].x0, boxes[i].y0, &x0, &y0);
      dl_map_camera_to_view (&camera, boxes[i].x1, boxes[i].y1, &x1, &y1);
      g_assert_cmpfloat (x0, >=, 0);
      g_assert_cmpfloat (y0, >=, 0);
      g_assert_cmpfloat (x1, <=, 440);
      g_assert_cmpfloat (y1, <=, 300);
    }
}

static void
test_between (void)
{
  DlMapCamera from = create_camera (800, 500), to = from, camera;

  dl_map_camera_frame (&to, (DlMapBox){ 1.5, -0.9, 1.7, -0.7 });
  camera = dl_map_camera_between (&from, &to, 0);
  g_assert_true (dl_map_camera_equal (&camera, &from));
  camera = dl_map_camera_between (&from, &to, 0.5);
  g_assert_cmpfloat (camera.scale, >, from.scale);
  g_assert_cmpfloat (camera.scale, <, to.scale);
  camera = dl_map_camera_between (&from, &to, 1);
  g_assert_cmpfloat_with_epsilon (camera.x, to.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (camera.scale, to.scale, 1e-6);
}

static void
test_detail (void)
{
  DlMapCamera camera = create_camera (440, 300);

  g_assert_cmpint (dl_map_camera_get_detail (&camera), ==, DL_MAP_COARSE);
  dl_map_camera_zoom (&camera, 4, 220, 150);
  g_assert_cmpint (dl_map_camera_get_detail (&camera), ==, DL_MAP_FINE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/map/camera/whole-world", test_whole_world);
  g_test_add_func ("/ui/map/camera/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/ui/map/camera/limits", test_limits);
  g_test_add_func ("/ui/map/camera/frame", test_frame);
  g_test_add_func ("/ui/map/camera/between", test_between);
  g_test_add_func ("/ui/map/camera/detail", test_detail);

  return g_test_run ();
}
