/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint dl_html_tags_count_attributes (const char *text);

G_END_DECLS
