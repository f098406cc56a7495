/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

char *dl_map_dup_part_words (DlSession *session, DlPart part);
char *dl_map_describe (DlSession *session);
char *dl_map_describe_country (DlSession *session, const char *code);
guint dl_map_find_parts (DlSession *session);

G_END_DECLS
