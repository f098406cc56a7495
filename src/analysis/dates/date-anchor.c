/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-anchor.h"

/* A text needs so many years before it can be told to be history. */
#define MIN_YEARS 5

/* News tells of days so many days before or after its publication. */
#define MAX_DAYS_NEWS 31

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
              dl_date_day_from_civil (now->year, now->month, now->day)) <= MAX_DAYS_NEWS;
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
