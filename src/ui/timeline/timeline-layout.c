/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-layout.h"

/* Packs the items of a timeline into lanes.
 *
 * 1. Two placements of one lane do not overlap, and stand in the order of their x: what is
 *    seen of a lane is found by bisection, and drawing costs what is seen, not what is there.
 * 2. Each item goes to the lowest lane that has room; since items come by start and then by
 *    the order of the text, those of one day pile up from the axis in that order.
 * 3. Where no lane has room, an item goes to the lane above all others; those that would
 *    overlap there share one place, a cluster.
 *
 * Lengths depend on the zoom alone, not on what is seen: panning moves the whole. */

static void
get_extent (const DlTimelineItem *item,
            double origin,
            double density,
            double *x_px,
            double *width_px)
{
  double start = (item->start - origin) * density;
  double end = (item->end - origin) * density;

  if ((item->flags & DL_ITEM_POINT) != 0)
    {
      start -= DL_ITEM_SIZE_PX / 2.0;
      end = start + DL_ITEM_SIZE_PX;
    }
  if ((item->flags & DL_ITEM_OPEN_START) != 0)
    start = end - DL_OPEN_END_PX;
  if ((item->flags & DL_ITEM_OPEN_END) != 0)
    end = start + DL_OPEN_END_PX;
  if (end - start < DL_ITEM_SIZE_PX)
    {
      start = (start + end - DL_ITEM_SIZE_PX) / 2;
      end = start + DL_ITEM_SIZE_PX;
    }

  *x_px = start;
  *width_px = end - start;
}

static double
get_lane_end (GArray *lane)
{
  const DlPlacement *last;

  if (lane->len == 0)
    return -G_MAXDOUBLE;

  last = &g_array_index (lane, DlPlacement, lane->len - 1);
  return last->x_px + last->width_px;
}

static void
append (DlTimelineLayout *self, guint number, const DlPlacement *placement)
{
  GArray *lane = g_ptr_array_index (self->lanes, number);
  DlItemPlace *place = &g_array_index (self->places, DlItemPlace, placement->item);

  place->lane = number;
  place->index = lane->len;
  g_array_append_vals (lane, placement, 1);
}

/* Turns the last placement of the lane into a pill about the place where it begins, as far
 * as (1) allows. */
static void
make_pill (GArray *lane, double pill_px)
{
  DlPlacement *last = &g_array_index (lane, DlPlacement, lane->len - 1);
  double free_px = -G_MAXDOUBLE;

  if (lane->len > 1)
    free_px = last[-1].x_px + last[-1].width_px + DL_ITEM_GAP_PX;

  last->x_px = MAX (free_px, last->x_px + (DL_ITEM_SIZE_PX - pill_px) / 2.0);
  last->width_px = pill_px;
}

/* One alone keeps its own shape; it becomes a pill when a second one joins it. */
static void
add_to_cluster (DlTimelineLayout *self, DlPlacement *placement, double pill_px)
{
  GArray *lane = g_ptr_array_index (self->lanes, self->lanes->len - 1);
  double end_px = get_lane_end (lane);
  guint item = placement->item;

  placement->lane = self->lanes->len - 1;
  placement->members = self->members->len;
  g_array_append_val (self->members, item);
  if (placement->x_px >= end_px)
    {
      placement->x_px = MAX (placement->x_px, end_px + DL_ITEM_GAP_PX);
      append (self, placement->lane, placement);
      return;
    }

  if (g_array_index (lane, DlPlacement, lane->len - 1).n_items == 1)
    make_pill (lane, pill_px);
  g_array_index (lane, DlPlacement, lane->len - 1).n_items++;
  g_array_index (self->places, DlItemPlace, item) =
    (DlItemPlace){ .lane = placement->lane, .index = lane->len - 1 };
}

static void
add_item (DlTimelineLayout *self, guint item, double x_px, double width_px, double pill_px)
{
  DlPlacement placement = { .x_px = x_px, .width_px = width_px, .item = item, .n_items = 1 };

  for (guint i = 0; i + 1 < self->lanes->len; i++)
    if (get_lane_end (g_ptr_array_index (self->lanes, i)) + DL_ITEM_GAP_PX <= x_px)
      {
        placement.lane = i;
        append (self, i, &placement);
        return;
      }

  add_to_cluster (self, &placement, pill_px);
}

/**
 * dl_timeline_layout_new:
 * @items: (element-type DlTimelineItem): by start
 * @density: pixels a day
 * @n_lanes: how many there is room for, that of the clusters included; at least 2
 * @pill_px: width of a cluster: room for its label
 *
 * Returns: (transfer full): where each item goes
 */
DlTimelineLayout *
dl_timeline_layout_new (GArray *items, double density, guint n_lanes, double pill_px)
{
  DlTimelineLayout *self;

  g_return_val_if_fail (items != NULL && density > 0 && n_lanes >= 2, NULL);

  self = g_new0 (DlTimelineLayout, 1);
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_sized_new (FALSE, TRUE, sizeof (DlItemPlace), items->len);
  g_array_set_size (self->places, items->len);
  self->origin = items->len > 0 ? g_array_index (items, DlTimelineItem, 0).start : 0;
  for (guint i = 0; i < n_lanes; i++)
    g_ptr_array_add (self->lanes, g_array_new (FALSE, FALSE, sizeof (DlPlacement)));

  for (guint i = 0; i < items->len; i++)
    {
      double x_px, width_px;

      get_extent (&g_array_index (items, DlTimelineItem, i), self->origin, density, &x_px,
                  &width_px);
      add_item (self, i, x_px, width_px, pill_px);
    }

  return self;
}

void
dl_timeline_layout_free (DlTimelineLayout *self)
{
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->members);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * dl_timeline_layout_get_n_used:
 *
 * Returns: how many lanes from the axis up hold something
 */
guint
dl_timeline_layout_get_n_used (DlTimelineLayout *self)
{
  guint used = self->lanes->len;

  while (used > 0 && ((GArray *) g_ptr_array_index (self->lanes, used - 1))->len == 0)
    used--;

  return used;
}

/**
 * dl_timeline_layout_get_placement:
 *
 * Returns: (transfer none): where @item is drawn, itself or the cluster that holds it
 */
const DlPlacement *
dl_timeline_layout_get_placement (DlTimelineLayout *self, guint item)
{
  DlItemPlace place;

  g_return_val_if_fail (item < self->places->len, NULL);

  place = g_array_index (self->places, DlItemPlace, item);
  return &g_array_index ((GArray *) g_ptr_array_index (self->lanes, place.lane), DlPlacement,
                         place.index);
}

/* The first placement of the lane that ends after @x_px. */
static guint
bisect (GArray *lane, double x_px)
{
  guint low = 0, high = lane->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const DlPlacement *placement = &g_array_index (lane, DlPlacement, middle);

      if (placement->x_px + placement->width_px <= x_px)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * dl_timeline_layout_find_visible:
 * @first: (out): index of the first placement that reaches into [@from_px, @to_px)
 * @after: (out): the index after the last
 */
void
dl_timeline_layout_find_visible (DlTimelineLayout *self,
                                 guint lane,
                                 double from_px,
                                 double to_px,
                                 guint *first,
                                 guint *after)
{
  GArray *placements = g_ptr_array_index (self->lanes, lane);

  *first = bisect (placements, from_px);
  *after = *first;
  while (*after < placements->len && g_array_index (placements, DlPlacement, *after).x_px < to_px)
    (*after)++;
}

/**
 * dl_timeline_layout_find_at:
 * @slack_px: how far beside it still hits
 *
 * Returns: (transfer none) (nullable): the placement at @x_px
 */
const DlPlacement *
dl_timeline_layout_find_at (DlTimelineLayout *self, guint lane, double x_px, double slack_px)
{
  guint first, after;

  g_return_val_if_fail (lane < self->lanes->len, NULL);

  dl_timeline_layout_find_visible (self, lane, x_px - slack_px, x_px + slack_px, &first, &after);
  if (first == after)
    return NULL;

  return &g_array_index ((GArray *) g_ptr_array_index (self->lanes, lane), DlPlacement, first);
}
