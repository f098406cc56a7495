/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-counter.h"

#include "date-base.h"
#include "date-feast.h"
#include "date-range.h"
#include "date-shift.h"
#include "date-weekday.h"

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
count_half (DlDateCount *count, int half)
{
  count->last = count->first;
  count->first.month = half == 1 ? 1 : 7;
  count->last.month = half == 1 ? 6 : 12;
  count->is_interval = TRUE;
  if (count->first.year != DL_YEAR_UNKNOWN)
    count->timex = g_strdup_printf ("%04d-H%d", count->first.year, half);
}

/* Whether @day is not long before or after @now. */
static gboolean
is_recent (const DlDatePoint *day, const DlDatePoint *now)
{
  return !dl_date_shift_has_day (now) ||
         ABS (dl_date_shift_get_day (day) - dl_date_shift_get_day (now)) <= 31;
}

/* Whether @day is still to come, as no verb of the past can tell. */
static gboolean
is_ahead (const DlDatePoint *day, const DlDateContext *context)
{
  return context->tense < 0 && dl_date_shift_has_day (context->now) &&
         dl_date_shift_get_day (day) > dl_date_shift_get_day (context->now);
}

/* A time of day belongs to the day named before it, else to that of publication. */
static void
add_day (DlDateCount *count, const DlDateContext *context)
{
  const DlDatePoint *day = context->now, *named = context->day;

  if (dl_date_shift_has_day (named) && is_ahead (named, context))
    named = context->past;
  if (dl_date_shift_has_day (named) && (context->is_history || is_recent (named, context->now)))
    day = named;
  if (!dl_date_shift_has_day (day))
    return;
  count->first.year = day->year;
  count->first.month = day->month;
  count->first.day = day->day;
}

/* A week by its number, or a day of it; without a year, of that of publication. */
static void
count_week (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint *now = context->now != NULL ? context->now : context->then;
  const int year = count->first.year != DL_YEAR_UNKNOWN ? count->first.year
                   : now != NULL                        ? now->year
                                                        : DL_YEAR_UNKNOWN;
  gint64 day;

  if (year == DL_YEAR_UNKNOWN || parts->week < 1 || parts->week > 53)
    {
      dl_date_count_set_open (count, "XXXX-WXX");
      return;
    }
  day = dl_date_shift_get_monday (dl_date_day_from_civil (year, 1, 4)) + 7 * (parts->week - 1);
  if (parts->weekday != 0)
    dl_date_shift_set_day (&count->first, day + parts->weekday - 1);
  else
    dl_date_count_set_week (count, day, FALSE, FALSE);
}

/* “two weeks before Christmas”, “the week of May 3”: a day without a year is taken to be the nearest, the way
 * the verb looks. */
static void
count_away (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint *now = context->now;
  const int tense = parts->toward == DL_DATE_TOWARD_FUTURE ? 1 : context->tense;
  DlDatePoint *point = &count->first;

  if (point->year == DL_YEAR_UNKNOWN && now != NULL && point->month >= 1 && point->month <= 12)
    {
      const int month = point->month * 31 + point->day - now->month * 31 - MAX (now->day, 1);

      point->year = now->year;
      point->year += tense > 0 && month < 0 ? 1 : tense < 0 && month > 0 ? -1 : 0;
    }
  count->is_interval = FALSE;
  g_clear_pointer (&count->timex, g_free);
  if (parts->away == 0 && dl_date_shift_has_day (point))
    {
      const gboolean is_weekend = parts->away_unit == DL_DATE_UNIT_WEEKEND;
      const gint64 monday = dl_date_shift_get_monday (dl_date_shift_get_day (point));

      dl_date_count_set_week (count, monday + (is_weekend ? 5 : 0), is_weekend, FALSE);
      return;
    }
  if (point->year == DL_YEAR_UNKNOWN ||
      !dl_date_shift_point (point, parts->away_unit, parts->away, TRUE))
    dl_date_count_set_open (count, "XXXX-XX-XX");
}

static void
count_fields (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  DlDatePoint *point = &count->first;

  override_fields (point, &parts->point);
  if (parts->is_islamic)
    dl_date_feast_count_islamic (count, parts, context);
  else if (parts->feast != DL_DATE_FEAST_NONE)
    dl_date_feast_count (count, parts, context);
  else if (parts->week != 0)
    count_week (count, parts, context);
  else if (parts->is_weekend)
    dl_date_weekday_count_weekend (count, parts, context);
  else if (parts->weekday != 0)
    dl_date_weekday_count (count, parts, context);
  else if (parts->half != 0)
    count_half (count, parts->half);
  else if (parts->base != DL_DATE_BASE_NONE && point->day != 0 &&
           (parts->unit == DL_DATE_UNIT_WEEK || parts->unit == DL_DATE_UNIT_WEEKEND))
    dl_date_count_set_week (count, dl_date_shift_get_day (point),
                            parts->unit == DL_DATE_UNIT_WEEKEND, parts->is_exact);
  else if (point->day != 0 && point->month == 0)
    dl_date_count_add_month (count, parts, context);
  else if ((point->hour >= 0 || *parts->part != '\0') && point->month == 0)
    add_day (count, context);
}

static void
count_parts (DlDateCount *count, const DlDateParts *parts, const DlDateContext *context)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;

  *count = (DlDateCount){ .first = nothing };
  if (parts->base != DL_DATE_BASE_NONE && !dl_date_base_count (count, parts, context) &&
      parts->point.month == 0 && parts->point.day == 0 && parts->weekday == 0)
    dl_date_count_set_open_unit (count, parts);
  else
    count_fields (count, parts, context);
  if (parts->away_unit != DL_DATE_UNIT_NONE && !count->is_open)
    count_away (count, parts, context);
}

static DlDate *
count_single (const DlDateParts *parts, const DlDateContext *context, char **timex)
{
  DlDateCount count;

  count_parts (&count, parts, context);
  *timex = count.timex;

  return dl_date_count_make_date (&count);
}

/* Whether @a is a time before @b of the same day: “10 p.m. to 2 a.m.” */
static gboolean
is_before (const DlDatePoint *a, const DlDatePoint *b)
{
  return a->hour >= 0 && b->hour >= 0 && dl_date_shift_has_day (a) && dl_date_shift_has_day (b) &&
         dl_date_shift_get_day (a) == dl_date_shift_get_day (b) &&
         a->hour * 60 + a->minute < b->hour * 60 + b->minute;
}

/* “Monday to Friday”: the first such day after the start. */
static void
move_weekday (DlDatePoint *end, const DlDatePoint *start)
{
  gint64 first, last;

  if (!dl_date_shift_has_day (start) || !dl_date_shift_has_day (end))
    return;
  first = dl_date_shift_get_day (start);
  last = dl_date_shift_get_day (end);
  if (last < first && first - last < 14)
    dl_date_shift_set_day (end, last + (first - last + 6) / 7 * 7);
}

static void
count_ends (DlDateCount *from,
            DlDateCount *to,
            const DlDateExpression *expression,
            const DlDateContext *context)
{
  DlDateParts start = expression->start, end = expression->end;

  dl_date_range_share (&start, &end);
  count_parts (from, &start, context);
  count_parts (to, &end, context);
  if (is_before (&to->first, &from->first))
    dl_date_shift_set_day (&to->first, dl_date_shift_get_day (&to->first) + 1);
  if (end.weekday != 0 && end.toward == DL_DATE_TOWARD_NONE)
    move_weekday (&to->first, &from->first);
}

static DlDate *
count_range (const DlDateExpression *expression, const DlDateContext *context)
{
  DlDateCount from, to;
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
  DlDateCount from, to;
  DlDate *date;

  count_ends (&from, &to, expression, context);
  date = dl_date_count_make_date (is_last ? &to : &from);
  *timex = is_last ? to.timex : from.timex;
  g_free (is_last ? from.timex : to.timex);

  return date;
}
