/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* No year further from 0 is a date; ten times the span of written history, and its days
 * are far from overflowing. */
#define DL_DATE_MAX_YEAR 999999

/* What is wrong with a date. */
typedef enum
{
  DL_DATE_SOUND,
  DL_DATE_BAD_SYNTAX,
  DL_DATE_BAD_YEAR,
  DL_DATE_BAD_MONTH,
  DL_DATE_BAD_DAY,
  DL_DATE_BAD_TIME,
  DL_DATE_BAD_ORDER,
} DlDateFault;

int dl_date_point_get_span (const DlDatePoint *point);
DlDateFault dl_date_point_check (const DlDatePoint *point);
gboolean dl_date_point_equal (const DlDatePoint *a, const DlDatePoint *b);
void dl_date_point_get_days (const DlDatePoint *point, int year, gint64 *first, gint64 *after);
int dl_date_point_get_seconds (const DlDatePoint *point);

DlDateFault dl_date_build (const DlDatePoint *start,
                           const DlDatePoint *end,
                           gboolean is_interval,
                           DlDate **date);

G_END_DECLS
