/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-zoom.h"

/* The size of the text by hand: Control and the wheel, or two fingers. */

/* Fingers that spread by as much as the text grows in one step. */
#define PINCH_STEP 1.1

static void
step_size (GtkEventController *controller, gboolean larger)
{
  gtk_widget_activate_action (gtk_event_controller_get_widget (controller),
                              larger ? "win.larger-text" : "win.smaller-text", NULL);
}

/* Control and the wheel, as everywhere. */
static gboolean
scroll_cb (GtkEventController *controller, double dx, double dy)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  step_size (controller, dy < 0);

  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *pinch, GdkEventSequence *sequence, double *stepped)
{
  *stepped = 1;
}

/* @stepped: the scale of the pinch at which the text last changed */
static void
pinch_cb (GtkGesture *pinch, double scale, double *stepped)
{
  double since = scale / *stepped;

  if (since < PINCH_STEP && since > 1 / PINCH_STEP)
    return;

  *stepped = scale;
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  step_size (GTK_EVENT_CONTROLLER (pinch), since > 1);
}

static void
free_stepped (gpointer stepped, GClosure *closure)
{
  g_free (stepped);
}

/**
 * dl_text_zoom_add_controllers:
 * @widget: inside a window with the actions “larger-text” and “smaller-text”
 *
 * Lets the wheel with Control, and a pinch, change the size of the text step by step.
 */
void
dl_text_zoom_add_controllers (GtkWidget *widget)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  double *stepped = g_new (double, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  *stepped = 1;
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), stepped);
  g_signal_connect_data (pinch, "scale-changed", G_CALLBACK (pinch_cb), stepped, free_stepped, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), NULL);
  gtk_widget_add_controller (widget, scroll);
}
