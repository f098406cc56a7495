/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "timeline-item.h"
#include "timeline-palette.h"

G_BEGIN_DECLS

/**
 * DlMarkState:
 * @DL_MARK_SELECTED: gets a ring
 * @DL_MARK_DIMMED: something else is selected, or filtered for
 */
typedef enum
{
  DL_MARK_SELECTED = 1 << 0,
  DL_MARK_DIMMED = 1 << 1
} DlMarkState;

/* One stripe and one gap, along x. */
#define DL_MARK_STRIPE_PX 6.0f

void dl_timeline_paint_mark (GtkSnapshot *snapshot,
                             const DlTimelinePalette *palette,
                             const graphene_rect_t *rect,
                             DlItemFlags flags,
                             DlMarkState state,
                             gboolean mirrored);
void dl_timeline_paint_cluster (GtkSnapshot *snapshot,
                                const DlTimelinePalette *palette,
                                const graphene_rect_t *rect,
                                PangoLayout *label,
                                DlMarkState state);

G_END_DECLS
