/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <math.h>

#include "event-format.h"

/* What the reader does with the axis.
 *
 *   click, Enter     selects an event; opens a cluster as a list
 *   drag             chooses a stretch of time: the session's filter
 *   scroll, pinch    zooms about the pointer; sideways, or with Shift, pans
 *   Left, Right      the event that is seen to the left or right
 *   Shift + these    moves the later end of the filter; with Ctrl, the earlier one
 *   + − 0 .          zooms in, out, to all, to the selected event
 *   Escape           drops the filter, then the selection
 */

#define ZOOM_STEP 1.25
#define PAN_STEP_PX 48
#define DRAG_START_PX 6 /* less is a click */

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlTimelineAxis *self)
{
  const DlPlacement *placement = dl_timeline_axis_find_placement (self, x, y);

  if (dl_timeline_axis_get_is_empty (self))
    return;
  if (placement == NULL)
    dl_session_clear_selection (self->session);
  else if (placement->n_items > 1)
    dl_timeline_axis_open_cluster (self, placement);
  else
    dl_session_select_event (self->session,
                             dl_timeline_axis_get_member (self, placement, 0)->event);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, DlTimelineAxis *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, DlTimelineAxis *self)
{
  double x, y;

  if (dl_timeline_axis_get_is_empty (self) || (!self->brush.active && fabs (dx) < DRAG_START_PX))
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->brush.active = TRUE;
  self->brush.start = dl_time_scale_to_day (&self->scale, x);
  self->brush.end = dl_time_scale_to_day (&self->scale, x + dx);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, DlTimelineAxis *self)
{
  g_autoptr (DlDate) filter = NULL;

  if (!self->brush.active)
    return;

  self->brush.active = FALSE;
  filter = dl_timeline_filter_new (&self->scale, self->items, self->brush.start, self->brush.end);
  if (filter != NULL)
    dl_session_set_time_filter (self->session, filter);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, DlTimelineAxis *self)
{
  self->brush.active = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, DlTimelineAxis *self)
{
  self->pointer_x = x;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, DlTimelineAxis *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (dl_timeline_axis_get_is_empty (self))
    return GDK_EVENT_PROPAGATE;

  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  if (dx != 0)
    dl_timeline_axis_pan (self, -dx * PAN_STEP_PX);
  if (dy != 0)
    dl_timeline_axis_zoom (self, pow (ZOOM_STEP, -dy), self->pointer_x);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, DlTimelineAxis *self)
{
  self->zoom_before = dl_time_scale_get_density (&self->scale);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, DlTimelineAxis *self)
{
  double x = self->scale.width_px / 2, y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  dl_timeline_axis_zoom (self, self->zoom_before * scale / dl_time_scale_get_density (&self->scale),
                         x);
}

static char *
describe_placement (DlTimelineAxis *self, const DlPlacement *placement)
{
  DlAnnotations *annotations = dl_session_get_annotations (self->session);
  guint event = dl_timeline_axis_get_member (self, placement, 0)->event;

  return dl_event_describe (dl_annotations_get_event (annotations, event), annotations,
                            dl_session_get_clock (self->session));
}

static gboolean
query_tooltip_cb (DlTimelineAxis *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const DlPlacement *placement;
  g_autofree char *sentence = NULL;

  if (keyboard || dl_timeline_axis_get_is_empty (self))
    return FALSE;

  placement = dl_timeline_axis_find_placement (self, x, y);
  if (placement == NULL)
    sentence = dl_timeline_axis_describe_document (self, x);
  else if (placement->n_items == 1)
    sentence = describe_placement (self, placement);

  gtk_tooltip_set_text (tooltip, sentence);
  return sentence != NULL;
}

static void
add_brush (DlTimelineAxis *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * dl_timeline_axis_add_controllers:
 *
 * Lets the pointer in.
 */
void
dl_timeline_axis_add_controllers (DlTimelineAxis *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_brush (self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
zoom_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);
  double factor = g_variant_get_double (parameter);

  if (factor > 0)
    dl_timeline_axis_zoom (self, factor, self->scale.width_px / 2);
  else
    dl_timeline_axis_fit (self);
}

static void
step_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);
  int right = g_variant_get_int32 (parameter);

  dl_timeline_axis_step (self, self->scale.mirrored ? -right : right);
}

/* The days of the filter; else those of the selected event, or the middle of what is seen.
 * Returns whether there is a filter. */
static gboolean
find_brush (DlTimelineAxis *self, gint64 *first, gint64 *after)
{
  DlDate *filter = dl_session_get_time_filter (self->session);
  guint selected = dl_timeline_axis_find_selected (self);

  if (filter != NULL)
    {
      gboolean is_placed = dl_timeline_filter_get_days (filter, self->items, first, after);

      /* An open end is taken to be at the edge. */
      if (*first == G_MININT64)
        *first = (gint64) floor (self->scale.from);
      if (*after == G_MAXINT64)
        *after = (gint64) ceil (self->scale.to);
      return is_placed;
    }

  if (selected != DL_NONE)
    {
      const DlTimelineItem *item = &g_array_index (self->items->rows, DlTimelineItem, selected);

      *first = (gint64) floor (item->start);
      *after = MAX ((gint64) ceil (item->end), *first + 1);
      return FALSE;
    }

  *first = (gint64) floor ((self->scale.from + self->scale.to) / 2);
  *after = *first + 1;
  return FALSE;
}

/* One step is a twelfth of what is seen: at any zoom the change is seen, and a few presses
 * cross the screen.  A filter that begins is the day of the selected event. */
static void
move_brush (DlTimelineAxis *self, int right, gboolean earlier)
{
  gint64 step = MAX (1, (gint64) ((self->scale.to - self->scale.from) / 12));
  g_autoptr (DlDate) filter = NULL;
  gint64 first, after;

  if (dl_timeline_axis_get_is_empty (self))
    return;

  step *= self->scale.mirrored ? -right : right;
  if (find_brush (self, &first, &after) && earlier)
    first = MIN (first + step, after - 1);
  else if (dl_session_get_time_filter (self->session) != NULL)
    after = MAX (first + 1, after + step);
  filter = dl_timeline_filter_new (&self->scale, self->items, first, after - 0.5);
  if (filter != NULL)
    dl_session_set_time_filter (self->session, filter);
}

static void
brush_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_brush (DL_TIMELINE_AXIS (widget), g_variant_get_int32 (parameter), FALSE);
}

static void
brush_start_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_brush (DL_TIMELINE_AXIS (widget), g_variant_get_int32 (parameter), TRUE);
}

/* What a click on the selected event does. */
static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);
  guint selected = dl_timeline_axis_find_selected (self);
  const DlPlacement *placement;

  if (selected == DL_NONE)
    return;

  placement = dl_timeline_layout_get_placement (dl_timeline_axis_get_layout (self), selected);
  if (placement->n_items > 1)
    dl_timeline_axis_open_cluster (self, placement);
  else
    dl_session_select_event (self->session, dl_session_get_event (self->session));
}

static void
fit_selected_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  dl_timeline_axis_fit_selected (DL_TIMELINE_AXIS (widget));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DlTimelineAxis *self = DL_TIMELINE_AXIS (widget);

  if (self->session == NULL)
    return GDK_EVENT_PROPAGATE;
  if (dl_session_get_time_filter (self->session) != NULL)
    dl_session_set_time_filter (self->session, NULL);
  else if (dl_session_has_selection (self->session))
    dl_session_clear_selection (self->session);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
bind (GtkWidgetClass *klass, guint key, const char *action, double factor)
{
  gtk_widget_class_add_binding_action (klass, key, 0, action, "d", factor);
}

static void
bind_brush (GtkWidgetClass *klass, guint key, int right)
{
  gtk_widget_class_add_binding_action (klass, key, GDK_SHIFT_MASK, "axis.brush", "i", right);
  gtk_widget_class_add_binding_action (klass, key, GDK_SHIFT_MASK | GDK_CONTROL_MASK,
                                       "axis.brush-start", "i", right);
}

/**
 * dl_timeline_axis_class_install_keys:
 *
 * Lets the keyboard in.
 */
void
dl_timeline_axis_class_install_keys (GtkWidgetClass *klass)
{
  const guint open_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  gtk_widget_class_install_action (klass, "axis.zoom", "d", zoom_action);
  gtk_widget_class_install_action (klass, "axis.step", "i", step_action);
  gtk_widget_class_install_action (klass, "axis.brush", "i", brush_action);
  gtk_widget_class_install_action (klass, "axis.brush-start", "i", brush_start_action);
  gtk_widget_class_install_action (klass, "axis.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "axis.fit-selected", NULL, fit_selected_action);

  bind (klass, GDK_KEY_plus, "axis.zoom", ZOOM_STEP);
  bind (klass, GDK_KEY_equal, "axis.zoom", ZOOM_STEP);
  bind (klass, GDK_KEY_KP_Add, "axis.zoom", ZOOM_STEP);
  bind (klass, GDK_KEY_minus, "axis.zoom", 1 / ZOOM_STEP);
  bind (klass, GDK_KEY_KP_Subtract, "axis.zoom", 1 / ZOOM_STEP);
  bind (klass, GDK_KEY_0, "axis.zoom", 0);
  bind (klass, GDK_KEY_KP_0, "axis.zoom", 0);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_Left, 0, "axis.step", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Left, 0, "axis.step", "i", -1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Right, 0, "axis.step", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Right, 0, "axis.step", "i", 1);
  bind_brush (klass, GDK_KEY_Left, -1);
  bind_brush (klass, GDK_KEY_KP_Left, -1);
  bind_brush (klass, GDK_KEY_Right, 1);
  bind_brush (klass, GDK_KEY_KP_Right, 1);
  for (guint i = 0; i < G_N_ELEMENTS (open_keys); i++)
    gtk_widget_class_add_binding_action (klass, open_keys[i], 0, "axis.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_period, 0, "axis.fit-selected", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Decimal, 0, "axis.fit-selected", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, escape_cb, NULL);
}
