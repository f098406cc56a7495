/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double turns_get_ms (void);
void turns_watch (void);
void turns_begin (void);
double turns_get_longest (void);

G_END_DECLS
