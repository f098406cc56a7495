/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-map.h"

G_BEGIN_DECLS

void dl_hit_painter_get_colors (gboolean dark, gboolean current, GdkRGBA *fill, GdkRGBA *edge);
void dl_hit_painter_draw (const GArray *hits,
                          guint current,
                          GtkTextView *view,
                          DlTextMap *map,
                          DlSpan visible,
                          GtkSnapshot *snapshot);

G_END_DECLS
