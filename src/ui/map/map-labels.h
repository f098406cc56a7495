/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "map-label-text.h"
#include "map-painter.h"
#include "map-places.h"

G_BEGIN_DECLS

/**
 * DlMapLabels:
 * @texts: the names, laid out
 * @placed: of the labels that found room in the last picture
 *
 * The names on the map, none over another.
 */
typedef struct
{
  DlMapLabelText texts;
  GArray *placed;
} DlMapLabels;

/**
 * DlMapNames:
 * @context: of the widget: fonts, language and direction
 * @countries: (nullable): the name of each country of the shapes, borrowed; NULL: no name
 * @view: what the reader sees of the picture, in its pixels; no name is cut by its edge
 *
 * What labels are made of.
 */
typedef struct
{
  PangoContext *context;
  const char *const *countries;
  DlMapBox view;
} DlMapNames;

void dl_map_labels_clear (DlMapLabels *self);
void dl_map_labels_place (DlMapLabels *self,
                          const DlMapPicture *picture,
                          const DlMapCamera *camera,
                          const DlMapNames *names);
void dl_map_labels_paint (const DlMapLabels *self, const DlMapPalette *palette, cairo_t *cr);

guint dl_map_labels_get_n_placed (const DlMapLabels *self);
DlMapBox dl_map_labels_get_box (const DlMapLabels *self, guint position);
const char *dl_map_labels_get_text (const DlMapLabels *self, guint position);

G_END_DECLS
