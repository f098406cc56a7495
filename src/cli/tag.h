/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean dl_tag_check (const char *tag, GError **error);

G_END_DECLS
