/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-map.h"

G_BEGIN_DECLS

void dl_spoken_painter_draw (DlSpan spoken,
                             GtkTextView *view,
                             DlTextMap *map,
                             DlSpan visible,
                             GtkSnapshot *snapshot);

G_END_DECLS
