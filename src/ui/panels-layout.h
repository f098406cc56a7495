/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DlPanelsLayout:
 * @DL_PANELS_WIDE: entities, article, and the map above the timeline
 * @DL_PANELS_MEDIUM: the entities are folded away
 * @DL_PANELS_COMPACT: the map and the timeline too
 * @DL_PANELS_NARROW: one panel at a time, with a switcher at the bottom
 */
typedef enum
{
  DL_PANELS_WIDE,
  DL_PANELS_MEDIUM,
  DL_PANELS_COMPACT,
  DL_PANELS_NARROW
} DlPanelsLayout;

#define DL_TYPE_PANELS_LAYOUT (dl_panels_layout_get_type ())
GType dl_panels_layout_get_type (void);

DlPanelsLayout dl_panels_layout_choose (int width, GtkSettings *settings);

G_END_DECLS
