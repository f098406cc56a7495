/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include "timeline-cluster.h"

/* Opens what stands in one place of the axis: as a list, which can zoom in on it. */

static void
zoom_cb (DlTimelineCluster *cluster, DlTimelineAxis *self)
{
  const double *days = g_object_get_data (G_OBJECT (cluster), "days");

  self->fitted = FALSE;
  dl_time_scale_fit (&self->scale, days[0], days[1], self->scale.width_px / 4);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
close_later_cb (gpointer cluster)
{
  GtkWidget *axis = gtk_widget_get_parent (cluster);

  if (axis != NULL && DL_TIMELINE_AXIS (axis)->cluster == cluster)
    dl_timeline_axis_close_cluster (DL_TIMELINE_AXIS (axis));

  return G_SOURCE_REMOVE;
}

/* Not at once: the popover still has to hand back the focus, and to tell of the choice. */
static void
closed_cb (GtkWidget *cluster)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_later_cb, g_object_ref (cluster), g_object_unref);
}

/* What is seen of it. */
static GdkRectangle
find_place (DlTimelineAxis *self, const DlPlacement *placement)
{
  graphene_rect_t area = dl_timeline_axis_get_area (self, placement);

  return (GdkRectangle){ CLAMP (area.origin.x, 0, self->scale.width_px - 1), area.origin.y,
                         area.size.width, area.size.height };
}

/**
 * dl_timeline_axis_open_cluster:
 * @placement: of more than one event, in the layout of now
 *
 * Lists them beside their place.
 */
void
dl_timeline_axis_open_cluster (DlTimelineAxis *self, const DlPlacement *placement)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (guint));
  GdkRectangle place = find_place (self, placement);
  double *days = g_new (double, 2);

  dl_timeline_axis_close_cluster (self);
  for (guint i = 0; i < placement->n_items; i++)
    g_array_append_val (events, dl_timeline_axis_get_member (self, placement, i)->event);
  days[0] = dl_timeline_axis_get_member (self, placement, 0)->start;
  days[1] = dl_timeline_axis_get_member (self, placement, placement->n_items - 1)->start;

  self->cluster = dl_timeline_cluster_new (self->session, events);
  g_object_set_data_full (G_OBJECT (self->cluster), "days", days, g_free);
  dl_timeline_cluster_set_can_zoom (DL_TIMELINE_CLUSTER (self->cluster), days[1] - days[0] >= 1);
  gtk_widget_set_parent (self->cluster, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->cluster), &place);
  g_signal_connect (self->cluster, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect (self->cluster, "zoom", G_CALLBACK (zoom_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->cluster));
}

/**
 * dl_timeline_axis_close_cluster:
 *
 * Does nothing if none is open.
 */
void
dl_timeline_axis_close_cluster (DlTimelineAxis *self)
{
  GtkWidget *cluster = g_steal_pointer (&self->cluster);

  if (cluster == NULL)
    return;

  gtk_widget_set_visible (cluster, FALSE);
  gtk_widget_unparent (cluster);
}
