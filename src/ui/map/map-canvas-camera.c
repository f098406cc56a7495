/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-canvas-private.h"

/* Where the canvas's camera stands, and how it gets there. */

static void
move_to (DlMapCanvas *self, const DlMapCamera *camera)
{
  self->camera = *camera;
  self->framed = self->moved = TRUE;
  dl_map_canvas_queue_picture (self);
}

static void
flight_cb (const DlMapCamera *camera, gpointer data)
{
  move_to (data, camera);
}

/**
 * dl_map_canvas_get_camera:
 *
 * Returns: what is shown; in a flight, what will be
 */
const DlMapCamera *
dl_map_canvas_get_camera (DlMapCanvas *self)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  return dl_map_flight_is_on (&self->flight) ? &self->flight.to : &self->camera;
}

/**
 * dl_map_canvas_set_camera:
 *
 * Shows something else at once.
 */
void
dl_map_canvas_set_camera (DlMapCanvas *self, const DlMapCamera *camera)
{
  g_return_if_fail (DL_IS_MAP_CANVAS (self));

  dl_map_flight_stop (&self->flight);
  move_to (self, camera);
}

/**
 * dl_map_canvas_fly_to:
 *
 * Goes there in a short flight; at once where the reader wants no animations.
 */
void
dl_map_canvas_fly_to (DlMapCanvas *self, const DlMapCamera *camera)
{
  g_return_if_fail (DL_IS_MAP_CANVAS (self));

  dl_map_flight_start (&self->flight, GTK_WIDGET (self), &self->camera, camera, flight_cb, self);
}

/**
 * dl_map_canvas_zoom:
 * @factor: more than 1: closer, at the middle of the view
 */
void
dl_map_canvas_zoom (DlMapCanvas *self, double factor)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self);

  dl_map_camera_zoom (&camera, factor, camera.width_px / 2, camera.height_px / 2);
  dl_map_canvas_fly_to (self, &camera);
}

/**
 * dl_map_canvas_pan:
 * @dx_px: how far the map moves to the right
 * @dy_px: how far it moves down
 */
void
dl_map_canvas_pan (DlMapCanvas *self, double dx_px, double dy_px)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self);

  dl_map_camera_pan (&camera, dx_px, dy_px);
  dl_map_canvas_set_camera (self, &camera);
}

/**
 * dl_map_canvas_frame:
 *
 * Shows all that the article is about.
 */
void
dl_map_canvas_frame (DlMapCanvas *self)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self);

  if (!dl_map_canvas_load_scene (self))
    return;

  dl_map_camera_frame (&camera, dl_map_looks_get_box (self->scene.shapes, self->scene.looks));
  dl_map_canvas_fly_to (self, &camera);
}

/* A point far from the main part of its country, or in no country. */
static gboolean
reach_place (DlMapCanvas *self, DlMapCamera *camera)
{
  const DlMapPlace *place =
    self->scene.places != NULL
      ? dl_map_places_find (self->scene.places, dl_session_get_entity (self->session))
      : NULL;
  double x, y;

  if (place == NULL)
    return FALSE;

  dl_map_camera_to_view (camera, place->x, place->y, &x, &y);
  if (x >= 0 && y >= 0 && x < camera->width_px && y < camera->height_px)
    return FALSE;

  dl_map_camera_pan (camera, camera->width_px / 2 - x, camera->height_px / 2 - y);

  return TRUE;
}

/**
 * dl_map_canvas_follow_selection:
 *
 * Goes to the selected country or place where it is not plain to see.
 */
void
dl_map_canvas_follow_selection (DlMapCanvas *self)
{
  const char *code = dl_session_get_country (self->session);
  DlMapCamera camera = self->camera;
  gboolean far;

  dl_map_scene_update (&self->scene, self->session);
  if (self->steady || !self->framed)
    return;

  far = code != NULL && dl_map_scene_get_close_up (&self->scene, code, &camera);
  far |= reach_place (self, &camera);
  if (far)
    dl_map_canvas_fly_to (self, &camera);
}
