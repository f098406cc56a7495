/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-map.h"

G_BEGIN_DECLS

typedef void (*DlPieceFunc) (const GdkRectangle *piece, gpointer user_data);

void dl_text_layout_foreach_piece (GtkTextView *view,
                                   DlTextMap *map,
                                   DlSpan span,
                                   DlPieceFunc func,
                                   gpointer user_data);
DlSpan dl_text_layout_get_visible (GtkTextView *view, DlTextMap *map);
double dl_text_layout_get_position (GtkTextView *view, DlTextMap *map, gsize byte);
gsize dl_text_layout_find_position (GtkTextView *view, DlTextMap *map, double position);
double dl_text_layout_get_scale (DlBlockKind kind);
int dl_text_layout_get_ascent (GtkTextView *view);

G_END_DECLS
