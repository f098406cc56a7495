/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * DlMapStop:
 * @code: of a country; %NULL: @place
 * @place: index of an entity, or %DL_NONE
 */
typedef struct
{
  const char *code;
  guint place;
} DlMapStop;

GArray *dl_map_stops_new (DlSession *session);

G_END_DECLS
