/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-camera.h"
#include "map-shading.h"
#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_MAP_CANVAS (dl_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (DlMapCanvas, dl_map_canvas, DL, MAP_CANVAS, GtkWidget)

DlSession *dl_map_canvas_get_session (DlMapCanvas *self);
void dl_map_canvas_set_session (DlMapCanvas *self, DlSession *session);
const char *dl_map_canvas_get_message (DlMapCanvas *self);
gboolean dl_map_canvas_is_busy (DlMapCanvas *self);

const DlMapCamera *dl_map_canvas_get_camera (DlMapCanvas *self);
void dl_map_canvas_set_camera (DlMapCanvas *self, const DlMapCamera *camera);
void dl_map_canvas_fly_to (DlMapCanvas *self, const DlMapCamera *camera);
void dl_map_canvas_zoom (DlMapCanvas *self, double factor);
void dl_map_canvas_pan (DlMapCanvas *self, double dx_px, double dy_px);
void dl_map_canvas_frame (DlMapCanvas *self);

const char *dl_map_canvas_find_at (DlMapCanvas *self, double x_px, double y_px);
guint dl_map_canvas_find_place_at (DlMapCanvas *self, double x_px, double y_px);
void dl_map_canvas_select_at (DlMapCanvas *self, double x_px, double y_px);
gboolean dl_map_canvas_get_country_rect (DlMapCanvas *self, const char *code, GdkRectangle *rect);
gboolean dl_map_canvas_get_place_rect (DlMapCanvas *self, guint entity, GdkRectangle *rect);
void dl_map_canvas_set_shading (DlMapCanvas *self, DlMapShading shading);

G_END_DECLS
