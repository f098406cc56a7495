/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

gboolean dl_mention_finder_is_covered (DlSession *session, guint mention);
guint dl_mention_finder_find_at (DlSession *session, gsize byte);
guint dl_mention_finder_find_step (DlSession *session, gboolean of_entity, int step, DlSpan sight);

G_END_DECLS
