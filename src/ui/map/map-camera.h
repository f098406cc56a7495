/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-shapes.h"

G_BEGIN_DECLS

/**
 * DlMapCamera:
 * @x: the point of the map in the middle of the view, map units
 * @y: map units, downwards
 * @scale: pixels of the view for a map unit
 * @width_px: of the view
 * @height_px: of the view
 *
 * Which part of the map a view shows.
 */
typedef struct
{
  double x, y;
  double scale;
  double width_px, height_px;
} DlMapCamera;

void dl_map_camera_init (DlMapCamera *self, double width_px, double height_px);
void dl_map_camera_resize (DlMapCamera *self, double width_px, double height_px);

void dl_map_camera_pan (DlMapCamera *self, double dx_px, double dy_px);
void dl_map_camera_zoom (DlMapCamera *self, double factor, double x_px, double y_px);
void dl_map_camera_frame (DlMapCamera *self, DlMapBox box);
DlMapCamera dl_map_camera_between (const DlMapCamera *from, const DlMapCamera *to, double part);

void
dl_map_camera_to_view (const DlMapCamera *self, double x, double y, double *x_px, double *y_px);
void dl_map_camera_to_map (const DlMapCamera *self, double x_px, double y_px, double *x, double *y);
DlMapDetail dl_map_camera_get_detail (const DlMapCamera *self);
gboolean dl_map_camera_equal (const DlMapCamera *a, const DlMapCamera *b);

G_END_DECLS
