/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * DlTimelinePalette:
 * @text: labels of ticks
 * @line: the axis and its ticks
 * @event: what the text tells
 * @background: what a background file tells
 * @selection: the ring about the selected event
 * @brush: the stretch of time that is filtered for
 * @hatch_opacity: of the ground between the stripes
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA line;
  GdkRGBA event;
  GdkRGBA background;
  GdkRGBA selection;
  GdkRGBA brush;
  float hatch_opacity;
} DlTimelinePalette;

const DlTimelinePalette *dl_timeline_palette_get (gboolean dark, gboolean high_contrast);

G_END_DECLS
