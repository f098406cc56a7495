/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline-item.h"

G_BEGIN_DECLS

/**
 * DlPlacement:
 * @x_px: its left edge from the layout's origin, in reading direction of time
 * @width_px: up to its later edge
 * @lane: 0 is next to the axis
 * @item: index of the item; of a cluster its first
 * @n_items: 1; more: a cluster of so many, from @item on in the layout's members
 * @members: where the cluster's items begin in #DlTimelineLayout.members
 *
 * What is drawn in one place.
 */
typedef struct
{
  double x_px;
  double width_px;
  guint lane;
  guint item;
  guint n_items;
  guint members;
} DlPlacement;

/**
 * DlTimelineLayout:
 * @lanes: (element-type GArray): of each lane its #DlPlacement, by x; the last is that of
 *   the clusters
 * @members: (element-type guint): the items of all clusters
 * @places: of each item the lane and the index there
 * @origin: the day at x = 0
 */
typedef struct
{
  GPtrArray *lanes;
  GArray *members;
  GArray *places;
  double origin;
} DlTimelineLayout;

/**
 * DlItemPlace:
 *
 * Where an item went: dl_timeline_layout_get_placement().
 */
typedef struct
{
  guint lane;
  guint index;
} DlItemPlace;

#define DL_ITEM_SIZE_PX 14 /* height of a bar, width of a dot */
#define DL_ITEM_GAP_PX 4   /* between two in one lane */
#define DL_OPEN_END_PX 34  /* length of a bar whose other end is open */

DlTimelineLayout *
dl_timeline_layout_new (GArray *items, double density, guint n_lanes, double pill_px);
void dl_timeline_layout_free (DlTimelineLayout *self);

guint dl_timeline_layout_get_n_used (DlTimelineLayout *self);
const DlPlacement *dl_timeline_layout_get_placement (DlTimelineLayout *self, guint item);
void dl_timeline_layout_find_visible (DlTimelineLayout *self,
                                      guint lane,
                                      double from_px,
                                      double to_px,
                                      guint *first,
                                      guint *after);
const DlPlacement *
dl_timeline_layout_find_at (DlTimelineLayout *self, guint lane, double x_px, double slack_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTimelineLayout, dl_timeline_layout_free)

G_END_DECLS
