/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "map-shading.h"
#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_MAP_LEGEND (dl_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (DlMapLegend, dl_map_legend, DL, MAP_LEGEND, GtkWidget)

DlSession *dl_map_legend_get_session (DlMapLegend *self);
void dl_map_legend_set_session (DlMapLegend *self, DlSession *session);
void dl_map_legend_set_shading (DlMapLegend *self, DlMapShading shading);

G_END_DECLS
