/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dl_encoding_to_utf8 (GBytes *bytes, const char *declared, gsize *length, GError **error);
char *dl_encoding_page_to_utf8 (GBytes *bytes, const char *declared, gsize *length);

G_END_DECLS
