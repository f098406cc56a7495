/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-parts.h"

G_BEGIN_DECLS

void dl_date_range_share (DlDateParts *start, DlDateParts *end);

G_END_DECLS
