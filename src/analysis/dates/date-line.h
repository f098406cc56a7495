/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

DlDate *dl_date_line_find (DlReading *reading);

G_END_DECLS
