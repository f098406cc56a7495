/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-lunar.h"

#include <unicode/ucal.h>

#include "date-shift.h"

/* The calendars of China and Korea count months from new moon to new moon, each by its own
 * hour, so that they part now and then by a day.  ICU reckons both, and is held to be right
 * for the years below; before them the calendars followed rules of their own. */
#define FIRST_YEAR 1901
#define LAST_YEAR 2100

#define MS_PER_DAY 86400000.0

/* So many looks find a month; each goes on by the number of months that the one before
 * was off. */
#define MAX_LOOKS 6

/* The mean length of a month, in days. */
#define MONTH 29.53

static int
get (UCalendar *calendar, gint64 day, UCalendarDateFields field, UErrorCode *status)
{
  ucal_setMillis (calendar, (day - dl_date_day_from_civil (1970, 1, 1)) * MS_PER_DAY, status);

  return ucal_get (calendar, field, status);
}

/* Asks for months of days only: the way back, from month to day, is not always right in
 * ICU 72 (the Chinese year of 1997 begins in April there).
 *
 * Returns: the first day of that month; 0 if it is not found */
static gint64
find_month (UCalendar *calendar, int year, int month, UErrorCode *status)
{
  gint64 day = dl_date_day_from_civil (year, 2, 19) + (gint64) ((month - 1) * MONTH);

  for (int i = 0; i < MAX_LOOKS; i++)
    {
      const gint64 first = day - get (calendar, day, UCAL_DATE, status) + 1;
      int off = month - 1 - get (calendar, day, UCAL_MONTH, status);

      if (off == 0 && !get (calendar, day, UCAL_IS_LEAP_MONTH, status))
        return first;
      off += off > 6 ? -12 : off < -6 ? 12 : off == 0 ? -1 : 0;
      day = first + (gint64) (MONTH / 2 + off * MONTH);
    }

  return 0;
}

/**
 * dl_date_lunar_get_day:
 * @year: of our calendar, in which the lunar year begins
 * @month: 1 to 12, not a leap month
 * @mday: 1 to 30; 0: the eve of the month
 * @day: (out): the number of the day, as dl_date_day_from_civil()
 *
 * Returns: whether that can be told
 */
gboolean
dl_date_lunar_get_day (DlDateMoon moon, int year, int month, int mday, gint64 *day)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  const gboolean is_korean = moon == DL_DATE_MOON_KOREAN;
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar;
  gint64 first;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || mday < 0 || mday > 30)
    return FALSE;

  calendar = ucal_open (utc, -1, is_korean ? "ko@calendar=dangi" : "zh@calendar=chinese",
                        UCAL_TRADITIONAL, &status);
  if (U_FAILURE (status))
    return FALSE;
  first = find_month (calendar, year, month, &status);
  ucal_close (calendar);
  *day = first + mday - 1;

  return U_SUCCESS (status) && first != 0;
}
