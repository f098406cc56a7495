/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

DlDate *dl_timestamp_parse (const char *text);
DlDate *dl_timestamp_parse_given (const char *text, GError **error);

G_END_DECLS
