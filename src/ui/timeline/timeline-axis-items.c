/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

/* What the axis draws: found in a thread where there are many events. */

/* So that bars have a place for clusters above them. */
#define LANES_MIN 2

/* The most for a panel that leaves half of itself to the list. */
#define LANES_MAX 6

/* So many events are placed within a quarter of a frame. */
#define FEW_EVENTS 1000

typedef struct
{
  DlAnnotations *annotations;
  DlClock clock;
} Request;

typedef struct
{
  DlTimelineItems *items;
  guint n_lanes;
} Found;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_object_unref (request->annotations);
  g_free (request);
}

static void
free_found (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->items, dl_timeline_items_free);
  g_free (found);
}

/* Chosen once for an article: the height must not jump while zooming. */
static guint
choose_lanes (DlTimelineItems *items)
{
  DlTimeScale scale = { .width_px = DL_AXIS_PANEL_PX };
  g_autoptr (DlTimelineLayout) layout = NULL;

  dl_time_scale_fit (&scale, items->own_first, items->own_after, DL_AXIS_MARGIN_PX);
  layout = dl_timeline_layout_new (items->rows, dl_time_scale_get_density (&scale), LANES_MAX,
                                   DL_ITEM_SIZE_PX);

  return CLAMP (dl_timeline_layout_get_n_used (layout) + 1, LANES_MIN, LANES_MAX);
}

static gpointer
find (gconstpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  Found *found = g_new (Found, 1);

  found->items = dl_timeline_items_new (request->annotations, request->clock);
  found->n_lanes = choose_lanes (found->items);

  return found;
}

static void
show_all (DlTimelineAxis *self)
{
  self->brush.active = FALSE;
  self->fitted = FALSE;
  dl_timeline_axis_fit (self);
  dl_timeline_axis_items_changed (self);
}

/* By another clock the events move; what is seen of the time stays. */
static void
found_cb (gpointer result, gpointer user_data)
{
  DlTimelineAxis *self = user_data;
  Found *found = result;
  const gboolean is_first = self->items == NULL;

  dl_timeline_axis_close_cluster (self);
  g_clear_pointer (&self->items, dl_timeline_items_free);
  self->items = g_steal_pointer (&found->items);
  if (is_first)
    {
      self->n_lanes = found->n_lanes;
      self->scale.whole_days = self->items->whole_days;
      show_all (self);
    }
  else
    {
      dl_timeline_axis_drop_layout (self);
      dl_timeline_axis_items_changed (self);
    }
  free_found (found);
}

void
dl_timeline_axis_init_items (DlTimelineAxis *self)
{
  self->latest = dl_latest_new (find, free_request, free_found, found_cb, self);
  self->n_lanes = LANES_MIN;
}

void
dl_timeline_axis_clear_items (DlTimelineAxis *self)
{
  g_clear_pointer (&self->latest, dl_latest_free);
  g_clear_pointer (&self->items, dl_timeline_items_free);
}

/**
 * dl_timeline_axis_find_items:
 *
 * Has the events of the session drawn by its clock; what is drawn stays until they are found.
 */
void
dl_timeline_axis_find_items (DlTimelineAxis *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  Request *request;

  if (annotations == NULL)
    return;

  request = g_new (Request, 1);
  request->annotations = g_object_ref (annotations);
  request->clock = dl_session_get_clock (self->session);
  dl_latest_ask (self->latest, request, dl_annotations_get_n_events (annotations) <= FEW_EVENTS);
}

/**
 * dl_timeline_axis_renew_items:
 *
 * Drops what is drawn: the session has other events, or there is another session.
 */
void
dl_timeline_axis_renew_items (DlTimelineAxis *self)
{
  dl_timeline_axis_close_cluster (self);
  dl_latest_cancel (self->latest);
  g_clear_pointer (&self->items, dl_timeline_items_free);
  dl_timeline_axis_drop_layout (self);
  if (self->session != NULL)
    dl_timeline_axis_find_items (self);
  if (self->items == NULL)
    show_all (self);
}
