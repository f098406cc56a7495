/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-count.h"

G_BEGIN_DECLS

void
dl_date_weekday_count (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context);
void dl_date_weekday_count_weekend (DlDateCount *count,
                                    const DlDateParts *parts,
                                    const DlDateContext *context);

G_END_DECLS
