/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "map-camera.h"

G_BEGIN_DECLS

typedef void (*DlMapFlightFunc) (const DlMapCamera *camera, gpointer user_data);

/**
 * DlMapFlight:
 * @animation: %NULL: none was started
 *
 * The way of a camera from one place to another.
 */
typedef struct
{
  AdwAnimation *animation;
  DlMapCamera from, to;
  DlMapFlightFunc func;
  gpointer user_data;
} DlMapFlight;

void dl_map_flight_start (DlMapFlight *self,
                          GtkWidget *widget,
                          const DlMapCamera *from,
                          const DlMapCamera *to,
                          DlMapFlightFunc func,
                          gpointer user_data);
void dl_map_flight_stop (DlMapFlight *self);
gboolean dl_map_flight_is_on (const DlMapFlight *self);

G_END_DECLS
