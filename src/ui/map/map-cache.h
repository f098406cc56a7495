/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-labels.h"
#include "map-scene.h"

G_BEGIN_DECLS

/**
 * DlMapCache:
 * @surface: the picture; %NULL: nothing drawn yet
 * @camera: where it was drawn from; its view is wider than the widget's
 * @labels: the names in it
 *
 * The last picture of the map, with a margin about what the widget shows, so that while the
 * reader drags or zooms it is only copied.
 */
typedef struct
{
  cairo_surface_t *surface;
  DlMapCamera camera;
  DlMapLabels labels;
} DlMapCache;

void dl_map_cache_clear (DlMapCache *self);
void dl_map_cache_draw (DlMapCache *self,
                        const DlMapScene *scene,
                        const DlMapPalette *palette,
                        const DlMapCamera *camera,
                        PangoContext *context,
                        int scale_factor);
void
dl_map_cache_snapshot (const DlMapCache *self, const DlMapCamera *camera, GtkSnapshot *snapshot);
gboolean dl_map_cache_covers (const DlMapCache *self, const DlMapCamera *camera);

G_END_DECLS
