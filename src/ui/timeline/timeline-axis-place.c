/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "digits.h"

/* Where the events stand on the axis, and which stands where. */

#define PILL_PADDING_PX 3 /* beside the count of a cluster */
#define HIT_SLACK_PX 5    /* a finger's or a hand's tremble */

/**
 * dl_timeline_axis_get_count:
 *
 * Returns: (transfer none): the label of a cluster of @n_items, “+35”
 */
PangoLayout *
dl_timeline_axis_get_count (DlTimelineAxis *self, guint n_items)
{
  /* Translators: so many events for which there is no room */
  g_autofree char *text = dl_digits_printf (C_ ("timeline", "+%u"), n_items);

  return dl_timeline_labels_get (self->labels, text);
}

/**
 * dl_timeline_axis_get_pill_height:
 *
 * Returns: how high a cluster is, from the foot of its lane: text may be larger than a bar
 */
double
dl_timeline_axis_get_pill_height (DlTimelineAxis *self)
{
  return MAX (DL_ITEM_SIZE_PX, dl_timeline_labels_get_height (self->labels));
}

/**
 * dl_timeline_axis_drop_layout:
 *
 * Has the events placed anew with the next frame.
 */
void
dl_timeline_axis_drop_layout (DlTimelineAxis *self)
{
  g_clear_pointer (&self->layout, dl_timeline_layout_free);
  dl_timeline_axis_redraw (self);
}

/* Room for the count of the largest cluster there could be. */
static double
get_pill_width (DlTimelineAxis *self)
{
  guint widest = 999;
  int width;

  while (widest < self->items->rows->len)
    widest = widest * 10 + 9;
  pango_layout_get_pixel_size (dl_timeline_axis_get_count (self, widest), &width, NULL);

  return width + 2 * PILL_PADDING_PX;
}

/* The layout at the zoom of now. */
DlTimelineLayout *
dl_timeline_axis_get_layout (DlTimelineAxis *self)
{
  double density = dl_time_scale_get_density (&self->scale);

  if (self->layout == NULL || fabs (density / self->layout_density - 1) > 1e-9)
    {
      g_clear_pointer (&self->layout, dl_timeline_layout_free);
      self->layout =
        dl_timeline_layout_new (self->items->rows, density, self->n_lanes, get_pill_width (self));
      self->layout_density = density;
    }

  return self->layout;
}

/* Where the earlier edge of the widget is in the layout. */
double
dl_timeline_axis_get_offset (DlTimelineAxis *self)
{
  return (self->scale.from - dl_timeline_axis_get_layout (self)->origin) * self->layout_density;
}

double
dl_timeline_axis_get_line_y (DlTimelineAxis *self)
{
  return DL_AXIS_PADDING_PX + self->n_lanes * DL_LANE_PITCH_PX + DL_AXIS_GAP_PX +
         dl_timeline_axis_get_pill_height (self) - DL_ITEM_SIZE_PX;
}

/* The top of the lowest lane. */
double
dl_timeline_axis_get_lane_y (DlTimelineAxis *self)
{
  return dl_timeline_axis_get_line_y (self) - DL_AXIS_GAP_PX - DL_ITEM_SIZE_PX;
}

/**
 * dl_timeline_axis_get_area:
 *
 * Returns: where @placement is in the widget; it may be out of sight
 */
graphene_rect_t
dl_timeline_axis_get_area (DlTimelineAxis *self, const DlPlacement *placement)
{
  double height =
    placement->n_items > 1 ? dl_timeline_axis_get_pill_height (self) : DL_ITEM_SIZE_PX;
  double x = placement->x_px - dl_timeline_axis_get_offset (self);
  double foot = dl_timeline_axis_get_lane_y (self) + DL_ITEM_SIZE_PX -
                placement->lane * (double) DL_LANE_PITCH_PX;

  if (self->scale.mirrored)
    x = self->scale.width_px - x - placement->width_px;

  return GRAPHENE_RECT_INIT (x, foot - height, placement->width_px, height);
}

/**
 * dl_timeline_axis_find_placement:
 *
 * Returns: (transfer none) (nullable): what is at this point of the widget, or close by
 */
const DlPlacement *
dl_timeline_axis_find_placement (DlTimelineAxis *self, double x_px, double y_px)
{
  double above = dl_timeline_axis_get_line_y (self) - DL_AXIS_GAP_PX + 4 - y_px;
  double forward_px = self->scale.mirrored ? self->scale.width_px - x_px : x_px;
  DlTimelineLayout *layout;
  guint lane;

  if (dl_timeline_axis_get_is_empty (self) || above < 0)
    return NULL;

  layout = dl_timeline_axis_get_layout (self);
  lane = MIN ((guint) (above / DL_LANE_PITCH_PX), self->n_lanes - 1);
  return dl_timeline_layout_find_at (layout, lane, forward_px + dl_timeline_axis_get_offset (self),
                                     HIT_SLACK_PX);
}

/**
 * dl_timeline_axis_get_member:
 * @placement: of the layout of now
 * @position: less than its n_items
 */
const DlTimelineItem *
dl_timeline_axis_get_member (DlTimelineAxis *self, const DlPlacement *placement, guint position)
{
  guint item = placement->n_items > 1
                 ? g_array_index (self->layout->members, guint, placement->members + position)
                 : placement->item;

  return &g_array_index (self->items->rows, DlTimelineItem, item);
}

/* The index of the selected event's item, or DL_NONE. */
guint
dl_timeline_axis_find_selected (DlTimelineAxis *self)
{
  guint event = self->session != NULL ? dl_session_get_event (self->session) : DL_NONE;

  if (event == DL_NONE || dl_timeline_axis_get_is_empty (self))
    return DL_NONE;

  for (guint i = 0; i < self->items->rows->len; i++)
    if (g_array_index (self->items->rows, DlTimelineItem, i).event == event)
      return i;

  return DL_NONE;
}
