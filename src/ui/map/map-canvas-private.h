/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-cache.h"
#include "map-canvas.h"
#include "map-flight.h"
#include "map-scene.h"

G_BEGIN_DECLS

/* What the files of the canvas know of it, and no one else does. */
struct _DlMapCanvas
{
  GtkWidget parent_instance;

  DlSession *session;
  DlMapScene scene;

  DlMapCamera camera;
  DlMapCache cache;
  guint draw_source;
  gboolean outrun; /* a picture was wanted while the last one was drawn */
  gboolean framed; /* the camera shows what the article is about, or what was asked for since */
  gboolean moved;  /* the latter */
  gboolean steady; /* the reader points at the map: do not move it under the pointer */

  DlMapFlight flight;
};

/* The picture: map-canvas-picture.c. */
void dl_map_canvas_init_picture (DlMapCanvas *self);
gboolean dl_map_canvas_load_scene (DlMapCanvas *self);
void dl_map_canvas_queue_picture (DlMapCanvas *self);
void dl_map_canvas_expire_picture (DlMapCanvas *self);
void dl_map_canvas_drop_looks (DlMapCanvas *self);
void dl_map_canvas_draw_picture (DlMapCanvas *self, GtkSnapshot *snapshot);

/* Where it stands: map-canvas-camera.c. */
void dl_map_canvas_follow_selection (DlMapCanvas *self);

G_END_DECLS
