/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dated-sentence.h"

#include <string.h>

#include "clause.h"

/* A sentence that dates what happens, by a verb that no rule knows: “A sailor lost a thumb
 * last month.”  Its clause is the event; nothing is said of who does it. */

#define CERTAINTY 0.5

/* A sentence of fewer letters beside its names and dates is a line of another kind; as
 * dl_clause_measure() counts. */
#define MIN_WORDS 16

/* A clause no wider than this is only its date: “On Monday,”. */
#define MIN_CLAUSE 20

/* A clause no wider than this tells little without the next: “One of the victims,”. */
#define MIN_TELLING 40

/* A date that stands no farther from the start opens the sentence: “On Monday”; bytes. */
#define MAX_OPENING 8

/* A bare number of four digits counts only where it opens the sentence, as “In 1995”; “6日” has
 * as many bytes. */
static gboolean
is_bare (const DlCandidate *candidate, const DlSentence *sentence)
{
  const DlDatePoint *start = dl_date_get_start (candidate->timex->date);

  return start->month == 0 && candidate->span.end - candidate->span.start == 4 &&
         candidate->span.start > sentence->span.start + MAX_OPENING;
}

/* Whether the date belongs to no words but those of its clause. */
static gboolean
is_of_clause (const DlScene *scene, const DlCandidate *date, const DlSentence *sentence)
{
  const gsize start = dl_clause_find_start (scene, sentence, date->span.start);

  return dl_scene_may_date (scene, date, (DlSpan){ start, start + 1 });
}

/* Whether @candidate is a date that something may happen at: neither open nor repeated. */
static gboolean
may_date (const DlScene *scene, const DlCandidate *candidate, const DlSentence *sentence)
{
  const DlTimex *timex = candidate->timex;

  return dl_scene_can_date (scene, candidate) && timex->end == DL_TIMEX_WHOLE &&
         dl_date_get_start (timex->date) != NULL && dl_date_get_end (timex->date) != NULL &&
         !is_bare (candidate, sentence) && is_of_clause (scene, candidate, sentence);
}

static DlCandidate *
find_when (const DlScene *scene, const DlSentence *sentence)
{
  gsize end = 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.start >= end && may_date (scene, candidate, sentence))
        return candidate;
      end = MAX (end, candidate->span.end);
    }

  return NULL;
}

/* How wide the words of the sentence are that are no names and dates. */
static guint
measure_rest (const DlScene *scene, const DlSentence *sentence)
{
  const char *text = dl_article_get_text (scene->reading->article);
  gsize from = sentence->span.start;
  guint width = 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      const DlSpan span = dl_scene_get_candidate (scene, i)->span;

      if (span.start > from)
        width += dl_clause_measure (text, from, span.start);
      from = MAX (from, span.end);
    }

  return width +
         (sentence->span.end > from ? dl_clause_measure (text, from, sentence->span.end) : 0);
}

/* Whether the sentence ends as one: a heading, a line of the page does not. */
static gboolean
is_sentence (const DlReading *reading, const DlSentence *sentence)
{
  static const char *const ends[] = { ".", "!", "?", "。", "！", "？", "؟", "…" };
  const DlBlock *block = dl_article_get_block (reading->article, sentence->block);
  g_autofree char *words = dl_article_dup_excerpt (reading->article, sentence->span);

  g_strchomp (words);
  if (dl_block_get_kind ((DlBlock *) block) == DL_BLOCK_TITLE ||
      dl_block_get_kind ((DlBlock *) block) == DL_BLOCK_HEADING)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (words, ends[i]))
        return TRUE;
    }

  return FALSE;
}

/* A clause behind a comma, or a word as “who”, has its subject before it more often than not:
 * all that comes before, if there is room as far as the date and nothing else begins there. */
static gsize
widen (const char *text, const DlSentence *sentence, DlSpan what, gsize least)
{
  const gsize start = dl_clause_skip_marks (text, sentence->span.start, what.start);

  if (dl_clause_measure (text, start, least) > DL_CLAUSE_MAX_WIDTH)
    return what.start;

  return dl_clause_has_break (text, start, what.start) ? what.start : start;
}

/* Where what begins at @start and goes on at @from is cut for want of room. */
static gsize
find_room (const DlScene *scene, gsize start, gsize from, gsize limit)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const guint taken = dl_clause_measure (text, start, from);

  return dl_clause_find_end (scene, from, limit,
                             DL_CLAUSE_MAX_WIDTH > taken ? DL_CLAUSE_MAX_WIDTH - taken : 0);
}

/* @what, and so many of the clauses behind it as it takes to tell something, if there is room. */
static DlSpan
lengthen (const DlScene *scene, DlSpan what, gsize limit)
{
  const char *text = dl_article_get_text (scene->reading->article);

  for (gsize next = dl_clause_skip_marks (text, what.end, limit);
       next < limit && dl_clause_measure (text, what.start, what.end) < MIN_TELLING;
       next = dl_clause_skip_marks (text, what.end, limit))
    {
      const gsize end = dl_clause_find_end (scene, next, limit, DL_CLAUSE_MAX_WIDTH);

      if (end <= next || dl_clause_has_break (text, what.end, next) ||
          dl_clause_measure (text, what.start, end) > DL_CLAUSE_MAX_WIDTH)
        break;
      what.end = end;
    }

  return what;
}

/* The clause of the date; the one after it where that is no more than the date. */
static DlSpan
find_what (const DlScene *scene, const DlSentence *sentence, const DlCandidate *when)
{
  const char *text = dl_article_get_text (scene->reading->article);
  const gsize limit = sentence->span.end;
  DlSpan what = { dl_clause_find_start (scene, sentence, when->span.start), 0 };

  what.end = dl_clause_find_end (scene, what.start, limit, DL_CLAUSE_MAX_WIDTH);
  for (gsize next = dl_clause_skip_marks (text, what.end, limit);
       next < limit && dl_clause_measure (text, what.start, what.end) < MIN_CLAUSE;
       next = MAX (dl_clause_skip_marks (text, what.end, limit), next + 1))
    {
      if (when->span.end <= next)
        what.start = next;
      what.end = dl_clause_find_end (scene, next, limit, DL_CLAUSE_MAX_WIDTH);
    }
  if (when->span.start >= what.start)
    what.start = widen (text, sentence, what, when->span.end);
  if (dl_clause_measure (text, what.start, what.end) > DL_CLAUSE_MAX_WIDTH)
    what.end = find_room (scene, what.start, when->span.end, limit);
  what = lengthen (scene, what, limit);
  what.end = dl_clause_trim (text, what.start, what.end);

  return what;
}

/**
 * dl_dated_sentence_read:
 * @sentence: index in the reading, of one in which no act was found
 * @act: (out caller-allocates): what the event is told by; must outlive the draft
 *
 * Returns: (transfer full) (nullable): the event that the sentence dates, or %NULL
 */
DlDraft *
dl_dated_sentence_read (const DlScene *scene, guint sentence, DlAct *act)
{
  const DlSentence *row = &g_array_index (scene->reading->sentences, DlSentence, sentence);
  DlCandidate *when = find_when (scene, row);
  DlDraft *draft;

  if (when == NULL || measure_rest (scene, row) < MIN_WORDS || !is_sentence (scene->reading, row))
    return NULL;

  *act =
    (DlAct){ .span = when->span, .sentence = sentence, .act = "other", .certainty = CERTAINTY };
  draft = dl_draft_new (act);
  draft->what = find_what (scene, row, when);
  dl_draft_set_when (draft, when);

  return draft;
}
