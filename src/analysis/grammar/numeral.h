/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dl_numeral_read (const char *text, gsize length, guint *value, guint *digits);

G_END_DECLS
