/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

/* Which time the axis shows, and from which event to which the reader steps. */

/**
 * dl_timeline_axis_set_width:
 *
 * Has the axis fill @width pixels, in the direction of the interface.
 */
void
dl_timeline_axis_set_width (DlTimelineAxis *self, int width)
{
  self->scale.width_px = MAX (width, 1);
  self->scale.mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  if (!self->fitted || self->items == NULL)
    return;

  if (self->fits_own)
    dl_time_scale_fit (&self->scale, self->items->own_first, self->items->own_after,
                       DL_AXIS_MARGIN_PX);
  else
    dl_time_scale_fit (&self->scale, self->items->first, self->items->after, DL_AXIS_MARGIN_PX);
}

/**
 * dl_timeline_axis_reveal_selected:
 *
 * Brings the selected event back into sight, with as little movement as will do.
 */
void
dl_timeline_axis_reveal_selected (DlTimelineAxis *self)
{
  guint item = dl_timeline_axis_find_selected (self);
  const DlPlacement *placement;
  double left, right, dx = 0;

  if (item == DL_NONE || self->scale.width_px <= 0)
    return;

  placement = dl_timeline_layout_get_placement (dl_timeline_axis_get_layout (self), item);
  left = placement->x_px - dl_timeline_axis_get_offset (self);
  right = left + placement->width_px;
  if (right < DL_AXIS_MARGIN_PX)
    dx = DL_AXIS_MARGIN_PX - right;
  else if (left > self->scale.width_px - DL_AXIS_MARGIN_PX)
    dx = self->scale.width_px - DL_AXIS_MARGIN_PX - left;

  if (dx != 0)
    dl_timeline_axis_pan (self, self->scale.mirrored ? -dx : dx);
}

/**
 * dl_timeline_axis_zoom:
 * @factor: above 1 shows less, larger
 * @x_px: of the widget; the day that is there stays there
 */
void
dl_timeline_axis_zoom (DlTimelineAxis *self, double factor, double x_px)
{
  g_return_if_fail (DL_IS_TIMELINE_AXIS (self));

  self->fitted = FALSE;
  dl_time_scale_zoom (&self->scale, factor, x_px);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dl_timeline_axis_pan:
 * @dx_px: how far the content moves to the right
 */
void
dl_timeline_axis_pan (DlTimelineAxis *self, double dx_px)
{
  g_return_if_fail (DL_IS_TIMELINE_AXIS (self));

  self->fitted = FALSE;
  dl_time_scale_pan (&self->scale, dx_px);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dl_timeline_axis_fit:
 *
 * Shows all events that the text tells, and goes on doing so when the width changes; asked
 * once more, those of the background too.
 */
void
dl_timeline_axis_fit (DlTimelineAxis *self)
{
  g_return_if_fail (DL_IS_TIMELINE_AXIS (self));

  self->fits_own = !self->fitted || !self->fits_own;
  self->fitted = TRUE;
  dl_timeline_axis_set_width (self, self->scale.width_px);
  dl_timeline_axis_drop_layout (self);
}

/**
 * dl_timeline_axis_fit_selected:
 *
 * Shows the selected event, and on each side of it as much time as it takes; a day, at the
 * least.
 */
void
dl_timeline_axis_fit_selected (DlTimelineAxis *self)
{
  guint selected;
  const DlTimelineItem *item;

  g_return_if_fail (DL_IS_TIMELINE_AXIS (self));

  selected = dl_timeline_axis_find_selected (self);
  if (selected == DL_NONE)
    return;

  item = &g_array_index (self->items->rows, DlTimelineItem, selected);
  self->fitted = FALSE;
  dl_time_scale_fit (&self->scale, item->start, item->end, self->scale.width_px / 3);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_shown (DlTimelineAxis *self, guint item)
{
  return dl_session_is_event_shown (self->session,
                                    g_array_index (self->items->rows, DlTimelineItem, item).event);
}

/**
 * dl_timeline_axis_step:
 * @steps: 1: selects the next event in time; -1: the one before
 *
 * Events that the time filter hides are passed over; nothing happens after the last.
 */
void
dl_timeline_axis_step (DlTimelineAxis *self, int steps)
{
  guint selected, n_items;
  gint64 next;

  g_return_if_fail (DL_IS_TIMELINE_AXIS (self));

  if (dl_timeline_axis_get_is_empty (self))
    return;

  n_items = self->items->rows->len;
  selected = dl_timeline_axis_find_selected (self);
  next = selected != DL_NONE ? (gint64) selected + steps : (steps > 0 ? 0 : n_items - 1);
  while (next >= 0 && next < n_items && !is_shown (self, next))
    next += steps > 0 ? 1 : -1;

  if (next >= 0 && next < n_items)
    dl_session_select_event (self->session,
                             g_array_index (self->items->rows, DlTimelineItem, next).event);
}
