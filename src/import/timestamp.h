/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

DlDate *dl_timestamp_parse (const char *text);

G_END_DECLS
