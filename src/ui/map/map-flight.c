/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-flight.h"

#define FLIGHT_MS 350

static void
step_cb (double part, gpointer data)
{
  DlMapFlight *self = data;
  DlMapCamera camera = dl_map_camera_between (&self->from, &self->to, part);

  self->func (part < 1 ? &camera : &self->to, self->user_data);
}

/**
 * dl_map_flight_start:
 * @func: (scope notified): called with each camera on the way; at once with the last one
 *   where the reader wants no animations, or does not see @widget
 */
void
dl_map_flight_start (DlMapFlight *self,
                     GtkWidget *widget,
                     const DlMapCamera *from,
                     const DlMapCamera *to,
                     DlMapFlightFunc func,
                     gpointer user_data)
{
  dl_map_flight_stop (self);
  self->from = *from;
  self->to = *to;
  self->func = func;
  self->user_data = user_data;
  self->animation =
    adw_timed_animation_new (widget, 0, 1, FLIGHT_MS,
                             adw_callback_animation_target_new (step_cb, self, NULL));
  g_object_ref_sink (self->animation);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  adw_animation_play (self->animation);
}

void
dl_map_flight_stop (DlMapFlight *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

gboolean
dl_map_flight_is_on (const DlMapFlight *self)
{
  return self->animation != NULL &&
         adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}
