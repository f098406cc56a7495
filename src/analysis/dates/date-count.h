/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-expression.h"

G_BEGIN_DECLS

/* No verb says so, but the words look ahead: “until 30 April”, unless that has just been. */
#define DL_DATE_TENSE_LIKELY 2

/**
 * DlDateContext:
 * @now: the day of publication, or %NULL
 * @then: the date that the text named last, or %NULL
 * @day: the last of those that name a day, or %NULL
 * @past: the last of them that is not after publication, or %NULL
 * @is_history: the text tells of long ago: what it leaves out is told by the dates it names
 * @tense: of the verb: -1 past, 0 not shown, 1 future, %DL_DATE_TENSE_LIKELY
 *
 * What a date may be counted from.
 */
typedef struct
{
  const DlDatePoint *now;
  const DlDatePoint *then;
  const DlDatePoint *day;
  const DlDatePoint *past;
  gboolean is_history;
  int tense;
} DlDateContext;

/**
 * DlDateCount:
 * @first: the date, or its first day
 * @last: its last day, if @is_interval
 * @is_open: there is nothing to count from
 * @timex: owned: where TIMEX3 writes it otherwise than the date; or %NULL
 *
 * One date, or one end of a range, counted out.
 */
typedef struct
{
  DlDatePoint first;
  DlDatePoint last;
  gboolean is_interval;
  gboolean is_open;
  char *timex;
} DlDateCount;

void dl_date_count_set_open (DlDateCount *self, const char *timex);
void dl_date_count_set_open_unit (DlDateCount *self, const DlDateParts *parts);
void dl_date_count_set_week (DlDateCount *self, gint64 day, gboolean is_weekend, gboolean is_exact);
void
dl_date_count_add_month (DlDateCount *self, const DlDateParts *parts, const DlDateContext *context);
DlDate *dl_date_count_make_date (const DlDateCount *self);

G_END_DECLS
