/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dl_deadline_begin (double seconds);
void dl_deadline_end (void);
gboolean dl_deadline_is_over (void);

G_END_DECLS
