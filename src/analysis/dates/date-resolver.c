/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-resolver.h"

#include <glib/gi18n.h>

#include "date-year.h"

/* What lasts until a day lasts beyond now, unless a verb says otherwise. */
static int
get_tense (DlReading *reading, const DlCandidate *candidate, const DlDateExpression *expression)
{
  const gboolean is_until = expression->bound == DL_DATE_BOUND_UNTIL;
  const DlSentence *sentence;

  if (is_until && expression->start.weekday != 0)
    return 1;
  if (candidate->timex->tense != 0)
    return candidate->timex->tense;
  if (is_until)
    return DL_DATE_TENSE_LIKELY;

  sentence = &g_array_index (reading->sentences, DlSentence, candidate->sentence);

  return sentence->tense;
}

/* What it is counted from, in a sentence. */
static char *
explain (const DlDateExpression *expression, const DlDateContext *context)
{
  const DlDateParts *parts = &expression->start;
  const gboolean is_feast =
    parts->feast != DL_DATE_FEAST_NONE || (parts->is_islamic && parts->hijra == 0);
  const gboolean from_text = parts->base == DL_DATE_BASE_THEN && context->then != NULL;
  const DlDatePoint *point = from_text ? context->then : context->now;
  g_autoptr (DlDate) date = NULL;
  g_autofree char *day = NULL;

  if (point == NULL || (parts->base == DL_DATE_BASE_NONE && parts->weekday == 0 &&
                        !parts->is_weekend && (!is_feast || parts->point.year != DL_YEAR_UNKNOWN)))
    return NULL;

  date = dl_date_new_ymd (point->year, point->month, point->day);
  day = date != NULL ? dl_date_to_edtf (date) : NULL;
  if (day == NULL)
    return NULL;

  return g_strdup_printf (from_text ? _ ("Counted from the date named before, %s.")
                                    : _ ("Counted from the day of publication, %s."),
                          day);
}

/* “since”, “until”: opens one side. */
static DlDate *
open_side (DlDate *date, DlDateBound bound)
{
  if (bound == DL_DATE_BOUND_FROM)
    return dl_date_new_interval (dl_date_get_start (date), NULL);

  return dl_date_new_interval (NULL, dl_date_get_end (date));
}

static DlDate *
add_year (DlTimex *timex,
          DlDate *date,
          const DlDateAnchor *anchor,
          const DlDateExpression *expression,
          int tense)
{
  DlDate *dated = dl_date_year_add (anchor, date, expression, tense, &timex->reason);

  if (dated == NULL)
    {
      g_clear_pointer (&timex->reason, g_free);
      return date;
    }
  timex->year_inferred = TRUE;
  dl_date_unref (date);

  return dated;
}

/* TIMEX3 writes the part of the day after the day: “2021-10-13TMO”. */
static char *
write_value (DlDate *date, const DlDateParts *parts)
{
  g_autofree char *value = dl_date_to_timex (date);

  if (*parts->part == '\0' || parts->point.hour >= 0)
    return g_steal_pointer (&value);

  return g_strconcat (value, "T", parts->part, NULL);
}

static char *
write_whole (DlDate *date, const DlDateExpression *expression)
{
  return expression->is_range ? dl_date_to_timex (date) : write_value (date, &expression->start);
}

/* What a range says of the year holds for its ends. */
static DlDate *
add_year_of_range (DlDate *date, const DlTimex *range, gboolean is_last)
{
  const DlDatePoint *point = range->date == NULL ? NULL
                             : is_last           ? dl_date_get_end (range->date)
                                                 : dl_date_get_start (range->date);
  DlDate *dated =
    point != NULL && point->year != DL_YEAR_UNKNOWN ? dl_date_with_year (date, point->year) : NULL;

  if (dated == NULL)
    return date;
  dl_date_unref (date);

  return dated;
}

/* @anchor: as it was before the range */
static void
resolve_end (DlReading *reading, const DlDateAnchor *anchor, DlCandidate *candidate)
{
  DlTimex *timex = candidate->timex;
  const DlTimex *range = candidate->same->timex;
  const gboolean is_last = timex->end == DL_TIMEX_END;
  g_autoptr (DlDateExpression) expression = dl_date_expression_new (timex->expression);
  const DlDateParts *parts = is_last ? &expression->end : &expression->start;
  g_autoptr (DlDate) date = NULL;
  DlDateContext context;

  dl_date_anchor_get_context (anchor, expression, candidate->sentence,
                              get_tense (reading, candidate, expression), &context);
  date = dl_date_counter_run_end (expression, &context, is_last, &timex->value);
  if (date != NULL && dl_date_is_yearless (date))
    date = add_year_of_range (g_steal_pointer (&date), range, is_last);
  if (timex->value == NULL)
    timex->value = date != NULL ? write_value (date, parts) : g_strdup ("XXXX-XX-XX");
  timex->date = g_steal_pointer (&date);
  timex->year_inferred = range->year_inferred;
  timex->reason = g_strdup (range->reason);
}

/* So many bytes before a date are a preposition and the like; so many in all, a heading. */
#define MAX_BYTES_BEFORE 20
#define MAX_HEADING_BYTES 40

/* Whether a sentence begins with it, or is hardly more. */
static gboolean
is_frame (DlReading *reading, const DlCandidate *candidate)
{
  const DlSentence *sentence = &g_array_index (reading->sentences, DlSentence, candidate->sentence);

  return candidate->span.start <= sentence->span.start + MAX_BYTES_BEFORE ||
         sentence->span.end - sentence->span.start <= MAX_HEADING_BYTES;
}

static void
resolve (DlReading *reading, DlDateAnchor *anchor, DlCandidate *candidate)
{
  DlTimex *timex = candidate->timex;
  g_autoptr (DlDateExpression) expression = dl_date_expression_new (timex->expression);
  const int tense = get_tense (reading, candidate, expression);
  g_autoptr (DlDate) date = NULL;
  DlDateContext context;

  dl_date_anchor_get_context (anchor, expression, candidate->sentence, tense, &context);
  date = dl_date_counter_run (expression, &context, &timex->value);
  if (date != NULL && dl_date_is_yearless (date))
    date = add_year (timex, g_steal_pointer (&date), anchor, expression, tense);
  else if (date != NULL)
    timex->reason = explain (expression, &context);
  if (timex->value == NULL && date == NULL)
    timex->value = g_strdup ("XXXX-XX-XX");
  if (date == NULL)
    return;

  if (timex->value == NULL)
    timex->value = write_whole (date, expression);
  timex->date = expression->bound == DL_DATE_BOUND_NONE ? dl_date_ref (date)
                                                        : open_side (date, expression->bound);
  if (!anchor->is_history || expression->start.base != DL_DATE_BASE_NOW)
    dl_date_anchor_move (anchor, date, candidate->sentence, is_frame (reading, candidate));
}

/**
 * dl_date_resolver_run:
 * @reading: with all its candidates, in the order of the text
 * @background: (nullable): what is known of the article's subject
 *
 * Gives each expression of time its value, counted from the day of publication, from the
 * dates that the text names, or, for want of both, from the background.  What none of
 * them tells stays open.
 */
void
dl_date_resolver_run (DlReading *reading, DlBackground *background)
{
  g_auto (DlDateAnchor) anchor = { 0 };
  DlDateAnchor before; /* borrows from it */

  dl_date_anchor_init (&anchor, reading, background);
  before = anchor;
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (candidate->timex == NULL)
        continue;
      if (candidate->timex->end != DL_TIMEX_WHOLE)
        {
          resolve_end (reading, &before, candidate);
          continue;
        }
      before = anchor;
      resolve (reading, &anchor, candidate);
    }
}
