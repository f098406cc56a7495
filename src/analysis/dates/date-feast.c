/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-feast.h"

#include "date-lunar.h"
#include "date-shift.h"
#include "date-sky.h"

/* Returns: whether the feast's day in @year can be told */
static gboolean
find_feast (const DlDateParts *parts, int year, gint64 *day)
{
  if (year <= 0)
    return FALSE;
  if (parts->feast == DL_DATE_FEAST_EASTER)
    *day = dl_date_shift_get_easter (year) + parts->feast_day;
  else if (parts->feast == DL_DATE_FEAST_PASCHA)
    *day = dl_date_shift_get_pascha (year) + parts->feast_day;
  else if (parts->feast == DL_DATE_FEAST_SUN)
    *day = dl_date_sky_find_sun (year, parts->feast_day % 360, parts->feast_zone);
  else
    return dl_date_lunar_get_day (parts->feast, year, parts->feast_day / 100,
                                  parts->feast_day % 100, day);

  return TRUE;
}

/* A feast ahead is that of this year even beside a verb of the past where it is so much
 * nearer than the last one. */
#define NEARER 4

/* The year of the feast that is nearest, the way the verb looks; unknown if it has no day. */
static int
find_year (const DlDateParts *parts, const DlDatePoint *now, int tense)
{
  const gint64 today =
    dl_date_day_from_civil (now->year, CLAMP (now->month, 1, 12), MAX (now->day, 1));
  gint64 day, before;

  if (!find_feast (parts, now->year, &day))
    return DL_YEAR_UNKNOWN;
  if (tense > 0 && day < today)
    return now->year + 1;
  if (tense < 0 && day > today && find_feast (parts, now->year - 1, &before) &&
      today - before <= NEARER * (day - today))
    return now->year - 1;

  return now->year;
}

/* The nearest day that Easter, the moon or the sun moves like that, the way the verb looks. */
void
dl_date_feast_count (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint *now = context->now != NULL ? context->now : context->then;
  int year = count->first.year;
  gint64 day;

  if (year == DL_YEAR_UNKNOWN && now != NULL)
    year = find_year (parts, now, context->tense);
  if (year == DL_YEAR_UNKNOWN || !find_feast (parts, year, &day))
    dl_date_count_set_open (count, "XXXX-XX-XX");
  else
    dl_date_shift_set_day (&count->first, day);
}

/* The year of the Hijra in which that month is nearest to now, the way the verb looks, or
 * lies in the year that is named; 0 if nothing tells. */
static int
find_hijra (const DlDateParts *parts, const DlDatePoint *named, const DlDateContext *context)
{
  const DlDatePoint *now = context->now != NULL ? context->now : context->then;
  const gboolean has_year = named->year != DL_YEAR_UNKNOWN;
  const int year = has_year ? named->year : now != NULL ? now->year : 0;
  const gint64 today =
    has_year || now == NULL
      ? dl_date_day_from_civil (year, 7, 1)
      : dl_date_day_from_civil (year, CLAMP (now->month, 1, 12), MAX (now->day, 1));
  const int middle = (year - 622) * 33 / 32;
  gint64 least = G_MAXINT64;
  int found = 0;

  for (int hijra = MAX (middle - 1, 1); year > 622 && hijra <= middle + 2; hijra++)
    {
      const gint64 day =
        dl_date_shift_get_islamic (hijra, parts->point.month, MAX (parts->point.day, 1));
      const gboolean is_against = !has_year && context->tense * (day - today) < 0;
      const gint64 distance = ABS (day - today) + (is_against ? 1000 : 0);

      if (distance >= least)
        continue;
      least = distance;
      found = hijra;
    }

  return found;
}

/* A day or a month of the Islamic calendar. */
void
dl_date_feast_count_islamic (DlDateCount *count,
                             const DlDateParts *parts,
                             const DlDateContext *context)
{
  const int hijra = parts->hijra != 0 ? parts->hijra : find_hijra (parts, &count->first, context);
  const int month = parts->point.month, day = parts->point.day;

  if (hijra == 0 || month < 1 || month > 12 || day > 30)
    {
      dl_date_count_set_open (count, "XXXX-XX-XX");
      return;
    }
  count->first.flags |= DL_DATE_APPROXIMATE;
  dl_date_shift_set_day (&count->first, dl_date_shift_get_islamic (hijra, month, MAX (day, 1)));
  count->last = count->first;
  count->is_interval = day == 0;
  if (day == 0)
    dl_date_shift_set_day (&count->last,
                           dl_date_shift_get_islamic (hijra + month / 12, month % 12 + 1, 1) - 1);
}
