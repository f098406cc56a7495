/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void dl_deadline_begin (double seconds, GCancellable *cancellable);
void dl_deadline_end (void);
gboolean dl_deadline_is_over (void);
gboolean dl_deadline_is_over_now (void);
GCancellable *dl_deadline_get_cancellable (void);

G_END_DECLS
