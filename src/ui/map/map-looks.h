/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-painter.h"
#include "session.h"

G_BEGIN_DECLS

DlMapLook *dl_map_looks_new (DlMapShapes *shapes, DlSession *session, DlMapShading shading);
DlMapBox dl_map_looks_get_box (DlMapShapes *shapes, const DlMapLook *looks);
DlMapBox dl_map_looks_get_bloc_box (DlMapShapes *shapes, const DlMapLook *looks);
guint dl_map_looks_find_dot (DlMapShapes *shapes,
                             const DlMapLook *looks,
                             const DlMapCamera *camera,
                             double x_px,
                             double y_px);

G_END_DECLS
