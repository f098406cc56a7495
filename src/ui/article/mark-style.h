/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kind.h"

G_BEGIN_DECLS

/* The height that the thickest mark takes, in pixels. */
#define DL_MARK_HEIGHT 4

void dl_mark_style_get_color (DlKind kind, gboolean dark, GdkRGBA *color);
void dl_mark_style_get_ground (DlKind kind, gboolean dark, gboolean lit, GdkRGBA *color);
void dl_mark_style_draw (DlKind kind,
                         GtkSnapshot *snapshot,
                         const graphene_point_t *start,
                         float width,
                         gboolean dark,
                         gboolean bold);

G_END_DECLS
