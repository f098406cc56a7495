/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-shading.h"
#include "session.h"

G_BEGIN_DECLS

char *dl_map_dup_fill_words (DlSession *session, guint fill);
char *dl_map_dup_country_part (DlSession *session, const char *code);
char *dl_map_describe (DlSession *session);
char *dl_map_describe_place (DlSession *session, guint entity);
char *dl_map_describe_country (DlSession *session, const char *code);
guint dl_map_find_fills (DlSession *session, DlMapShading shading);

G_END_DECLS
