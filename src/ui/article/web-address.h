/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "span.h"

G_BEGIN_DECLS

gboolean dl_web_address_find (const char *text, gsize from, gsize end, DlSpan *address);
gboolean dl_web_address_find_at (const char *text, gsize length, gsize byte, DlSpan *address);

G_END_DECLS
