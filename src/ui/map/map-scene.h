/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-looks.h"

G_BEGIN_DECLS

/**
 * DlMapScene:
 * @shapes: %NULL: not read yet, or @message says why not
 * @looks: of each country of @shapes; %NULL: to be made
 * @message: why there is no map, for the reader; or %NULL
 *
 * What there is to draw: the world's shapes, read when first needed, and how a session makes
 * them look.
 */
typedef struct
{
  DlMapShapes *shapes;
  DlMapLook *looks;
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
