/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

gboolean dl_map_step (DlSession *session, int direction, gboolean around);
void dl_map_step_anywhere (DlSession *session, int direction);

G_END_DECLS
