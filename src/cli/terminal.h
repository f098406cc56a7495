/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

void dl_terminal_complain (const char *subject, const char *message);
gboolean dl_terminal_print (const char *text, const char *end);

gboolean dl_terminal_parse_format (const char *format, gboolean *json, GError **error);
GPtrArray *dl_terminal_load (const char *path);
const char *dl_terminal_get_language (void);

G_END_DECLS
