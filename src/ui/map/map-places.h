/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-camera.h"
#include "map-palette.h"
#include "session.h"

G_BEGIN_DECLS

/* Of a place's point, in pixels of the view. */
#define DL_MAP_PLACE_RADIUS_PX 3.0

/**
 * DlMapPlace:
 * @entity: index of a place of the article
 * @x: map units
 * @y: map units
 * @n_mentions: how often the article names it
 * @selected: is selected itself
 *
 * A town, or another place that is a point on the map.
 */
typedef struct
{
  guint entity;
  double x, y;
  guint n_mentions;
  gboolean selected;
} DlMapPlace;

/**
 * DlMapCluster:
 * @place: of the places that share the point, the one named most often: index of a #DlMapPlace
 * @n_places: how many share it
 * @x_px: in the view
 * @y_px: in the view
 * @label: the place's name, how often it is named, and how many more places there are
 */
typedef struct
{
  guint place;
  guint n_places;
  double x_px, y_px;
  char *label;
} DlMapCluster;

GArray *dl_map_places_new (DlSession *session);
GArray *dl_map_places_cluster (GArray *places, DlSession *session, const DlMapCamera *camera);
void
dl_map_places_paint (GArray *places, GArray *clusters, const DlMapPalette *palette, cairo_t *cr);
const DlMapPlace *dl_map_places_find (GArray *places, guint entity);
guint dl_map_places_find_at (GArray *places, const DlMapCamera *camera, double x_px, double y_px);

G_END_DECLS
