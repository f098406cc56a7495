/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "span.h"

G_BEGIN_DECLS

/* Longer ones are no addresses for readers, bytes. */
#define DL_WEB_ADDRESS_MAX 2048

gboolean dl_web_address_is_allowed (const char *address);
gboolean dl_web_address_find (const char *text, gsize from, gsize end, DlSpan *address);
gboolean dl_web_address_find_at (const char *text, gsize length, gsize byte, DlSpan *address);

G_END_DECLS
