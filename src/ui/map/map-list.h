/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-shading.h"
#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_MAP_LIST (dl_map_list_get_type ())
G_DECLARE_FINAL_TYPE (DlMapList, dl_map_list, DL, MAP_LIST, GtkWidget)

void dl_map_list_set_session (DlMapList *self, DlSession *session);
guint dl_map_list_get_selected_place (DlMapList *self);
gboolean dl_map_list_get_selected_rect (DlMapList *self, GdkRectangle *rect);
void dl_map_list_set_shading (DlMapList *self, DlMapShading shading);

G_END_DECLS
