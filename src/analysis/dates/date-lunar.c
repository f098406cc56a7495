/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-lunar.h"

#include "date-sky.h"

/* The calendars of China, Korea and Vietnam count months from new moon to new moon, each by
 * its own hour, so that they part now and then by a day, or a month.  The winter solstice is
 * in the eleventh month; where thirteen months lie between two of them, the first in which
 * the sun enters no new twelfth of its way is a leap month (H. Aslaksen, “The Mathematics of
 * the Chinese Calendar”).  Before those years the calendars followed rules of their own. */
#define FIRST_YEAR 1901
#define LAST_YEAR 2100

/* Minutes east of those clocks; up to 1928 those of Beijing went by its own noon. */
#define OLD_BEIJING 466
#define BEIJING 480
#define SEOUL 540
#define HANOI 420

static int
get_zone (DlDateFeast feast, int year)
{
  if (feast == DL_DATE_FEAST_KOREAN && year >= 1912)
    return SEOUL;
  if (feast == DL_DATE_FEAST_VIETNAMESE && year >= 1968)
    return HANOI;

  return year >= 1929 ? BEIJING : OLD_BEIJING;
}

/* The eleventh month, which holds the solstice of December of @year. */
static int
find_eleventh (int year, int zone)
{
  return dl_date_sky_find_moon (dl_date_sky_find_sun (year, 270, zone), zone);
}

/* How many months after the eleventh of @year the leap month is, up to the next eleventh;
 * past all of them if there is none. */
static int
find_leap (int eleventh, int year, int zone)
{
  if (find_eleventh (year + 1, zone) - eleventh <= 12)
    return 13;
  for (int i = 1; i <= 12; i++)
    {
      const gint64 first = dl_date_sky_get_new_moon (eleventh + i, zone);
      const gint64 next = dl_date_sky_get_new_moon (eleventh + i + 1, zone);

      if (dl_date_sky_get_sign (first - 1, zone) == dl_date_sky_get_sign (next - 1, zone))
        return i;
    }

  return 13;
}

/**
 * dl_date_lunar_get_day:
 * @feast: whose calendar
 * @year: of our calendar, in which the lunar year begins
 * @month: 1 to 12, not a leap month
 * @mday: 1 to 30; 0: the eve of the month
 * @day: (out): the number of the day, as dl_date_day_from_civil()
 *
 * Returns: whether that can be told
 */
gboolean
dl_date_lunar_get_day (DlDateFeast feast, int year, int month, int mday, gint64 *day)
{
  const int zone = get_zone (feast, year);
  const int before = month >= 11 ? year : year - 1; /* the year of the eleventh month before */
  int moon, offset;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || mday < 0 || mday > 30)
    return FALSE;

  moon = find_eleventh (before, zone);
  offset = (month + 1) % 12;
  offset += offset >= find_leap (moon, before, zone) ? 1 : 0;
  *day = dl_date_sky_get_new_moon (moon + offset, zone) + mday - 1;

  return TRUE;
}
