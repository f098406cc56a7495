/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-expression.h"

G_BEGIN_DECLS

/**
 * DlDateContext:
 * @now: the day of publication, or %NULL
 * @then: the date that the text named last, or %NULL
 * @is_near: @then stands in the same paragraph
 * @tense: of the verb: -1 past, 0 not shown, 1 future
 *
 * What a date may be counted from.
 */
typedef struct
{
  const DlDatePoint *now;
  const DlDatePoint *then;
  gboolean is_near;
  int tense;
} DlDateContext;

DlDate *dl_date_counter_run (const DlDateExpression *expression,
                             const DlDateContext *context,
                             char **timex);

G_END_DECLS
