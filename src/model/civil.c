/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date.h"

/* Days of the proleptic Gregorian calendar, counted from 1 January 1970.  The year is
 * taken to begin in March, so that the leap day is its last; an era is 400 such years. */
#define DAYS_PER_ERA 146097
#define DAYS_BEFORE_1970 719468 /* from 1 March of year 0 */

static gint64
divide_down (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

static gboolean
is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * dl_date_day_from_civil:
 * @year: astronomical: 0 is 1 BC
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the number of the day; 0 is 1 January 1970
 */
gint64
dl_date_day_from_civil (int year, int month, int day)
{
  gint64 y = (gint64) year - (month <= 2);
  gint64 era = divide_down (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - DAYS_BEFORE_1970;
}

/**
 * dl_date_civil_from_day:
 * @day: the number of a day; 0 is 1 January 1970
 * @year: (out): astronomical: 0 is 1 BC
 * @month: (out): 1 to 12
 * @mday: (out): 1 to 31
 *
 * The inverse of dl_date_day_from_civil().
 */
void
dl_date_civil_from_day (gint64 day, int *year, int *month, int *mday)
{
  gint64 shifted = day + DAYS_BEFORE_1970;
  gint64 era = divide_down (shifted, DAYS_PER_ERA);
  gint64 day_of_era = shifted - era * DAYS_PER_ERA;
  gint64 year_of_era =
    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (DAYS_PER_ERA - 1)) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;

  *mday = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

/**
 * dl_date_days_in_month:
 * @year: astronomical, or %DL_YEAR_UNKNOWN, which may be a leap year
 * @month: 1 to 12
 *
 * Returns: how many days the month has
 */
int
dl_date_days_in_month (int year, int month)
{
  static const gint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  if (month == 2 && (year == DL_YEAR_UNKNOWN || is_leap (year)))
    return 29;

  return days[month - 1];
}

/**
 * dl_date_weekday:
 * @day: the number of a day; 0 is 1 January 1970
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts
 */
int
dl_date_weekday (gint64 day)
{
  int from_monday = (day + 3) % 7;

  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}
