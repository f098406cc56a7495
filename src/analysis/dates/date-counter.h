/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-count.h"

G_BEGIN_DECLS

DlDate *dl_date_counter_run (const DlDateExpression *expression,
                             const DlDateContext *context,
                             char **timex);

DlDate *dl_date_counter_run_end (const DlDateExpression *expression,
                                 const DlDateContext *context,
                                 gboolean is_last,
                                 char **timex);

G_END_DECLS
