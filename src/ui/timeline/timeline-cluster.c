/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-cluster.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "event-format.h"
#include "timeline-rows.h"

/**
 * DlTimelineCluster:
 *
 * The events for which the axis has but one place, as a list to choose from.
 *
 * Emits ::zoom when the reader would rather see them apart.
 */

struct _DlTimelineCluster
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkListView *list;
  GtkWidget *zoom;

  DlSession *session;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (DlTimelineCluster, dl_timeline_cluster, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_ZOOM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activate_cb (DlTimelineCluster *self, guint position)
{
  guint event = dl_timeline_rows_get_event (G_LIST_MODEL (self->rows), position);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (event != DL_NONE)
    dl_session_select_event (self->session, event);
}

static void
zoom_cb (DlTimelineCluster *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ZOOM], 0);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlTimelineCluster *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), new_label ("event-date"));
  gtk_box_append (GTK_BOX (box), new_label (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DlTimelineCluster *self)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  DlClock clock = dl_session_get_clock (self->session);
  GtkWidget *box = gtk_list_item_get_child (item);
  DlEvent *event;
  g_autofree char *date = NULL;
  g_autofree char *sentence = NULL;

  event = dl_annotations_get_event (annotations,
                                    dl_timeline_row_get_event (gtk_list_item_get_item (item)));
  date = dl_event_format_date (event, annotations, clock);
  sentence = dl_event_describe (event, annotations, clock);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), date);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       dl_event_get_fields (event)->what);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
dl_timeline_cluster_dispose (GObject *object)
{
  DlTimelineCluster *self = DL_TIMELINE_CLUSTER (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_TIMELINE_CLUSTER);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (dl_timeline_cluster_parent_class)->dispose (object);
}

static void
dl_timeline_cluster_class_init (DlTimelineClusterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_timeline_cluster_dispose;

  /**
   * DlTimelineCluster::zoom:
   *
   * The axis is asked to show so short a time that the events stand apart.
   */
  signals[SIGNAL_ZOOM] = g_signal_new ("zoom", DL_TYPE_TIMELINE_CLUSTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/dateline/Dateline/timeline/timeline-cluster.ui");
  gtk_widget_class_bind_template_child (widget_class, DlTimelineCluster, title);
  gtk_widget_class_bind_template_child (widget_class, DlTimelineCluster, list);
  gtk_widget_class_bind_template_child (widget_class, DlTimelineCluster, zoom);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
}

static void
dl_timeline_cluster_init (DlTimelineCluster *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The selected event is where the list begins. */
static void
fill (DlTimelineCluster *self, GArray *events)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  self->rows = g_list_store_new (DL_TYPE_TIMELINE_ROW);
  for (guint i = 0; i < events->len; i++)
    {
      guint event = g_array_index (events, guint, i);
      g_autoptr (DlTimelineRow) row = dl_timeline_row_new (event);

      if (event == dl_session_get_event (self->session))
        selected = i;
      g_list_store_append (self->rows, row);
    }
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->rows));
  gtk_single_selection_set_selected (selection, selected);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * dl_timeline_cluster_new:
 * @session: has annotations, as long as the popover is open
 * @events: (element-type guint): indices of the events, in their order
 */
GtkWidget *
dl_timeline_cluster_new (DlSession *session, GArray *events)
{
  DlTimelineCluster *self = g_object_new (DL_TYPE_TIMELINE_CLUSTER, NULL);
  g_autofree char *title =
    dl_digits_printf (ngettext ("%u event", "%u events", events->len), events->len);

  self->session = g_object_ref (session);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  fill (self, events);

  return GTK_WIDGET (self);
}

/**
 * dl_timeline_cluster_set_can_zoom:
 * @can_zoom: whether a shorter time would part the events; not so if all are of one day
 */
void
dl_timeline_cluster_set_can_zoom (DlTimelineCluster *self, gboolean can_zoom)
{
  g_return_if_fail (DL_IS_TIMELINE_CLUSTER (self));

  gtk_widget_set_visible (self->zoom, can_zoom);
}
