/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-labels.h"
#include "map-scene.h"
#include "map-sheet.h"

G_BEGIN_DECLS

/**
 * DlMapCache:
 * @sheet: the last picture, with its names
 * @world: its land from afar, shown where @sheet does not reach
 * @world_holds: whether @world looks as it should
 * @labels: the names in @sheet
 * @drawing: (nullable): gives up the picture that is being drawn
 * @drawn_cb: called when it has come
 *
 * The pictures of the map that frames copy.  The land is drawn in a thread of its own; the
 * names, which need the fonts of the widget, are written on it when it has come.
 */
typedef struct
{
  DlMapSheet sheet;
  DlMapSheet world;
  gboolean world_holds;
  DlMapLabels labels;
  GCancellable *drawing;
  void (*drawn_cb) (gpointer user_data);
  gpointer user_data;
} DlMapCache;

void dl_map_cache_clear (DlMapCache *self);
void dl_map_cache_expire (DlMapCache *self);
gboolean dl_map_cache_is_drawing (const DlMapCache *self);
void dl_map_cache_draw (DlMapCache *self,
                        const DlMapScene *scene,
                        const DlMapPalette *palette,
                        const DlMapCamera *camera,
                        PangoContext *context,
                        int scale_factor);
void dl_map_cache_snapshot (DlMapCache *self,
                            const DlMapCamera *camera,
                            const DlMapPalette *palette,
                            gboolean textured,
                            GtkSnapshot *snapshot);

G_END_DECLS
