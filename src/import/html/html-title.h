/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dl_html_title_find (const char *full, GPtrArray *headings, const char *site, char **rest);

G_END_DECLS
