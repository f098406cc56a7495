/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-parts.h"

G_BEGIN_DECLS

typedef enum
{
  DL_DATE_BOUND_NONE,
  DL_DATE_BOUND_FROM, /* “since”: the date and after */
  DL_DATE_BOUND_UNTIL /* “until”: before, and the date */
} DlDateBound;

/* What words tell of a range. */
typedef enum
{
  DL_DATE_SPAN_PLAIN,  /* “2 to 3 May” */
  DL_DATE_SPAN_MARKED, /* “from 2 May to”, “between 2007 and”: both of its ends */
  DL_DATE_SPAN_SMALL   /* the same; none but times of day and days of the week count */
} DlDateSpan;

/**
 * DlDateExpression:
 * @start: the date, or where the range starts
 * @end: where the range ends
 * @is_range: whether it is one
 * @bound: whether it is open at one side
 * @value: owned: the TIMEX3 value of what is no date on the calendar; or %NULL
 */
typedef struct
{
  DlDateParts start;
  DlDateParts end;
  gboolean is_range;
  DlDateBound bound;
  char *value;
} DlDateExpression;

DlDateExpression *dl_date_expression_new (const char *text);
void dl_date_expression_free (DlDateExpression *self);

gboolean dl_date_expression_can_join (const char *a, const char *b, gboolean is_loose);
gboolean dl_date_expression_can_span (const char *a, const char *b, DlDateSpan how);
char *dl_date_expression_repeat_at (const char *set, const char *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlDateExpression, dl_date_expression_free)

G_END_DECLS
