/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-count.h"

G_BEGIN_DECLS

void
dl_date_feast_count (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context);
void dl_date_feast_count_islamic (DlDateCount *count,
                                  const DlDateParts *parts,
                                  const DlDateContext *context);

G_END_DECLS
