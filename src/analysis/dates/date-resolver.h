/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

void dl_date_resolver_run (DlReading *reading, DlBackground *background);

G_END_DECLS
