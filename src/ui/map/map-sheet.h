/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-camera.h"

G_BEGIN_DECLS

/**
 * DlMapSheet:
 * @surface: opaque, ARGB32; %NULL: nothing drawn yet
 * @texture: (nullable): of the same memory, once a renderer wanted it
 * @camera: where it was drawn from
 *
 * A drawn piece of the map, larger than what a view shows, so that while the reader drags or
 * zooms it is only copied.
 */
typedef struct
{
  cairo_surface_t *surface;
  GdkTexture *texture;
  DlMapCamera camera;
} DlMapSheet;

void dl_map_sheet_init (DlMapSheet *self, const DlMapCamera *camera, int scale_factor);
void dl_map_sheet_init_world (DlMapSheet *self);
void dl_map_sheet_clear (DlMapSheet *self);

DlMapBox dl_map_sheet_get_view (const DlMapSheet *self, const DlMapCamera *camera);
gboolean dl_map_sheet_covers (const DlMapSheet *self, const DlMapCamera *camera);
void dl_map_sheet_snapshot (DlMapSheet *self,
                            const DlMapCamera *camera,
                            gboolean textured,
                            GtkSnapshot *snapshot);

G_END_DECLS
