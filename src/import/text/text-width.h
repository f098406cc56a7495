/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dl_text_width_is_wide (const char *at);
guint dl_text_width_measure (const char *text);

G_END_DECLS
