/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-input.h"

#include <math.h>

/* What pointers and fingers do on the map: drag, wheel, pinch, click. */

/* For one notch of a wheel. */
#define WHEEL_FACTOR 1.25

/* For a pixel of a touchpad: a swipe of 140 pixels doubles. */
#define SWIPE_FACTOR 1.005

#define DOUBLE_CLICK_FACTOR 2

/**
 * Input:
 * @start: the camera when the present gesture began
 *
 * Belongs to the canvas as its data.
 */
typedef struct
{
  DlMapCanvas *canvas;
  DlMapCamera start;
  double x_px, y_px; /* the pointer */
  guint card_source; /* waits whether a click becomes a double one */
} Input;

static void
motion_cb (Input *self, double x_px, double y_px)
{
  self->x_px = x_px;
  self->y_px = y_px;
}

static gboolean
scroll_cb (Input *self, double dx, double dy, GtkEventControllerScroll *scroll)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self->canvas);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;

  dl_map_camera_zoom (&camera, pow (is_wheel ? WHEEL_FACTOR : SWIPE_FACTOR, -dy), self->x_px,
                      self->y_px);
  dl_map_canvas_set_camera (self->canvas, &camera);

  return GDK_EVENT_STOP;
}

static void
begin_cb (Input *self)
{
  self->start = *dl_map_canvas_get_camera (self->canvas);
}

static void
drag_update_cb (Input *self, double dx_px, double dy_px, GtkGesture *drag)
{
  DlMapCamera camera = self->start;

  if (!gtk_drag_check_threshold (GTK_WIDGET (self->canvas), 0, 0, dx_px, dy_px) &&
      gtk_gesture_get_sequence_state (drag, gtk_gesture_single_get_current_sequence (
                                              GTK_GESTURE_SINGLE (drag))) !=
        GTK_EVENT_SEQUENCE_CLAIMED)
    return;

  /* Claimed: the press is no click any more. */
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  dl_map_camera_pan (&camera, dx_px, dy_px);
  dl_map_canvas_set_camera (self->canvas, &camera);
}

static void
scale_changed_cb (Input *self, double scale, GtkGesture *pinch)
{
  DlMapCamera camera = self->start;
  double x_px, y_px;

  if (!gtk_gesture_get_bounding_box_center (pinch, &x_px, &y_px))
    return;

  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
  dl_map_camera_zoom (&camera, scale, x_px, y_px);
  dl_map_canvas_set_camera (self->canvas, &camera);
}

static gboolean
card_cb (gpointer data)
{
  Input *self = data;

  self->card_source = 0;
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "map.card", NULL);

  return G_SOURCE_REMOVE;
}

static void
queue_card (Input *self)
{
  int double_click_ms;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->canvas)), "gtk-double-click-time",
                &double_click_ms, NULL);
  self->card_source = g_timeout_add (double_click_ms, card_cb, self);
}

static void
pressed_cb (Input *self)
{
  g_clear_handle_id (&self->card_source, g_source_remove);
}

static void
free_input (gpointer data)
{
  Input *self = data;

  g_clear_handle_id (&self->card_source, g_source_remove);
  g_free (self);
}

static void
released_cb (Input *self, int n_press, double x_px, double y_px)
{
  DlMapCamera camera = *dl_map_canvas_get_camera (self->canvas);

  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (n_press == 1)
    {
      pressed_cb (self);
      dl_map_canvas_select_at (self->canvas, x_px, y_px);
      queue_card (self);
    }
  else if (n_press == 2)
    {
      dl_map_camera_zoom (&camera, DOUBLE_CLICK_FACTOR, x_px, y_px);
      dl_map_canvas_fly_to (self->canvas, &camera);
    }
}

/**
 * dl_map_input_attach:
 *
 * Makes the canvas follow the pointer, the wheel and fingers, for as long as it lives.
 */
void
dl_map_input_attach (DlMapCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  Input *self = g_new0 (Input, 1);

  self->canvas = canvas;
  g_object_set_data_full (G_OBJECT (canvas), "input", self, free_input);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (scale_changed_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);

  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
}
