/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-private.h"

/* The furthest zone from UTC that is in use (Line Islands). */
#define MAX_ZONE_MINUTES (14 * 60)

/**
 * dl_date_point_get_span:
 * @point: a date
 *
 * Returns: how many years its year stands for: 1, 10 or 100
 */
int
dl_date_point_get_span (const DlDatePoint *point)
{
  return point->year_digits == 3 ? 10 : point->year_digits == 2 ? 100 : 1;
}

static DlDateFault
check_year (const DlDatePoint *point)
{
  int span = dl_date_point_get_span (point);
  int first;

  if (point->year_digits < 2 || point->year_digits > 4)
    return DL_DATE_BAD_YEAR;
  if (point->year == DL_YEAR_UNKNOWN)
    return span == 1 ? DL_DATE_SOUND : DL_DATE_BAD_YEAR;
  if (point->year < -DL_DATE_MAX_YEAR || point->year > DL_DATE_MAX_YEAR)
    return DL_DATE_BAD_YEAR;

  /* Decades before Christ count away from 0: “-004X” is -49 to -40. */
  first = point->year >= 0 ? point->year - point->year % span
                           : point->year - point->year % span - (span - 1);
  if (first != point->year && span > 1)
    return DL_DATE_BAD_YEAR;
  if (span > 1 && (point->month != 0 || point->day != 0 || ABS (point->year) > 9999))
    return DL_DATE_BAD_YEAR;

  return DL_DATE_SOUND;
}

static DlDateFault
check_month_and_day (const DlDatePoint *point)
{
  gboolean is_month = point->month >= 1 && point->month <= 12;
  gboolean is_season = point->month >= 21 && point->month <= 24;
  gboolean is_quarter = point->month >= 33 && point->month <= 36;

  if (point->month != 0 && !is_month && !is_season && !is_quarter)
    return DL_DATE_BAD_MONTH;
  if (point->month != 0 && point->year != DL_YEAR_UNKNOWN && ABS (point->year) > 9999)
    return DL_DATE_BAD_YEAR;
  if (point->day == 0)
    return DL_DATE_SOUND;
  if (is_season || is_quarter || point->day < 1 || point->day > 31)
    return DL_DATE_BAD_DAY;
  if (is_month && point->day > dl_date_days_in_month (point->year, point->month))
    return DL_DATE_BAD_DAY;

  return DL_DATE_SOUND;
}

static DlDateFault
check_time (const DlDatePoint *point)
{
  gboolean has_no_date = point->year == DL_YEAR_UNKNOWN && point->month == 0 && point->day == 0;
  gboolean has_zone = point->zone != DL_ZONE_NONE;

  if (point->hour == -1)
    {
      if (point->minute != -1 || point->second != -1 || has_zone)
        return DL_DATE_BAD_TIME;
      return has_no_date ? DL_DATE_BAD_SYNTAX : DL_DATE_SOUND;
    }

  if (point->day == 0 && !has_no_date)
    return DL_DATE_BAD_TIME;
  if (point->hour < 0 || point->hour > 24 || point->minute < -1 || point->minute > 59 ||
      point->second < -1 || point->second > 60)
    return DL_DATE_BAD_TIME;
  if (point->hour == 24 && (point->minute > 0 || point->second > 0))
    return DL_DATE_BAD_TIME;
  if (point->minute == -1 && point->second != -1)
    return DL_DATE_BAD_TIME;
  if (has_zone && ABS (point->zone) > MAX_ZONE_MINUTES)
    return DL_DATE_BAD_TIME;

  return DL_DATE_SOUND;
}

/**
 * dl_date_point_check:
 * @point: a date that may be none
 *
 * Returns: what is wrong with it
 */
DlDateFault
dl_date_point_check (const DlDatePoint *point)
{
  DlDateFault fault = check_year (point);

  if (fault == DL_DATE_SOUND)
    fault = check_month_and_day (point);
  if (fault == DL_DATE_SOUND)
    fault = check_time (point);

  return fault;
}

/* The months of a season or quarter.  Seasons are those of weather services in the north:
 * spring begins on 1 March, and winter reaches into the next year. */
static void
get_months (int code, int *first, int *count)
{
  *count = code > 12 ? 3 : 1;
  if (code >= 33)
    *first = (code - 33) * 3 + 1;
  else if (code >= 21)
    *first = (code - 21) * 3 + 3;
  else
    *first = code;
}

/**
 * dl_date_point_get_days:
 * @point: a date
 * @year: its year, or the one to take for it
 * @first: (out): the number of its first day
 * @after: (out): the number of the day after its last
 */
void
dl_date_point_get_days (const DlDatePoint *point, int year, gint64 *first, gint64 *after)
{
  int month, count;

  if (point->month == 0)
    {
      int span = dl_date_point_get_span (point);

      *first = dl_date_day_from_civil (year, 1, 1);
      *after = dl_date_day_from_civil (year + span, 1, 1);
    }
  else if (point->day != 0)
    {
      *first = dl_date_day_from_civil (year, point->month, point->day);
      *after = *first + 1;
    }
  else
    {
      get_months (point->month, &month, &count);
      *first = dl_date_day_from_civil (year, month, 1);
      month += count;
      *after = dl_date_day_from_civil (year + (month > 12), month > 12 ? month - 12 : month, 1);
    }
}

/**
 * dl_date_point_get_seconds:
 * @point: a date
 *
 * Returns: its time of day in seconds; -1: not given
 */
int
dl_date_point_get_seconds (const DlDatePoint *point)
{
  if (point->hour == -1)
    return -1;

  return point->hour * 3600 + MAX (point->minute, 0) * 60 + MAX (point->second, 0);
}

gboolean
dl_date_point_equal (const DlDatePoint *a, const DlDatePoint *b)
{
  return a->year == b->year && a->year_digits == b->year_digits && a->month == b->month &&
         a->day == b->day && a->hour == b->hour && a->minute == b->minute &&
         a->second == b->second && a->zone == b->zone && a->flags == b->flags;
}
