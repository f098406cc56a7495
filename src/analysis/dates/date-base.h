/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-count.h"

G_BEGIN_DECLS

gboolean
dl_date_base_count (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context);

G_END_DECLS
