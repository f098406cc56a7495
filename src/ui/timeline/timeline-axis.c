/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "date-format.h"
#include "digits.h"
#include "event-format.h"

/**
 * DlTimelineAxis:
 *
 * The events of an article drawn on a line of time, with the session's selection and time
 * filter.  It is the twin of a list that says the same in words: a screen reader is told
 * how much is drawn, and which event is selected.
 *
 * Time runs in the direction of the interface's text, as GTK's own scales and progress bars
 * do: to the left in Arabic.  Left and Right move the selection as it is seen.
 */

G_DEFINE_FINAL_TYPE (DlTimelineAxis, dl_timeline_axis, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_IS_EMPTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/**
 * dl_timeline_axis_redraw:
 *
 * Draws the widget anew, the pictures of the events too.
 */
void
dl_timeline_axis_redraw (DlTimelineAxis *self)
{
  dl_timeline_axis_drop_pictures (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_label (DlTimelineAxis *self)
{
  guint n_items = self->items != NULL ? self->items->rows->len : 0;
  g_autofree char *label =
    dl_digits_printf (ngettext ("Timeline with %u event", "Timeline with %u events", n_items),
                      n_items);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What a screen reader is told when the selection or the filter changes: the dates that are
 * shown, then the selected event, or else the document's own dates. */
static void
update_description (DlTimelineAxis *self)
{
  DlAnnotations *annotations =
    self->session != NULL ? dl_session_get_annotations (self->session) : NULL;
  g_autofree char *dates = NULL, *shown = NULL, *sentence = NULL, *text = NULL;
  DlDate *filter;
  guint event;

  if (annotations == NULL)
    return;

  filter = dl_session_get_time_filter (self->session);
  event = dl_session_get_event (self->session);

  if (event < dl_annotations_get_n_events (annotations))
    sentence = dl_event_describe (dl_annotations_get_event (annotations, event), annotations,
                                  dl_session_get_clock (self->session));
  else
    sentence = dl_timeline_axis_describe_document (self, NAN);
  if (filter != NULL)
    {
      dates = dl_date_format_spoken (filter);
      /* Translators: the time that the reader chose, “13 to 14 October 2021” */
      shown = g_strdup_printf (C_ ("accessibility", "Dates shown: %s"), dates);
    }

  text = g_strjoin ("\n", shown != NULL ? shown : sentence, shown != NULL ? sentence : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/**
 * dl_timeline_axis_items_changed:
 *
 * Other events are drawn than before, or the same at other places.
 */
void
dl_timeline_axis_items_changed (DlTimelineAxis *self)
{
  update_label (self);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
}

static void
filter_changed_cb (DlTimelineAxis *self)
{
  update_description (self);
  dl_timeline_axis_redraw (self);
}

static void
selection_changed_cb (DlTimelineAxis *self)
{
  update_description (self);
  dl_timeline_axis_reveal_selected (self);
  dl_timeline_axis_redraw (self);
}

static void
dl_timeline_axis_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 4 * DL_AXIS_MARGIN_PX;
      *natural = DL_AXIS_PANEL_PX;
      return;
    }

  *minimum = *natural = dl_timeline_axis_get_line_y (self) + DL_TICK_PX + DL_LABEL_GAP_PX +
                        dl_timeline_labels_get_height (self->labels);
}

static void
dl_timeline_axis_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);

  dl_timeline_axis_set_width (self, width);
  if (self->cluster != NULL)
    gtk_popover_present (GTK_POPOVER (self->cluster));
}

static void
dl_timeline_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  dl_timeline_axis_draw (DL_TIMELINE_AXIS (widget), snapshot);
}

static void
dl_timeline_axis_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dl_timeline_axis_parent_class)->css_changed (widget, change);

  dl_timeline_labels_clear (DL_TIMELINE_AXIS (widget)->labels);
  dl_timeline_axis_drop_layout (DL_TIMELINE_AXIS (widget));
  gtk_widget_queue_resize (widget);
}

static void
dl_timeline_axis_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);

  GTK_WIDGET_CLASS (dl_timeline_axis_parent_class)->direction_changed (widget, previous);

  dl_timeline_labels_clear (self->labels);
  dl_timeline_axis_set_width (self, self->scale.width_px);
  dl_timeline_axis_redraw (self);
}

static void
dl_timeline_axis_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (object);

  switch (property)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, dl_timeline_axis_get_is_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
dl_timeline_axis_set_property (GObject *object,
                               guint property,
                               const GValue *value,
                               GParamSpec *pspec)
{
  if (property == PROP_SESSION)
    dl_timeline_axis_set_session (DL_TIMELINE_AXIS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dl_timeline_axis_dispose (GObject *object)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (object);

  dl_timeline_axis_close_cluster (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  dl_timeline_axis_clear_items (self);
  g_clear_pointer (&self->layout, dl_timeline_layout_free);
  dl_timeline_axis_drop_pictures (self);

  G_OBJECT_CLASS (dl_timeline_axis_parent_class)->dispose (object);
}

static void
dl_timeline_axis_finalize (GObject *object)
{
  dl_timeline_labels_free (DL_TIMELINE_AXIS (object)->labels);

  G_OBJECT_CLASS (dl_timeline_axis_parent_class)->finalize (object);
}

static void
dl_timeline_axis_class_init (DlTimelineAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dl_timeline_axis_dispose;
  object_class->finalize = dl_timeline_axis_finalize;
  object_class->get_property = dl_timeline_axis_get_property;
  object_class->set_property = dl_timeline_axis_set_property;
  widget_class->measure = dl_timeline_axis_measure;
  widget_class->size_allocate = dl_timeline_axis_size_allocate;
  widget_class->snapshot = dl_timeline_axis_snapshot;
  widget_class->css_changed = dl_timeline_axis_css_changed;
  widget_class->direction_changed = dl_timeline_axis_direction_changed;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, DL_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * DlTimelineAxis:is-empty:
   *
   * Nothing has a place on the axis.
   */
  properties[PROP_IS_EMPTY] =
    g_param_spec_boolean ("is-empty", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "timelineaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  dl_timeline_axis_class_install_keys (widget_class);
}

static void
dl_timeline_axis_init (DlTimelineAxis *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->labels = dl_timeline_labels_new (GTK_WIDGET (self));
  dl_timeline_axis_init_items (self);
  self->fitted = TRUE;
  self->scale = (DlTimeScale){ .from = 0, .to = 1, .width_px = 1 };

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION,
                                  C_ ("accessibility", "timeline"), -1);
  update_label (self);
  dl_timeline_axis_add_controllers (self);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (dl_timeline_axis_redraw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (dl_timeline_axis_redraw),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
dl_timeline_axis_new (void)
{
  return g_object_new (DL_TYPE_TIMELINE_AXIS, NULL);
}

DlSession *
dl_timeline_axis_get_session (DlTimelineAxis *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_AXIS (self), NULL);

  return self->session;
}

/**
 * dl_timeline_axis_set_session:
 * @session: (nullable): whose events are drawn and selected
 */
void
dl_timeline_axis_set_session (DlTimelineAxis *self, DlSession *session)
{
  g_return_if_fail (DL_IS_TIMELINE_AXIS (self));
  g_return_if_fail (session == NULL || DL_IS_SESSION (session));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_swapped (session, "notify::annotations",
                                G_CALLBACK (dl_timeline_axis_renew_items), self);
      g_signal_connect_swapped (session, "notify::selection", G_CALLBACK (selection_changed_cb),
                                self);
      g_signal_connect_swapped (session, "notify::clock", G_CALLBACK (dl_timeline_axis_find_items),
                                self);
      g_signal_connect_swapped (session, "notify::time-filter", G_CALLBACK (filter_changed_cb),
                                self);
    }
  dl_timeline_axis_renew_items (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * dl_timeline_axis_get_is_empty:
 *
 * Returns: whether no event has a place on the axis
 */
gboolean
dl_timeline_axis_get_is_empty (DlTimelineAxis *self)
{
  g_return_val_if_fail (DL_IS_TIMELINE_AXIS (self), TRUE);

  return self->items == NULL || self->items->rows->len == 0;
}
