/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-expression.h"

G_BEGIN_DECLS

/**
 * DlDateContext:
 * @now: the day of publication, or %NULL
 * @then: the date that the text named last, or %NULL
 * @day: the last of those that name a day, or %NULL
 * @is_history: the text tells of long ago: what it leaves out is told by the dates it names
 * @tense: of the verb: -1 past, 0 not shown, 1 future
 *
 * What a date may be counted from.
 */
typedef struct
{
  const DlDatePoint *now;
  const DlDatePoint *then;
  const DlDatePoint *day;
  gboolean is_history;
  int tense;
} DlDateContext;

DlDate *dl_date_counter_run (const DlDateExpression *expression,
                             const DlDateContext *context,
                             char **timex);

DlDate *dl_date_counter_run_end (const DlDateExpression *expression,
                                 const DlDateContext *context,
                                 gboolean is_last,
                                 char **timex);

G_END_DECLS
