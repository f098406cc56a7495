/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-weekday.h"

#include "date-shift.h"

/* So many months after one, some month has each of its days on each weekday. */
#define MAX_MONTHS_AWAY 6

/* The nearest day of the week, towards where the words or the verb point; of the day of
 * publication, that day. */
static gint64
find_weekday (gint64 now, int weekday, DlDateToward toward, int tense)
{
  const int back = (dl_date_weekday (now) - weekday + 7) % 7;

  if (toward == DL_DATE_TOWARD_THIS)
    return dl_date_shift_get_monday (now) + weekday - 1;
  if (toward == DL_DATE_TOWARD_PAST)
    return now - (back == 0 ? 7 : back);
  if (toward == DL_DATE_TOWARD_FUTURE || (tense > 0 && back != 0))
    return now + 7 - back;

  return now - back;
}

/* “Tuesday 6”: of the nearest month in which that day is a Tuesday. */
static void
add_month_of_weekday (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  DlDatePoint *point = &count->first;

  dl_date_count_add_month (count, parts, context);
  for (int i = 0; i <= 2 * MAX_MONTHS_AWAY && point->month != 0; i++)
    {
      const int months = point->year * 12 + point->month - 1 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
      const int year = months / 12, month = months % 12 + 1;

      if (point->day > dl_date_days_in_month (year, month) ||
          dl_date_weekday (dl_date_day_from_civil (year, month, point->day)) != parts->weekday)
        continue;
      point->year = year;
      point->month = month;
      return;
    }
}

/* The day of @year and of the month of @point that is its @nth such weekday. */
static int
find_nth (const DlDatePoint *point, int year, const DlDateParts *parts)
{
  const gint64 first = dl_date_day_from_civil (year, point->month, 1);
  const int days = dl_date_days_in_month (year, point->month);
  const int offset = (parts->weekday - dl_date_weekday (first) + 7) % 7;

  return 1 + offset + 7 * (parts->nth < 0 ? (days - 1 - offset) / 7 : parts->nth - 1);
}

/* “the first Tuesday of November”, “the last Monday in May”; of the nearest year the way
 * the words or else the verb look. */
static void
count_nth (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  const int tense = parts->toward == DL_DATE_TOWARD_FUTURE ? 1
                    : parts->toward == DL_DATE_TOWARD_PAST ? -1
                                                           : context->tense;
  DlDatePoint *point = &count->first;

  if (point->year == DL_YEAR_UNKNOWN && context->now != NULL)
    {
      point->year = context->now->year;
      if (dl_date_shift_has_day (context->now))
        {
          const gint64 day = dl_date_day_from_civil (point->year, point->month,
                                                     find_nth (point, point->year, parts));
          const gint64 today = dl_date_shift_get_day (context->now);

          point->year += tense > 0 && day < today ? 1 : tense < 0 && day > today ? -1 : 0;
        }
    }
  if (point->year != DL_YEAR_UNKNOWN)
    point->day = find_nth (point, point->year, parts);
}

/* Adds the day that the weekday tells: of the week or the month named, else the nearest. */
void
dl_date_weekday_count (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  g_autofree char *open = g_strdup_printf ("XXXX-WXX-%d", parts->weekday);
  const gboolean is_week = parts->unit == DL_DATE_UNIT_WEEK;

  if (parts->nth != 0 && count->first.month >= 1 && count->first.month <= 12)
    {
      count_nth (count, parts, context);
      return;
    }
  if (parts->base != DL_DATE_BASE_NONE && parts->unit == DL_DATE_UNIT_DAY &&
      dl_date_shift_has_day (&count->first))
    {
      dl_date_shift_set_day (&count->first,
                             find_weekday (dl_date_shift_get_day (&count->first), parts->weekday,
                                           parts->toward, context->tense));
      return;
    }
  if (count->first.day != 0 && !is_week)
    {
      if (count->first.month == 0)
        add_month_of_weekday (count, parts, context);
      return;
    }
  if (is_week && dl_date_shift_has_day (&count->first))
    dl_date_shift_set_day (&count->first,
                           dl_date_shift_get_monday (dl_date_shift_get_day (&count->first)) +
                             parts->weekday - 1);
  else if (dl_date_shift_has_day (context->now))
    dl_date_shift_set_day (&count->first,
                           find_weekday (dl_date_shift_get_day (context->now), parts->weekday,
                                         parts->toward, context->tense));
  else
    dl_date_count_set_open (count, open);
}

/* The nearest weekend, towards where the words or the verb point. */
void
dl_date_weekday_count_weekend (DlDateCount *count,
                               const DlDateParts *parts,
                               const DlDateContext *context)
{
  if (dl_date_shift_has_day (context->now))
    dl_date_count_set_week (count,
                            find_weekday (dl_date_shift_get_day (context->now), 6, parts->toward,
                                          context->tense),
                            TRUE, FALSE);
  else
    dl_date_count_set_open (count, "XXXX-WXX-WE");
}
