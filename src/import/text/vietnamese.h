/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dl_vietnamese_looks_like_1258 (const char *data, gsize size);

G_END_DECLS
