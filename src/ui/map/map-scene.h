/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-looks.h"
#include "map-places.h"

G_BEGIN_DECLS

/**
 * DlMapScene:
 * @shapes: %NULL: not read yet, or @message says why not
 * @session: (nullable): whose countries are shown, borrowed
 * @shading: what their fills tell
 * @looks: of each country of @shapes; %NULL: to be made, with @places and @names
 * @places: (element-type DlMapPlace): what is a point
 * @names: of each country of @shapes, borrowed; %NULL: it has none
 * @message: why there is no map, for the reader; or %NULL
 *
 * What there is to draw: the world's shapes, read when first needed, and how a session makes
 * them look.
 */
typedef struct
{
  DlMapShapes *shapes;
  DlSession *session;
  DlMapShading shading;
  DlMapLook *looks;
  GArray *places;
  const char **names;
  char *message;
} DlMapScene;

gboolean dl_map_scene_load (DlMapScene *self);
void dl_map_scene_update (DlMapScene *self, DlSession *session);
void dl_map_scene_drop_looks (DlMapScene *self);
void dl_map_scene_clear (DlMapScene *self);

const char *
dl_map_scene_find_at (DlMapScene *self, const DlMapCamera *camera, double x_px, double y_px);
gboolean dl_map_scene_get_close_up (DlMapScene *self, const char *code, DlMapCamera *camera);

G_END_DECLS
