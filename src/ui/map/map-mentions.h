/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

GArray *dl_map_mentions_new (DlSession *session, DlCountry *country);
GArray *dl_map_mentions_new_of_place (DlEntity *place);
guint dl_map_mentions_count (DlSession *session, DlCountry *country);

G_END_DECLS
