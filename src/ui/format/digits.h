/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *dl_digits_printf (const char *format, ...) G_GNUC_PRINTF (1, 2);
char *dl_digits_localize (const char *text, const char *locale);

G_END_DECLS
