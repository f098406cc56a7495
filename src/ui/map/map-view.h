/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-canvas.h"
#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_MAP_VIEW (dl_map_view_get_type ())
G_DECLARE_FINAL_TYPE (DlMapView, dl_map_view, DL, MAP_VIEW, GtkWidget)

DlMapView *dl_map_view_new (void);

DlSession *dl_map_view_get_session (DlMapView *self);
void dl_map_view_set_session (DlMapView *self, DlSession *session);
DlMapCanvas *dl_map_view_get_canvas (DlMapView *self);

G_END_DECLS
