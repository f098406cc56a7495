/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-counter.h"

#include <string.h>

#include "date-lunar.h"
#include "date-shift.h"

/* One or both ends of an expression, counted out. */
typedef struct
{
  DlDatePoint first;
  DlDatePoint last;
  gboolean is_interval;
  gboolean is_open; /* nothing to count from */
  char *timex;      /* owned: where TIMEX3 writes it otherwise than the date; or NULL */
} Count;

/* Named fields outdo those counted. */
static void
override_fields (DlDatePoint *point, const DlDatePoint *named)
{
  if (named->year != DL_YEAR_UNKNOWN)
    {
      point->year = named->year;
      point->year_digits = named->year_digits;
    }
  if (named->month != 0)
    point->month = named->month;
  if (named->day != 0)
    point->day = named->day;
  if (named->hour >= 0)
    {
      point->hour = named->hour;
      point->minute = named->minute;
      point->second = named->second;
    }
  point->zone = point->hour >= 0 ? named->zone : DL_ZONE_NONE;
  point->flags = named->flags;
}

static void
set_open (Count *count, const char *timex)
{
  count->is_open = TRUE;
  count->timex = g_strdup (timex);
}

/* What TIMEX3 writes for a unit that cannot be counted. */
static void
set_open_unit (Count *count, const DlDateParts *parts)
{
  if (parts->is_vague)
    set_open (count, parts->shift > 0 || parts->toward == DL_DATE_TOWARD_FUTURE ? "FUTURE_REF"
                                                                                : "PAST_REF");
  else if (parts->unit <= DL_DATE_UNIT_DAY)
    set_open (count, "XXXX-XX-XX");
  else if (parts->unit <= DL_DATE_UNIT_WEEKEND)
    set_open (count, parts->unit == DL_DATE_UNIT_WEEK ? "XXXX-WXX" : "XXXX-WXX-WE");
  else if (parts->unit <= DL_DATE_UNIT_QUARTER)
    set_open (count, parts->unit == DL_DATE_UNIT_MONTH ? "XXXX-XX" : "XXXX-QX");
  else
    set_open (count, "XXXX");
}

/* The Monday of a week, or the Saturday of its end, stands for all of it; a day that is
 * exact, for itself. */
static void
set_week (Count *count, gint64 day, gboolean is_weekend, gboolean is_exact)
{
  const gint64 thursday = dl_date_shift_get_monday (day) + 3;
  int year, month, mday;

  dl_date_civil_from_day (thursday, &year, &month, &mday);
  count->is_interval = !is_exact;
  dl_date_shift_set_day (&count->first, day);
  count->last = count->first;
  dl_date_shift_set_day (&count->last, day + (is_weekend ? 1 : 6));
  count->timex = g_strdup_printf ("%04d-W%02d%s", year,
                                  (int) ((thursday - dl_date_day_from_civil (year, 1, 1)) / 7 + 1),
                                  is_weekend ? "-WE" : "");
}

/* “That day” is the last day named; “three days later” is counted from the last date, or
 * from publication if that is no day. */
static const DlDatePoint *
find_base (const DlDateParts *parts, const DlDateContext *context)
{
  const gboolean is_day = parts->unit <= DL_DATE_UNIT_WEEKEND;

  if (parts->base == DL_DATE_BASE_HERE && context->now != NULL && !context->is_history)
    return context->now;
  if (parts->base == DL_DATE_BASE_NOW || context->then == NULL)
    return context->now;
  if (is_day && parts->shift == 0 && context->day != NULL)
    return context->day;

  return is_day && (context->then->month == 0 || context->then->month > 12) && context->now != NULL
           ? context->now
           : context->then;
}

/* A few days after some day of a month are told by the month at best. */
static gboolean
is_within_month (const DlDateParts *parts, const DlDatePoint *base)
{
  const int days = parts->unit == DL_DATE_UNIT_WEEK ? 7 : 1;

  return base->day == 0 && base->month >= 1 && base->month <= 12 &&
         (parts->unit == DL_DATE_UNIT_DAY || parts->unit == DL_DATE_UNIT_WEEK) &&
         parts->weekday == 0 && ABS (parts->shift) * days < 15;
}

static gboolean
count_base (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint *base = find_base (parts, context);

  if (base != NULL)
    count->first = *base;
  if (base != NULL && !parts->is_vague && is_within_month (parts, base))
    return TRUE;
  if (base == NULL || parts->is_vague ||
      !dl_date_shift_point (&count->first, parts->unit, parts->shift, parts->is_exact))
    {
      const DlDatePoint nothing = DL_DATE_POINT_INIT;

      count->first = nothing;
      return FALSE;
    }

  return TRUE;
}

/* The nearest day of the week, towards where the words or the verb point. */
static gint64
find_weekday (gint64 now, int weekday, DlDateToward toward, int tense)
{
  const int back = (dl_date_weekday (now) - weekday + 7) % 7;

  if (toward == DL_DATE_TOWARD_THIS)
    return dl_date_shift_get_monday (now) + weekday - 1;
  if (toward == DL_DATE_TOWARD_PAST)
    return now - (back == 0 ? 7 : back);
  if (toward == DL_DATE_TOWARD_FUTURE || tense > 0)
    return now + 7 - back;

  return now - back;
}

/* “the 14th”: of the month of publication or of the one before or after it, whichever the
 * words or else the verb point at. */
static void
add_month (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  const int tense = parts->toward == DL_DATE_TOWARD_FUTURE ? 1
                    : parts->toward == DL_DATE_TOWARD_PAST ? -1
                                                           : context->tense;
  const gboolean from_text = context->now == NULL || context->is_history;
  const DlDatePoint *now = from_text ? context->then : context->now;
  DlDatePoint *point = &count->first;

  if (now == NULL || now->month < 1 || now->month > 12)
    return;
  point->month = now->month;
  point->year = now->year;
  if (now == context->now && now->day != 0 && tense <= 0 && point->day > now->day &&
      point->day - now->day > (tense < 0 ? 0 : 15))
    point->month--;
  else if (now == context->now && tense > 0 && point->day < now->day)
    point->month++;
  point->year += point->month == 13 ? 1 : point->month == 0 ? -1 : 0;
  point->month = point->month == 13 ? 1 : point->month == 0 ? 12 : point->month;
}

/* So many months after one, some month has each of its days on each weekday. */
#define MAX_MONTHS_AWAY 6

/* “Tuesday 6”: of the nearest month in which that day is a Tuesday. */
static void
add_month_of_weekday (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  DlDatePoint *point = &count->first;

  add_month (count, parts, context);
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
count_nth (Count *count, const DlDateParts *parts, const DlDateContext *context)
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

static void
count_weekday (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  g_autofree char *open = g_strdup_printf ("XXXX-WXX-%d", parts->weekday);
  const gboolean is_week = parts->unit == DL_DATE_UNIT_WEEK;

  if (parts->nth != 0 && count->first.month >= 1 && count->first.month <= 12)
    {
      count_nth (count, parts, context);
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
    set_open (count, open);
}

static void
count_weekend (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  if (dl_date_shift_has_day (context->now))
    set_week (count,
              find_weekday (dl_date_shift_get_day (context->now), 6, parts->toward, context->tense),
              TRUE, FALSE);
  else
    set_open (count, "XXXX-WXX-WE");
}

static void
count_half (Count *count, int half)
{
  count->last = count->first;
  count->first.month = half == 1 ? 1 : 7;
  count->last.month = half == 1 ? 6 : 12;
  count->is_interval = TRUE;
  if (count->first.year != DL_YEAR_UNKNOWN)
    count->timex = g_strdup_printf ("%04d-H%d", count->first.year, half);
}

/* Returns: whether the feast's day in @year can be told */
static gboolean
find_feast (const DlDateParts *parts, int year, gint64 *day)
{
  if (year <= 0)
    return FALSE;
  if (parts->moon != DL_DATE_MOON_NONE)
    return dl_date_lunar_get_day (parts->moon, year, parts->feast / 100, parts->feast % 100, day);
  *day = (parts->is_eastern ? dl_date_shift_get_pascha (year) : dl_date_shift_get_easter (year)) +
         parts->feast;

  return TRUE;
}

/* The nearest day that Easter or the moon moves like that, the way the verb looks. */
static void
count_feast (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint *now = context->now != NULL ? context->now : context->then;
  int year = count->first.year;
  gint64 day;

  if (year == DL_YEAR_UNKNOWN && now != NULL && find_feast (parts, now->year, &day))
    {
      const gint64 today =
        dl_date_day_from_civil (now->year, CLAMP (now->month, 1, 12), MAX (now->day, 1));

      year = now->year;
      year += context->tense > 0 && day < today ? 1 : context->tense < 0 && day > today ? -1 : 0;
    }
  if (year == DL_YEAR_UNKNOWN || !find_feast (parts, year, &day))
    set_open (count, "XXXX-XX-XX");
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
static void
count_islamic (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  const int hijra = parts->hijra != 0 ? parts->hijra : find_hijra (parts, &count->first, context);
  const int month = parts->point.month, day = parts->point.day;

  if (hijra == 0 || month < 1 || month > 12 || day > 30)
    {
      set_open (count, "XXXX-XX-XX");
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

/* Whether @day is not long before or after @now. */
static gboolean
is_recent (const DlDatePoint *day, const DlDatePoint *now)
{
  return !dl_date_shift_has_day (now) ||
         ABS (dl_date_shift_get_day (day) - dl_date_shift_get_day (now)) <= 31;
}

/* A time of day belongs to the day named before it, else to that of publication. */
static void
add_day (Count *count, const DlDateContext *context)
{
  const DlDatePoint *day = context->now;

  if (dl_date_shift_has_day (context->day) &&
      (context->is_history || is_recent (context->day, context->now)))
    day = context->day;
  if (!dl_date_shift_has_day (day))
    return;
  count->first.year = day->year;
  count->first.month = day->month;
  count->first.day = day->day;
}

static void
count_fields (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  DlDatePoint *point = &count->first;

  override_fields (point, &parts->point);
  if (parts->is_islamic)
    count_islamic (count, parts, context);
  else if (parts->has_feast)
    count_feast (count, parts, context);
  else if (parts->is_weekend)
    count_weekend (count, parts, context);
  else if (parts->weekday != 0)
    count_weekday (count, parts, context);
  else if (parts->half != 0)
    count_half (count, parts->half);
  else if (parts->base != DL_DATE_BASE_NONE && point->day != 0 &&
           (parts->unit == DL_DATE_UNIT_WEEK || parts->unit == DL_DATE_UNIT_WEEKEND))
    set_week (count, dl_date_shift_get_day (point), parts->unit == DL_DATE_UNIT_WEEKEND,
              parts->is_exact);
  else if (point->day != 0 && point->month == 0)
    add_month (count, parts, context);
  else if ((point->hour >= 0 || *parts->part != '\0') && point->month == 0)
    add_day (count, context);
}

static void
count_parts (Count *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;

  *count = (Count){ .first = nothing };
  if (parts->base != DL_DATE_BASE_NONE && !count_base (count, parts, context) &&
      parts->point.month == 0 && parts->point.day == 0 && parts->weekday == 0)
    set_open_unit (count, parts);
  else
    count_fields (count, parts, context);
}

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

/* “3 to 7 March”: each end takes from the other what it leaves out. */
static void
share_fields (DlDateParts *start, DlDateParts *end)
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
  if (start->base == DL_DATE_BASE_NONE && end->base != DL_DATE_BASE_NONE && a->month != 0 &&
      a->year == DL_YEAR_UNKNOWN)
    {
      start->base = end->base;
      start->unit = end->unit;
      start->shift = end->shift;
    }
  if (a->hour >= 0 && b->hour >= 0)
    share_day (start, end);
}

static DlDate *
make_date (const Count *count)
{
  if (count->is_open)
    return NULL;

  return count->is_interval ? dl_date_new_interval (&count->first, &count->last)
                            : dl_date_new (&count->first);
}

static DlDate *
count_single (const DlDateParts *parts, const DlDateContext *context, char **timex)
{
  Count count;

  count_parts (&count, parts, context);
  *timex = count.timex;

  return make_date (&count);
}

/* Whether @a is a time before @b of the same day: “10 p.m. to 2 a.m.” */
static gboolean
is_before (const DlDatePoint *a, const DlDatePoint *b)
{
  return a->hour >= 0 && b->hour >= 0 && dl_date_shift_has_day (a) && dl_date_shift_has_day (b) &&
         dl_date_shift_get_day (a) == dl_date_shift_get_day (b) &&
         a->hour * 60 + a->minute < b->hour * 60 + b->minute;
}

static void
count_ends (Count *from,
            Count *to,
            const DlDateExpression *expression,
            const DlDateContext *context)
{
  DlDateParts start = expression->start, end = expression->end;

  share_fields (&start, &end);
  count_parts (from, &start, context);
  count_parts (to, &end, context);
  if (is_before (&to->first, &from->first))
    dl_date_shift_set_day (&to->first, dl_date_shift_get_day (&to->first) + 1);
}

static DlDate *
count_range (const DlDateExpression *expression, const DlDateContext *context)
{
  Count from, to;
  DlDate *date = NULL;

  count_ends (&from, &to, expression, context);
  if (!from.is_open && !to.is_open)
    date = dl_date_new_interval (&from.first, to.is_interval ? &to.last : &to.first);
  g_free (from.timex);
  g_free (to.timex);

  return date;
}

/**
 * dl_date_counter_run:
 * @timex: (out) (nullable) (transfer full): its TIMEX3 value, if that is not the date's own
 *
 * Counts out what can be counted.  A year that is not named, nor counted from somewhere,
 * stays unknown.
 *
 * Returns: (transfer full) (nullable): the date; %NULL if there is none
 */
DlDate *
dl_date_counter_run (const DlDateExpression *expression, const DlDateContext *context, char **timex)
{
  *timex = NULL;
  if (expression->value != NULL)
    {
      *timex = g_strdup (expression->value);
      return NULL;
    }
  if (expression->is_range)
    return count_range (expression, context);

  return count_single (&expression->start, context, timex);
}

/**
 * dl_date_counter_run_end:
 * @expression: a range
 * @is_last: which of its ends
 * @timex: (out) (nullable) (transfer full): as dl_date_counter_run()
 *
 * Returns: (transfer full) (nullable): the date of that end alone
 */
DlDate *
dl_date_counter_run_end (const DlDateExpression *expression,
                         const DlDateContext *context,
                         gboolean is_last,
                         char **timex)
{
  Count from, to;
  DlDate *date;

  count_ends (&from, &to, expression, context);
  date = make_date (is_last ? &to : &from);
  *timex = is_last ? to.timex : from.timex;
  g_free (is_last ? from.timex : to.timex);

  return date;
}
