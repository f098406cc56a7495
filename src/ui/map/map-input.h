/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-canvas.h"

G_BEGIN_DECLS

void dl_map_input_attach (DlMapCanvas *canvas);

G_END_DECLS
