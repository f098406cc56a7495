/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-painter.h"

G_BEGIN_DECLS

/**
 * DlMapCache:
 * @surface: the picture; %NULL: nothing drawn yet
 * @camera: where it was drawn from; its view is wider than the widget's
 *
 * The last picture of the map, with a margin about what the widget shows, so that while the
 * reader drags or zooms it is only copied.
 */
typedef struct
{
  cairo_surface_t *surface;
  DlMapCamera camera;
} DlMapCache;

void dl_map_cache_clear (DlMapCache *self);
void dl_map_cache_draw (DlMapCache *self,
                        const DlMapPicture *picture,
                        const DlMapCamera *camera,
                        int scale_factor);
void
dl_map_cache_snapshot (const DlMapCache *self, const DlMapCamera *camera, GtkSnapshot *snapshot);
gboolean dl_map_cache_covers (const DlMapCache *self, const DlMapCamera *camera);

G_END_DECLS
