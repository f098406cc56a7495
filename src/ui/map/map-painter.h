/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-camera.h"
#include "map-palette.h"

G_BEGIN_DECLS

/**
 * DlMapLook:
 * @part: what the country plays; %DL_N_PARTS: none
 * @fill: a #DlMapFill
 * @lit: belongs to what is selected
 * @selected: is selected itself
 * @member: belongs to the bloc that is selected
 */
typedef struct
{
  guint8 part;
  guint8 fill;
  guint8 lit;
  guint8 selected;
  guint8 member;
} DlMapLook;

/**
 * DlMapPicture:
 * @looks: of each country of @shapes
 * @places: (element-type DlMapPlace)
 * @clusters: (nullable) (element-type DlMapCluster): of @places, for the camera
 *
 * All that a picture of the map depends on, beside the camera.  Everything is borrowed.
 */
typedef struct
{
  DlMapShapes *shapes;
  const DlMapLook *looks;
  const DlMapPalette *palette;
  GArray *places;
  GArray *clusters;
} DlMapPicture;

void dl_map_paint_land (const DlMapPicture *picture,
                        const DlMapCamera *camera,
                        GCancellable *cancellable,
                        cairo_t *cr);
void dl_map_paint_marks (const DlMapPicture *picture, const DlMapCamera *camera, cairo_t *cr);
gboolean dl_map_look_stands_out (const DlMapLook *look);
gboolean dl_map_is_dot (DlMapShapes *shapes, guint country, const DlMapCamera *camera);

G_END_DECLS
