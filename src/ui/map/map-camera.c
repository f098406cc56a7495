/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-camera.h"

#include <math.h>

/* Where the view stands over the map.  After each call
 * 1. the scale lies between the whole world in the view and %MAX_SCALE;
 * 2. the view shows no more beyond the world's edge than it must to be filled. */

/* A step of the shapes' grid is then two pixels wide: closer, they show nothing more. */
#define MAX_SCALE (2 / DL_MAP_GRID)

/* The least that a frame shows, map units: 400 km, so that a small country has neighbours. */
#define MIN_FRAME 0.063

/* Room between what is framed and the edge of the view, a part of the view. */
#define FRAME_MARGIN 0.06

/* Width of the world from which the coarse shapes look angular. */
#define FINE_WIDTH_PX 1400

/* The parallels between which people live: the frame of an article that names no country. */
#define NORTHERNMOST 80
#define SOUTHERNMOST -57

static double
get_min_scale (const DlMapCamera *self)
{
  return MIN (self->width_px / (2 * DL_MAP_MAX_X), self->height_px / (2 * DL_MAP_MAX_Y));
}

static DlMapBox
get_inhabited_box (void)
{
  DlMapBox box = { .x0 = -DL_MAP_MAX_X, .x1 = DL_MAP_MAX_X };
  double x;

  dl_map_project (DL_MAP_MERIDIAN, NORTHERNMOST, &x, &box.y0);
  dl_map_project (DL_MAP_MERIDIAN, SOUTHERNMOST, &x, &box.y1);

  return box;
}

static double
clamp_centre (double centre, double half_view, double half_world)
{
  double reach = half_world - half_view;

  return reach <= 0 ? 0 : CLAMP (centre, -reach, reach);
}

static void
keep_within (DlMapCamera *self)
{
  double least = get_min_scale (self);

  self->scale = CLAMP (self->scale, least, MAX (MAX_SCALE, least));
  self->x = clamp_centre (self->x, self->width_px / 2 / self->scale, DL_MAP_MAX_X);
  self->y = clamp_centre (self->y, self->height_px / 2 / self->scale, DL_MAP_MAX_Y);
}

/**
 * dl_map_camera_init:
 *
 * Shows the whole world.
 */
void
dl_map_camera_init (DlMapCamera *self, double width_px, double height_px)
{
  *self = (DlMapCamera){ .width_px = MAX (width_px, 1), .height_px = MAX (height_px, 1) };
  keep_within (self);
}

/**
 * dl_map_camera_resize:
 *
 * Keeps what is in the middle, and how much of the map is seen across.
 */
void
dl_map_camera_resize (DlMapCamera *self, double width_px, double height_px)
{
  double before = MIN (self->width_px, self->height_px);

  self->width_px = MAX (width_px, 1);
  self->height_px = MAX (height_px, 1);
  self->scale *= MIN (self->width_px, self->height_px) / before;
  keep_within (self);
}

/**
 * dl_map_camera_pan:
 * @dx_px: how far the map moves to the right under the view
 * @dy_px: how far it moves down
 */
void
dl_map_camera_pan (DlMapCamera *self, double dx_px, double dy_px)
{
  self->x -= dx_px / self->scale;
  self->y -= dy_px / self->scale;
  keep_within (self);
}

/**
 * dl_map_camera_zoom:
 * @factor: more than 1: closer
 * @x_px: the point that stays where it is
 */
void
dl_map_camera_zoom (DlMapCamera *self, double factor, double x_px, double y_px)
{
  double x, y, least = get_min_scale (self);

  dl_map_camera_to_map (self, x_px, y_px, &x, &y);
  self->scale = CLAMP (self->scale * factor, least, MAX (MAX_SCALE, least));
  self->x = x - (x_px - self->width_px / 2) / self->scale;
  self->y = y - (y_px - self->height_px / 2) / self->scale;
  keep_within (self);
}

/**
 * dl_map_camera_frame:
 * @box: what to show as large as the view allows; empty: the world as far as it is inhabited
 */
void
dl_map_camera_frame (DlMapCamera *self, DlMapBox box)
{
  double room = 1 - 2 * FRAME_MARGIN;

  if (dl_map_box_is_empty (box))
    {
      box = get_inhabited_box ();
      room = 1;
    }

  self->x = (box.x0 + box.x1) / 2;
  self->y = (box.y0 + box.y1) / 2;
  self->scale = MIN (self->width_px * room / MAX (box.x1 - box.x0, MIN_FRAME),
                     self->height_px * room / MAX (box.y1 - box.y0, MIN_FRAME));
  keep_within (self);
}

/**
 * dl_map_camera_between:
 * @part: 0: @from; 1: @to
 *
 * Returns: a camera on the way.  The scale changes evenly to the eye, and the middle moves
 *   so that the flight seems straight.
 */
DlMapCamera
dl_map_camera_between (const DlMapCamera *from, const DlMapCamera *to, double part)
{
  DlMapCamera camera = *to;
  double ratio = to->scale / from->scale, along = part;

  camera.scale = from->scale * pow (ratio, part);
  /* A map point that stands still on the screen while the scale grows by pow(). */
  if (fabs (ratio - 1) > 0.01)
    along = (1 - pow (ratio, -part)) / (1 - 1 / ratio);
  camera.x = from->x + (to->x - from->x) * along;
  camera.y = from->y + (to->y - from->y) * along;

  return camera;
}

void
dl_map_camera_to_view (const DlMapCamera *self, double x, double y, double *x_px, double *y_px)
{
  *x_px = (x - self->x) * self->scale + self->width_px / 2;
  *y_px = (y - self->y) * self->scale + self->height_px / 2;
}

void
dl_map_camera_to_map (const DlMapCamera *self, double x_px, double y_px, double *x, double *y)
{
  *x = (x_px - self->width_px / 2) / self->scale + self->x;
  *y = (y_px - self->height_px / 2) / self->scale + self->y;
}

/**
 * dl_map_camera_get_detail:
 *
 * Returns: the shapes that are good enough at this scale
 */
DlMapDetail
dl_map_camera_get_detail (const DlMapCamera *self)
{
  return self->scale * 2 * DL_MAP_MAX_X < FINE_WIDTH_PX ? DL_MAP_COARSE : DL_MAP_FINE;
}

gboolean
dl_map_camera_equal (const DlMapCamera *a, const DlMapCamera *b)
{
  return a->x == b->x && a->y == b->y && a->scale == b->scale && a->width_px == b->width_px &&
         a->height_px == b->height_px;
}
