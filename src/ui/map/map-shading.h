/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "session.h"

G_BEGIN_DECLS

/* What the fill of a country tells. */
typedef enum
{
  DL_MAP_SHADING_PART,     /* the part it plays */
  DL_MAP_SHADING_MENTIONS, /* how often it is named */
} DlMapShading;

#define DL_TYPE_MAP_SHADING (dl_map_shading_get_type ())
GType dl_map_shading_get_type (void);

/* Steps of the number of mentions. */
#define DL_MAP_N_STEPS 4

/**
 * DlMapFill:
 *
 * How a country is filled: first as each #DlPart, then for a number of mentions.
 */
typedef enum
{
  DL_MAP_FILL_STEP = DL_N_PARTS, /* and the steps after it */
  DL_MAP_FILL_UNNAMED = DL_MAP_FILL_STEP + DL_MAP_N_STEPS,
  DL_MAP_FILL_LAND,
  DL_N_MAP_FILLS = DL_MAP_FILL_LAND
} DlMapFill;

guint dl_map_shading_get_fill (DlMapShading self, DlSession *session, DlCountry *country);
void dl_map_shading_get_bounds (guint fill, guint *least, guint *most);

G_END_DECLS
