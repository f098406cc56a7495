/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-year.h"

#include <glib/gi18n.h>

/* The year of a date that has none: of publication, of the story, of the date before, or of the
 * background. */

/* Leap days repeat within so many years; a weekday falls on a date again sooner. */
#define MAX_YEARS_AWAY 8

/* What likely lies ahead is in the past only if the next such day is so many days farther. */
#define MIN_DAYS_SINCE 290

/* Dates that lie so many days behind or before the last one continue its story, whatever
 * year is named in passing; so many days back lead into the next year: December, April. */
#define MAX_DAYS_BACK 31
#define MAX_DAYS_AHEAD 62
#define MIN_DAYS_OVER 210

/* Whether a date of that year falls on the weekday that the text names. */
static gboolean
has_weekday (DlDate *date, int weekday)
{
  gint64 first, after;

  return weekday == 0 || !dl_date_get_days (date, &first, &after) || after != first + 1 ||
         dl_date_weekday (first) == weekday;
}

/* How far @date is from @now, in days, the way against which the verb speaks counting
 * more; what the words rule out is farthest. */
static gint64
get_distance (DlDate *date, gint64 now, DlDateToward toward, int tense)
{
  const gboolean back = toward == DL_DATE_TOWARD_PAST, ahead = toward == DL_DATE_TOWARD_FUTURE;
  gint64 first, after;

  dl_date_get_days (date, &first, &after);
  if (first <= now && now < after)
    return back || ahead ? 1000 : 0;
  if (after <= now)
    return now - after + 1 +
           (ahead || (tense == 1 && !back) ? 100000
            : tense > 1 && !back           ? MIN_DAYS_SINCE
                                           : 0);

  return (first - now) * (tense > 0 ? 1 : tense < 0 ? 4 : 2) + (back ? 100000 : 0);
}

static DlDate *
find_year (DlDate *date, const DlDatePoint *now, const DlDateParts *parts, int tense)
{
  const gint64 today =
    dl_date_day_from_civil (now->year, CLAMP (now->month, 1, 12), MAX (now->day, 1));
  const int reach = parts->weekday != 0 || parts->point.day == 29 ? MAX_YEARS_AWAY : 1;
  gint64 least = G_MAXINT64;
  DlDate *best = NULL;

  for (int year = now->year - reach; year <= now->year + reach; year++)
    {
      g_autoptr (DlDate) dated = dl_date_with_year (date, year);
      gint64 distance;

      if (dated == NULL)
        continue;
      distance = get_distance (dated, today, parts->toward, tense);
      distance += has_weekday (dated, parts->weekday) ? 0 : 10000;
      if (parts->toward == DL_DATE_TOWARD_THIS)
        distance = ABS (year - now->year);
      if (distance >= least)
        continue;
      least = distance;
      g_clear_pointer (&best, dl_date_unref);
      best = g_steal_pointer (&dated);
    }

  return best;
}

static char *
format_point (const DlDatePoint *point)
{
  g_autoptr (DlDate) date = dl_date_new_ymd (point->year, point->month, point->day);

  return date != NULL ? dl_date_to_edtf (date) : g_strdup ("");
}

static DlDate *
add_year_of_publication (const DlDateAnchor *self,
                         DlDate *date,
                         const DlDateParts *parts,
                         int tense,
                         char **reason)
{
  g_autofree char *published = format_point (&self->now);
  DlDate *dated = find_year (date, &self->now, parts, tense);

  if (dated != NULL && dl_date_compare (dated, self->published) > 0)
    *reason = g_strdup_printf (
      _ ("The text gives no year; this is the next such date after publication on %s."), published);
  else
    *reason = g_strdup_printf (
      _ ("The text gives no year; this is the last such date up to publication on %s."), published);

  return dated;
}

static DlDate *
add_year_of_story (const DlDateAnchor *self,
                   DlDate *date,
                   const DlDateParts *parts,
                   int tense,
                   char **reason)
{
  g_autofree char *first = format_point (&self->first);

  *reason = g_strdup_printf (
    _ ("The text gives no year here; this is the nearest to the day that it names in full, %s."),
    first);

  return find_year (date, &self->first, parts, tense);
}

/* The year of the date before.  What is told from day to day is not ended by a year that is
 * named in passing: “10 March 1975 … a campaign for 1976 … 11 March”. */
static int
find_year_before (const DlDateAnchor *self, DlDate *date, DlDateToward toward)
{
  const DlDatePoint *near = &self->near;
  g_autoptr (DlDate) dated = NULL;
  gint64 first, after, days;

  if (near->year != DL_YEAR_UNKNOWN)
    dated = dl_date_with_year (date, near->year);
  if (dated == NULL || !dl_date_get_days (dated, &first, &after) || first == G_MININT64)
    return self->then.year;

  days = first - dl_date_day_from_civil (near->year, near->month, MAX (near->day, 1));
  if (toward == DL_DATE_TOWARD_FUTURE)
    return near->year + (days <= 0 ? 1 : 0);
  if (toward == DL_DATE_TOWARD_PAST)
    return near->year - (days >= 0 ? 1 : 0);
  if (near->year != self->then.year)
    return days >= -MAX_DAYS_BACK && days <= MAX_DAYS_AHEAD ? near->year : self->then.year;

  return near->year + (days <= -MIN_DAYS_OVER ? 1 : 0);
}

static DlDate *
add_year_before (const DlDateAnchor *self, DlDate *date, DlDateToward toward, char **reason)
{
  g_autofree char *then = format_point (&self->then);

  *reason =
    g_strdup_printf (_ ("The text gives no year here; it is that of the date before, %s."), then);

  return dl_date_with_year (date, find_year_before (self, date, toward));
}

static DlDate *
add_year_of_background (const DlDateAnchor *self, DlDate *date, char **reason)
{
  DlDate *known = dl_background_get_date (self->background);
  const DlDatePoint *start = known != NULL ? dl_date_get_start (known) : NULL;
  g_autoptr (DlDate) dated = NULL;

  if (start == NULL || start->year == DL_YEAR_UNKNOWN || start->month == 0)
    return NULL;
  dated = dl_date_with_year (date, start->year);
  if (dated == NULL || !dl_date_overlaps (dated, known))
    return NULL;

  *reason = g_strdup_printf (
    _ ("The text does not state the year; it is that of “%s”, which the background file gives."),
    dl_background_get_title (self->background));

  return g_steal_pointer (&dated);
}

/* Whether @date says enough to belong to one place in a year. */
static gboolean
is_in_year (DlDate *date)
{
  const DlDatePoint *start = dl_date_get_start (date), *end = dl_date_get_end (date);

  return (start == NULL || start->month != 0) && (end == NULL || end->month != 0);
}

/**
 * dl_date_year_add:
 * @date: a date without a year
 * @expression: whose date it is
 * @tense: of the verb
 * @reason: (out) (transfer full): why that year, a sentence; set only with a date
 *
 * Returns: (transfer full) (nullable): it with its year; %NULL if nothing tells
 */
DlDate *
dl_date_year_add (const DlDateAnchor *self,
                  DlDate *date,
                  const DlDateExpression *expression,
                  int tense,
                  char **reason)
{
  if (!is_in_year (date))
    return NULL;
  if (self->has_then && self->is_history)
    return add_year_before (self, date, expression->start.toward, reason);
  if (self->published != NULL)
    return add_year_of_publication (self, date, &expression->start, tense, reason);
  if (self->first.year != DL_YEAR_UNKNOWN && !self->is_undated)
    return add_year_of_story (self, date, &expression->start, tense, reason);
  if (self->has_then && self->then.month != 0 && !self->is_undated)
    return add_year_before (self, date, expression->start.toward, reason);
  if (self->background != NULL)
    return add_year_of_background (self, date, reason);

  return NULL;
}
