/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "map-format.h"
#include "mention.h"

G_BEGIN_DECLS

/**
 * DlMapBox:
 *
 * A rectangle in map units, y downwards; empty when @x1 < @x0.
 */
typedef struct
{
  double x0, y0, x1, y1;
} DlMapBox;

#define DL_MAP_BOX_EMPTY ((DlMapBox){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

#define DL_TYPE_MAP_SHAPES (dl_map_shapes_get_type ())
G_DECLARE_FINAL_TYPE (DlMapShapes, dl_map_shapes, DL, MAP_SHAPES, GObject)

DlMapShapes *dl_map_shapes_new (GBytes *bytes, GError **error);
DlMapShapes *dl_map_shapes_open (const char *path, GError **error);

guint dl_map_shapes_get_n_countries (DlMapShapes *self);
guint dl_map_shapes_find (DlMapShapes *self, const char *code);
const char *dl_map_shapes_get_code (DlMapShapes *self, guint country);
DlMapBox dl_map_shapes_get_main_box (DlMapShapes *self, guint country);
void dl_map_shapes_get_label (DlMapShapes *self, guint country, double *x, double *y);
gboolean dl_map_shapes_has_shape (DlMapShapes *self, guint country);

const DlMapRing *
dl_map_shapes_get_rings (DlMapShapes *self, guint country, DlMapDetail detail, guint *n_rings);
const DlMapRing *dl_map_shapes_get_lines (DlMapShapes *self, DlMapDetail detail, guint *n_lines);
const DlMapPoint *dl_map_shapes_get_points (DlMapShapes *self, const DlMapRing *ring);

guint dl_map_shapes_find_at (DlMapShapes *self, double x, double y);

gboolean dl_map_box_is_empty (DlMapBox box);
DlMapBox dl_map_box_union (DlMapBox a, DlMapBox b);

G_END_DECLS
