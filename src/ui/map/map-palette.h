/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "map-shading.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue;
} DlMapColor;

/**
 * DlMapPalette:
 *
 * The colours of the map in one style of the interface.
 */
typedef struct
{
  DlMapColor sea;
  DlMapColor land;
  DlMapColor border;
  DlMapColor outline; /* of the selected country and of those lit with it */
  DlMapColor name;    /* of a country that the article is not about */
  DlMapColor halo;    /* about @outline, the dots and the names */
  struct
  {
    DlMapColor ground;
    DlMapColor ink; /* of the pattern, if the part has one */
  } parts[DL_N_PARTS];
  DlMapColor steps[DL_MAP_N_STEPS]; /* from few mentions to many */
  double border_px;
} DlMapPalette;

const DlMapPalette *dl_map_palette_get (gboolean dark, gboolean high_contrast);

void dl_map_palette_set_color (cairo_t *cr, DlMapColor color);
void dl_map_palette_fill (const DlMapPalette *self, cairo_t *cr, guint fill);
DlMapColor dl_map_palette_get_ground (const DlMapPalette *self, guint fill);
DlMapColor dl_map_palette_get_ink (const DlMapPalette *self, guint fill);

G_END_DECLS
