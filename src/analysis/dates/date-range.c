/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-range.h"

#include <string.h>

/* What the two ends of a range tell of each other. */

/* Whether it is a time of day and nothing more. */
static gboolean
is_clock (const DlDateParts *parts)
{
  return parts->base == DL_DATE_BASE_NONE &&
         (dl_date_parts_get_levels (parts) & ~DL_DATE_LEVEL_PART) == DL_DATE_LEVEL_CLOCK;
}

/* All of @from but the time of day. */
static void
take_day (DlDateParts *parts, const DlDateParts *from)
{
  const DlDateParts own = *parts;

  *parts = *from;
  memcpy (parts->part, own.part, sizeof own.part);
  parts->has_half = own.has_half;
  parts->point.hour = own.point.hour;
  parts->point.minute = own.point.minute;
  parts->point.second = own.point.second;
  parts->point.zone = own.point.zone != DL_ZONE_NONE ? own.point.zone : from->point.zone;
}

/* “tomorrow from 9 to 11”; the end of “3 p.m. to 5” is in the afternoon too. */
static void
share_day (DlDateParts *start, DlDateParts *end)
{
  const int first = start->point.hour;

  if (is_clock (end))
    {
      take_day (end, start);
      if (start->has_half && !end->has_half && end->point.hour < first &&
          end->point.hour + 12 > first)
        end->point.hour += 12;
    }
  else if (is_clock (start))
    take_day (start, end);
}

static void
copy_base (DlDateParts *to, const DlDateParts *from)
{
  to->base = from->base;
  to->unit = from->unit;
  to->shift = from->shift;
}

/* Whether the unit that @from counts is what @to is a part of: “the 4th” of next month. */
static gboolean
is_part_of (const DlDateParts *to, const DlDateParts *from)
{
  const DlDatePoint *point = &to->point;

  if (to->base != DL_DATE_BASE_NONE || from->base == DL_DATE_BASE_NONE ||
      to->toward != DL_DATE_TOWARD_NONE || point->year != DL_YEAR_UNKNOWN)
    return FALSE;
  if (from->unit == DL_DATE_UNIT_WEEK)
    return to->weekday != 0 && point->day == 0 && point->month == 0;
  if (from->unit == DL_DATE_UNIT_MONTH)
    return point->day != 0 && point->month == 0;

  return from->unit == DL_DATE_UNIT_YEAR && point->month != 0;
}

/* Whether it names a month, a day or a weekday. */
static gboolean
is_named (const DlDateParts *parts)
{
  return parts->point.month != 0 || parts->point.day != 0 || parts->weekday != 0;
}

/* “the 4th to the 7th of next month”, “next week from Monday to Friday”, “October last year to
 * March”, “5 May to today”: one end tells of which year, month or week both are. */
static void
share_base (DlDateParts *start, DlDateParts *end)
{
  const DlDatePoint *a = &start->point, *b = &end->point;
  const int over = a->month != 0 && b->month != 0 && b->month < a->month ? 1 : 0;

  if (is_part_of (end, start) && is_named (start))
    {
      copy_base (end, start);
      end->shift += end->unit == DL_DATE_UNIT_YEAR ? over : 0;
    }
  else if (is_part_of (start, end) && is_named (end))
    {
      copy_base (start, end);
      start->shift -= start->unit == DL_DATE_UNIT_YEAR ? over : 0;
    }
  else if (start->base == DL_DATE_BASE_NONE && end->base != DL_DATE_BASE_NONE && a->month != 0 &&
           a->year == DL_YEAR_UNKNOWN)
    copy_base (start, end);
}

/* “3 to 7 March”: gives each end from the other what it leaves out. */
void
dl_date_range_share (DlDateParts *start, DlDateParts *end)
{
  DlDatePoint *a = &start->point, *b = &end->point;

  if (a->day != 0 && a->month == 0)
    a->month = b->month;
  if (b->day != 0 && b->month == 0)
    b->month = a->month;
  if (b->year == DL_YEAR_UNKNOWN && end->base == DL_DATE_BASE_NONE && a->month <= b->month)
    b->year = a->year;
  if (a->year == DL_YEAR_UNKNOWN && b->year != DL_YEAR_UNKNOWN && start->base == DL_DATE_BASE_NONE)
    a->year = b->year - (a->month > b->month && b->month != 0);
  share_base (start, end);
  if (a->hour >= 0 && b->hour >= 0)
    share_day (start, end);
}
