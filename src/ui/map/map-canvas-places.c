/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-canvas-private.h"

/* What the canvas shows at a point, and where it shows something. */

/**
 * dl_map_canvas_find_at:
 *
 * Returns: (nullable): the code of the country whose dot or land is there
 */
const char *
dl_map_canvas_find_at (DlMapCanvas *self, double x_px, double y_px)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), NULL);

  dl_map_scene_update (&self->scene, self->session);

  return dl_map_scene_find_at (&self->scene, &self->camera, x_px, y_px);
}

/**
 * dl_map_canvas_find_place_at:
 *
 * Returns: index of the entity whose point is there, or %DL_NONE
 */
guint
dl_map_canvas_find_place_at (DlMapCanvas *self, double x_px, double y_px)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), DL_NONE);

  dl_map_scene_update (&self->scene, self->session);
  if (self->scene.places == NULL)
    return DL_NONE;

  return dl_map_places_find_at (self->scene.places, &self->camera, x_px, y_px);
}

/**
 * dl_map_canvas_select_at:
 *
 * Selects the place or the country that is there, without moving the map; at sea, nothing.
 */
void
dl_map_canvas_select_at (DlMapCanvas *self, double x_px, double y_px)
{
  guint place = dl_map_canvas_find_place_at (self, x_px, y_px);
  const char *code = dl_map_canvas_find_at (self, x_px, y_px);

  if (self->session == NULL)
    return;

  self->steady = TRUE;
  if (place != DL_NONE)
    dl_session_select_entity (self->session, place);
  else if (code != NULL)
    dl_session_select_country (self->session, code);
  else
    dl_session_clear_selection (self->session);
  self->steady = FALSE;
}

/* About a point of the map; whether it is in sight. */
static gboolean
get_rect (DlMapCanvas *self, double x, double y, GdkRectangle *rect)
{
  dl_map_camera_to_view (dl_map_canvas_get_camera (self), x, y, &x, &y);
  *rect = (GdkRectangle){ x - 4, y - 4, 8, 8 };

  return x >= 0 && y >= 0 && x < self->camera.width_px && y < self->camera.height_px;
}

/* The part of the country's main part that is in sight, in the view. */
static void
get_land_rect (DlMapCanvas *self, guint country, GdkRectangle *rect)
{
  const DlMapBox box = dl_map_shapes_get_main_box (self->scene.shapes, country);
  const DlMapCamera *camera = dl_map_canvas_get_camera (self);
  double left, top, right, bottom;

  dl_map_camera_to_view (camera, box.x0, box.y0, &left, &top);
  dl_map_camera_to_view (camera, box.x1, box.y1, &right, &bottom);
  left = MAX (left, 0);
  top = MAX (top, 0);
  *rect = (GdkRectangle){ left, top, MIN (right, camera->width_px) - left,
                          MIN (bottom, camera->height_px) - top };
}

/**
 * dl_map_canvas_get_country_rect:
 *
 * Returns: whether the country is in sight; then @rect is its land where this leaves half of the
 *   view free, so that what stands beside it hides none of it; else where its dot or its name is
 */
gboolean
dl_map_canvas_get_country_rect (DlMapCanvas *self, const char *code, GdkRectangle *rect)
{
  GdkRectangle land;
  double x, y;
  guint country;

  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), FALSE);

  country = self->scene.shapes != NULL ? dl_map_shapes_find (self->scene.shapes, code) : DL_NONE;
  if (country == DL_NONE)
    return FALSE;

  dl_map_shapes_get_label (self->scene.shapes, country, &x, &y);
  if (!get_rect (self, x, y, rect))
    return FALSE;

  get_land_rect (self, country, &land);
  if (dl_map_shapes_has_shape (self->scene.shapes, country) && land.width > rect->width &&
      land.height > rect->height && land.height <= self->camera.height_px / 2)
    *rect = land;

  return TRUE;
}

/**
 * dl_map_canvas_get_place_rect:
 * @entity: index of an entity
 *
 * Returns: whether it has a point, and this is in sight; then @rect is where
 */
gboolean
dl_map_canvas_get_place_rect (DlMapCanvas *self, guint entity, GdkRectangle *rect)
{
  const DlMapPlace *place;

  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), FALSE);

  dl_map_scene_update (&self->scene, self->session);
  place = self->scene.places != NULL ? dl_map_places_find (self->scene.places, entity) : NULL;

  return place != NULL && get_rect (self, place->x, place->y, rect);
}
