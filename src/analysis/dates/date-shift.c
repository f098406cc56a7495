/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-shift.h"

/* Returns: the number of its day, as dl_date_day_from_civil() */
gint64
dl_date_shift_get_day (const DlDatePoint *point)
{
  return dl_date_day_from_civil (point->year, point->month, point->day);
}

/* Gives @point the year, month and day of that number. */
void
dl_date_shift_set_day (DlDatePoint *point, gint64 day)
{
  int month, mday;

  dl_date_civil_from_day (day, &point->year, &month, &mday);
  point->month = month;
  point->day = mday;
}

/* Returns: whether @point, which may be %NULL, is a day of a known year */
gboolean
dl_date_shift_has_day (const DlDatePoint *point)
{
  return point != NULL && point->year != DL_YEAR_UNKNOWN && point->day != 0 && point->month >= 1 &&
         point->month <= 12;
}

/* Returns: the Monday of the week that holds @day */
gint64
dl_date_shift_get_monday (gint64 day)
{
  return day - (dl_date_weekday (day) - 1);
}

/* Returns: the number of the day of Easter in @year, which is after Christ, by the
 *   Gregorian calendar */
gint64
dl_date_shift_get_easter (int year)
{
  const int golden = year % 19, century = year / 100, rest = year % 100;
  const int moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
  const int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
  const int late = (golden + 11 * moon + 19 * sunday) / 433;
  const int month = (moon + sunday - 7 * late + 90) / 25;

  return dl_date_day_from_civil (year, month, (moon + sunday - 7 * late + 33 * month + 19) % 32);
}

/* Returns: the number of the day of Easter in @year, which is after Christ, as the Eastern
 *   churches count it: by the Julian calendar (J. Meeus, “Astronomical Algorithms”, ch. 8) */
gint64
dl_date_shift_get_pascha (int year)
{
  const int moon = (19 * (year % 19) + 15) % 30;
  const int sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const int days = moon + sunday + 114;
  const int late = year / 100 - year / 400 - 2; /* the Julian behind the Gregorian calendar */

  return dl_date_day_from_civil (year, days / 31, 1) + days % 31 + late;
}

/**
 * dl_date_shift_get_islamic:
 * @year: of the Hijra
 * @month: 1 Muharram to 12
 *
 * The arithmetical calendar (Reingold and Dershowitz, “Calendrical Calculations”, ch. 7):
 * where the moon is watched for, a month may begin a day sooner or later.
 *
 * Returns: the number of that day
 */
gint64
dl_date_shift_get_islamic (int year, int month, int day)
{
  const gint64 years = (gint64) (year - 1) * 354 + (3 + 11 * year) / 30;

  return dl_date_day_from_civil (622, 7, 19) - 1 + years + 29 * (month - 1) + (6 * month - 1) / 11 +
         day;
}

static int
divide (int a, int b)
{
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static gboolean
shift_clock (DlDatePoint *point, DlDateUnit unit, gint64 shift)
{
  static const int seconds[] = { 0, 1, 60, 3600 };
  gint64 clock;

  if (!dl_date_shift_has_day (point))
    return FALSE;
  /* Of a day without an hour: “48 hours ago”, and what is within that day. */
  if (point->hour < 0)
    {
      const gint64 total = shift * seconds[unit];

      dl_date_shift_set_day (point, dl_date_shift_get_day (point) + total / 86400);
      return ABS (total) < 86400 || total % 86400 == 0;
    }

  clock = dl_date_shift_get_day (point) * 86400 + point->hour * 3600 + MAX (point->minute, 0) * 60 +
          MAX (point->second, 0) + shift * seconds[unit];
  dl_date_shift_set_day (point, clock / 86400);
  clock %= 86400;
  point->hour = clock / 3600;
  point->minute = clock / 60 % 60;
  point->second = unit == DL_DATE_UNIT_SECOND ? clock % 60 : -1;

  return TRUE;
}

static gboolean
shift_days (DlDatePoint *point, DlDateUnit unit, gint64 shift, gboolean is_exact)
{
  gint64 day;

  if (!dl_date_shift_has_day (point))
    return FALSE;

  day = dl_date_shift_get_day (point);
  if (unit == DL_DATE_UNIT_DAY)
    day += shift;
  else if (is_exact)
    day += 7 * shift;
  else
    day = dl_date_shift_get_monday (day) + 7 * shift + (unit == DL_DATE_UNIT_WEEKEND ? 5 : 0);
  dl_date_shift_set_day (point, day);

  return TRUE;
}

static gboolean
shift_months (DlDatePoint *point, DlDateUnit unit, int shift)
{
  int months;

  if (unit == DL_DATE_UNIT_QUARTER && point->month >= 33 && point->month <= 36)
    point->month = (point->month - 33) * 3 + 1;
  if (point->month < 1 || point->month > 12)
    return FALSE;

  months = point->month - 1;
  if (unit == DL_DATE_UNIT_QUARTER)
    months = months / 3 + shift;
  else
    months += shift;
  point->year += divide (months, unit == DL_DATE_UNIT_QUARTER ? 4 : 12);
  point->month = unit == DL_DATE_UNIT_QUARTER ? 33 + months - divide (months, 4) * 4
                                              : 1 + months - divide (months, 12) * 12;
  point->day = 0;

  return TRUE;
}

static void
shift_years (DlDatePoint *point, DlDateUnit unit, int shift)
{
  const int span = unit == DL_DATE_UNIT_DECADE ? 10 : unit == DL_DATE_UNIT_CENTURY ? 100 : 1;

  point->year = divide (point->year, span) * span + shift * span;
  point->year_digits = span == 10 ? 3 : span == 100 ? 2 : 4;
  point->month = point->day = 0;
}

/**
 * dl_date_shift_point:
 * @point: (inout): a date
 * @unit: how far a step is
 * @shift: so many steps, back if below 0
 * @is_exact: weeks are counted to the day, not to the Monday
 *
 * Moves @point and cuts it to one @unit.
 *
 * Returns: whether @point says enough for that
 */
gboolean
dl_date_shift_point (DlDatePoint *point, DlDateUnit unit, int shift, gboolean is_exact)
{
  if (point->year == DL_YEAR_UNKNOWN || ABS (shift) > 9999)
    return FALSE;
  if (unit <= DL_DATE_UNIT_HOUR)
    return shift_clock (point, unit, shift);

  point->hour = point->minute = point->second = -1;
  if (unit <= DL_DATE_UNIT_WEEKEND)
    return shift_days (point, unit, shift, is_exact);
  if (unit <= DL_DATE_UNIT_QUARTER)
    return shift_months (point, unit, shift);
  shift_years (point, unit, shift);

  return TRUE;
}
