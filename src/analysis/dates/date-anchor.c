/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-anchor.h"

#include <glib/gi18n.h>

/* A text needs so many years before it can be told to be history. */
#define MIN_YEARS 5

/* Leap days repeat within so many years; a weekday falls on a date again sooner. */
#define MAX_YEARS_AWAY 8

/* What likely lies ahead is in the past only if the next such day is so many days farther. */
#define MIN_DAYS_SINCE 290

/* Dates that lie so many days behind or before the last one continue its story, whatever
 * year is named in passing; so many days back lead into the next year: December, April. */
#define MAX_DAYS_BACK 31
#define MAX_DAYS_AHEAD 62
#define MIN_DAYS_OVER 210

/* Counts the dates with a year; @balance: how many more of them lie more than a year before
 * @year than do not. */
static guint
count_years (DlReading *reading, int year, int *balance)
{
  guint n = 0;

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      g_autoptr (DlDateExpression) expression = NULL;

      if (candidate->timex == NULL || candidate->timex->end != DL_TIMEX_WHOLE)
        continue;
      expression = dl_date_expression_new (candidate->timex->expression);
      if (expression->start.base == DL_DATE_BASE_NOW || expression->start.weekday != 0)
        (*balance)--;
      if (expression->start.point.year == DL_YEAR_UNKNOWN)
        continue;
      n++;
      *balance += expression->start.point.year < year - 1 ? 1 : -1;
    }

  return n;
}

static const DlDatePoint *
get_point (const DlDateExpression *expression)
{
  return expression->is_range ? &expression->end.point : &expression->start.point;
}

static gboolean
is_counted_from_now (const DlDateParts *parts)
{
  return parts->base == DL_DATE_BASE_NOW || parts->toward != DL_DATE_TOWARD_NONE;
}

/* Looks for the first day that the text names in full.  A text that counts from a day of
 * publication that nobody knows, and names days without a year before, speaks with that
 * day of another time: nothing is counted from it. */
static void
find_first_day (DlDateAnchor *self, DlReading *reading)
{
  gboolean is_counted = FALSE, is_late = FALSE;

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      g_autoptr (DlDateExpression) expression = NULL;
      const DlDatePoint *point;

      if (candidate->timex == NULL)
        continue;
      expression = dl_date_expression_new (candidate->timex->expression);
      point = get_point (expression);
      is_counted |= is_counted_from_now (&expression->start);
      if (self->first.year != DL_YEAR_UNKNOWN)
        continue;
      is_late |= point->year == DL_YEAR_UNKNOWN && (point->month != 0 || point->day != 0);
      if (point->year != DL_YEAR_UNKNOWN && point->month != 0 && point->day != 0)
        self->first = *point;
    }

  self->is_undated = is_counted && (is_late || self->first.year == DL_YEAR_UNKNOWN);
}

/* Returns: (transfer full) (nullable): when the article was published; it has a year */
static DlDate *
find_publication (DlReading *reading)
{
  DlDate *published = dl_article_get_published (reading->article);
  const DlDatePoint *start = published != NULL ? dl_date_get_start (published) : NULL;

  if (start == NULL || start->year == DL_YEAR_UNKNOWN)
    published = reading->said;

  return published != NULL ? dl_date_ref (published) : NULL;
}

/* @self: (out caller-allocates): counts from the publication of the reading's article */
void
dl_date_anchor_init (DlDateAnchor *self, DlReading *reading, DlBackground *background)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;
  int balance = 0;

  *self = (DlDateAnchor){
    .background = background,
    .now = nothing,
    .first = nothing,
    .then = nothing,
    .day = nothing,
    .story = nothing,
    .past = nothing,
    .near = nothing,
  };
  self->published = find_publication (reading);
  if (self->published != NULL)
    self->now = *dl_date_get_start (self->published);
  if (self->published == NULL)
    find_first_day (self, reading);
  else if (count_years (reading, self->now.year, &balance) >= MIN_YEARS)
    self->is_history = balance > 0;
}

void
dl_date_anchor_clear (DlDateAnchor *self)
{
  g_clear_pointer (&self->published, dl_date_unref);
}

/* What “that day” is: within a sentence the day named before it, else that of the story. */
static const DlDatePoint *
find_day (const DlDateAnchor *self, guint sentence)
{
  const gboolean is_within = sentence == self->sentence;

  return is_within || self->story.year == DL_YEAR_UNKNOWN ? &self->day : &self->story;
}

/**
 * dl_date_anchor_get_context:
 * @sentence: of @expression, its number in the text
 * @context: (out caller-allocates): of @expression; borrows from @self
 */
void
dl_date_anchor_get_context (const DlDateAnchor *self,
                            const DlDateExpression *expression,
                            guint sentence,
                            int tense,
                            DlDateContext *context)
{
  const gboolean has_then =
    self->has_then && (!self->is_undated || expression->start.base == DL_DATE_BASE_THEN);
  const DlDatePoint *day = find_day (self, sentence);

  context->now = self->published != NULL ? &self->now : NULL;
  context->then = has_then ? &self->then : NULL;
  context->day = day->year != DL_YEAR_UNKNOWN && !self->is_undated ? day : NULL;
  context->past = self->past.year != DL_YEAR_UNKNOWN ? &self->past : NULL;
  context->is_history = self->is_history;
  context->tense = tense;
}

/* Whether @day is so near to the day of publication that news may tell of it. */
static gboolean
is_news (const DlDateAnchor *self, const DlDatePoint *day)
{
  const DlDatePoint *now = &self->now;

  return self->published == NULL || self->is_history || now->day == 0 ||
         ABS (dl_date_day_from_civil (day->year, day->month, day->day) -
              dl_date_day_from_civil (now->year, now->month, now->day)) <= MAX_DAYS_BACK;
}

/* Of several days in one sentence the story is that of the one nearest to publication. */
static gboolean
is_nearer (const DlDateAnchor *self, const DlDatePoint *day)
{
  const DlDatePoint *now = &self->now;
  const gint64 today = now->day != 0 ? dl_date_day_from_civil (now->year, now->month, now->day) : 0;

  if (self->published == NULL || self->is_history || now->day == 0)
    return TRUE;

  return ABS (dl_date_day_from_civil (day->year, day->month, day->day) - today) <=
         ABS (dl_date_day_from_civil (self->story.year, self->story.month, self->story.day) -
              today);
}

static void
move_day (DlDateAnchor *self, const DlDatePoint *day, guint sentence, gboolean is_frame)
{
  const gboolean has_story = self->story.year != DL_YEAR_UNKNOWN;
  const gboolean is_within = has_story && sentence == self->sentence;

  self->day = *day;
  self->sentence = sentence;
  if (self->now.day != 0 &&
      dl_date_day_from_civil (day->year, day->month, day->day) <=
        dl_date_day_from_civil (self->now.year, self->now.month, self->now.day))
    self->past = *day;
  if (is_within ? is_nearer (self, day) : is_frame || !has_story || is_news (self, day))
    self->story = *day;
}

/**
 * dl_date_anchor_move:
 * @sentence: that names it, its number in the text
 * @is_frame: whether a sentence begins with it, or is hardly more: “In 1943 …”
 *
 * Remembers @date as the one named last.
 */
void
dl_date_anchor_move (DlDateAnchor *self, DlDate *date, guint sentence, gboolean is_frame)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;
  const DlDatePoint *point = dl_date_get_end (date);

  if (point == NULL || point->day == 0)
    point = dl_date_get_start (date);
  if (point == NULL)
    point = dl_date_get_end (date);
  if (point == NULL || point->year == DL_YEAR_UNKNOWN || point->year_digits != 4)
    return;
  self->then = *point;
  self->has_then = TRUE;
  if (point->day != 0 && point->month >= 1 && point->month <= 12)
    move_day (self, point, sentence, is_frame);
  if (point->month >= 1 && point->month <= 12)
    self->near = *point;
  else if (is_frame)
    self->near = nothing;
}

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
 * dl_date_anchor_add_year:
 * @date: a date without a year
 * @expression: whose date it is
 * @tense: of the verb
 * @reason: (out) (transfer full): why that year, a sentence; set only with a date
 *
 * Returns: (transfer full) (nullable): it with its year; %NULL if nothing tells
 */
DlDate *
dl_date_anchor_add_year (const DlDateAnchor *self,
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
