/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene.h"

#include <string.h>

#include "clause.h"
#include "fold.h"
#include "word-list.h"

/* One sentence and what stands in it, while its acts are read. */

/* What stands farther from an act than this has no part in it, be it of the same sentence;
 * bytes. */
#define MAX_REACH 2000

/* A date beyond the word that opens another clause is so much farther, and so is a bare
 * year; bytes. */
#define BEYOND_CLAUSE 1000
#define BARE_YEAR 60

/* What stands behind a comma is so much farther; bytes. */
#define BEYOND_COMMA 30

/* Acts of a sentence that are compared with one, on either side: a bound, not a guess. */
#define MAX_RIVALS 16

/* A word that makes a year part of a name is not longer; bytes. */
#define MAX_YEAR_LEAD 12

/* Words that a date belongs to begin no farther before it; and no more than a comma stands
 * between them and what they tell of; bytes. */
#define MAX_OWNER 120
#define MAX_MARK 3

static guint
find_candidate (DlReading *reading, gsize offset)
{
  guint low = 0, high = reading->candidates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((DlCandidate *) g_ptr_array_index (reading->candidates, middle))->span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Narrows what is seen to what may have a part in something that stands at @span. */
static void
look_within (DlScene *self, DlSpan span)
{
  self->seen = span;
  self->first = find_candidate (self->reading, span.start);
  self->after = find_candidate (self->reading, span.end);
}

/* Makes @self the scene of a sentence. */
void
dl_scene_set_sentence (DlScene *self, guint sentence)
{
  self->sentence = g_array_index (self->reading->sentences, DlSentence, sentence).span;
  look_within (self, self->sentence);
}

/* Narrows it to what may have a part in @act, which is of its sentence. */
void
dl_scene_look_at (DlScene *self, const DlAct *act)
{
  const gsize back = act->span.start > MAX_REACH ? act->span.start - MAX_REACH : 0;

  look_within (self, (DlSpan){ MAX (back, self->sentence.start),
                               MIN (act->span.end + MAX_REACH, self->sentence.end) });
}

/* Returns: whether the two are too far apart to have a part in each other, or stand in two
 * sentences */
gboolean
dl_scene_is_far (const DlAct *a, const DlAct *b)
{
  return a->sentence != b->sentence || dl_span_get_distance (a->span, b->span) > MAX_REACH;
}

/* Returns: (transfer none): the candidate at @position of the reading */
DlCandidate *
dl_scene_get_candidate (const DlScene *self, guint position)
{
  return g_ptr_array_index (self->reading->candidates, position);
}

/* Returns: (nullable): what the act is done to: the first name after its words */
DlCandidate *
dl_scene_find_object (const DlScene *self, const DlAct *act)
{
  for (guint i = self->first; i < self->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (self, i);

      if (candidate->span.start >= act->span.end && candidate->kind != DL_KIND_DATE &&
          candidate->kind != DL_KIND_TERM && candidate->kind != DL_KIND_QUANTITY)
        return candidate;
    }

  return NULL;
}

/* Returns: (nullable): the act of saying that comes right before @act in its sentence */
const DlAct *
dl_scene_find_saying (const DlScene *self, const DlAct *act)
{
  const DlAct *acts = (const DlAct *) self->reading->acts->data;

  return act > acts && act[-1].sentence == act->sentence && dl_scene_is_saying (&act[-1]) &&
             act[-1].span.end <= act->span.start
           ? &act[-1]
           : NULL;
}

gboolean
dl_scene_is_actor (const DlCandidate *candidate)
{
  return candidate->kind == DL_KIND_COUNTRY || candidate->kind == DL_KIND_ORGANISATION ||
         candidate->kind == DL_KIND_PERSON;
}

/* Returns: whether the text says of @candidate that something happens there or is done to it:
 * “at the Council” */
gboolean
dl_scene_is_where (const DlScene *self, const DlCandidate *candidate)
{
  const GArray *roles = self->reading->roles;

  for (guint i = dl_reading_find_role (self->reading, candidate->span.start); i < roles->len; i++)
    {
      const DlRole *role = &g_array_index (roles, DlRole, i);

      if (role->span.start >= candidate->span.end)
        break;
      if (strcmp (role->role, DL_ROLE_WHERE) == 0 && dl_span_contains (role->span, candidate->span))
        return TRUE;
    }

  return FALSE;
}

gboolean
dl_scene_is_saying (const DlAct *act)
{
  return strcmp (act->act, "statement") == 0;
}

/* Whether the word before @offset makes a year after it part of a name. */
static gboolean
is_after_lead (const DlScene *self, gsize offset)
{
  const char *text = dl_article_get_text (self->reading->article);
  gsize start = offset;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  if (offset == 0 || text[offset - 1] != ' ')
    return FALSE;
  for (start = offset - 1; start > 0 && offset - start <= MAX_YEAR_LEAD && text[start - 1] != ' ';
       start--)
    ;
  word = g_strndup (text + start, offset - 1 - start);
  folded = dl_fold_string (word);

  return dl_word_list_find (self->reading->lexicon, "year-lead", self->reading->language, folded) !=
         NULL;
}

/**
 * dl_scene_can_date:
 *
 * Returns: whether something may happen at what @candidate names: a date or time whose value
 *   is known, and no year that only belongs to a name, as in “the 1944 treaty”
 */
gboolean
dl_scene_can_date (const DlScene *self, const DlCandidate *candidate)
{
  const DlTimex *timex = candidate->timex;

  return timex != NULL && timex->date != NULL && timex->type <= DL_TIMEX_TIME &&
         !(candidate->span.end - candidate->span.start == 4 &&
           is_after_lead (self, candidate->span.start));
}

static gboolean
is_bare_year (const DlCandidate *candidate)
{
  const DlDatePoint *start = dl_date_get_start (candidate->timex->date);

  return start != NULL && start->month == 0 && start->year_digits == 4 &&
         candidate->span.end - candidate->span.start == 4;
}

/* How far @candidate is from the act's words; a date beyond a word that opens a clause, and a
 * year where the sentence has finer dates, are farther. */
static gsize
get_cost (const DlScene *scene, const DlAct *act, const DlCandidate *candidate)
{
  gsize cost = dl_span_get_distance (candidate->span, act->span);

  if (candidate->kind == DL_KIND_DATE &&
      dl_clause_is_between (scene->reading, candidate->span, act->span))
    cost += BEYOND_CLAUSE;
  if (candidate->kind == DL_KIND_DATE && is_bare_year (candidate))
    cost += BARE_YEAR;

  return cost;
}

/* The words that the date belongs to, or NULL.  “Vom 8. bis 9. März” belongs to none: the word is
 * that of a range. */
static const DlRole *
find_owner (const DlScene *self, const DlCandidate *date)
{
  const GArray *roles = self->reading->roles;
  const gsize back = date->span.start > MAX_OWNER ? date->span.start - MAX_OWNER : 0;

  if (strstr (date->timex->expression, " / ") != NULL)
    return NULL;
  for (guint i = dl_reading_find_role (self->reading, back); i < roles->len; i++)
    {
      const DlRole *role = &g_array_index (roles, DlRole, i);

      if (role->span.start > date->span.start)
        break;
      if (strcmp (role->role, DL_ROLE_OWNED) == 0 && dl_span_contains (role->span, date->span))
        return role;
    }

  return NULL;
}

/**
 * dl_scene_is_told_by:
 * @span: of an act
 *
 * Returns: whether the act stands right before the words that @date belongs to, and is what
 *   they tell of: “the strike, which began on Monday”
 */
gboolean
dl_scene_is_told_by (const DlScene *self, const DlCandidate *date, DlSpan span)
{
  const DlRole *owner = find_owner (self, date);

  return owner != NULL && span.end <= owner->span.start && owner->span.start - span.end <= MAX_MARK;
}

/**
 * dl_scene_may_date:
 * @span: of an act
 *
 * Returns: whether @date may be that of the act, and does not belong to other words: “the
 *   treaty signed on 22 January”
 */
gboolean
dl_scene_may_date (const DlScene *self, const DlCandidate *date, DlSpan span)
{
  const DlRole *owner = find_owner (self, date);

  return owner == NULL || dl_span_overlaps (owner->span, span) ||
         dl_scene_is_told_by (self, date, span);
}

/* Returns: (nullable): the candidate of @kind nearest to the act's words that stands in no
 * other */
DlCandidate *
dl_scene_find_nearest (const DlScene *self, const DlAct *act, DlKind kind)
{
  DlCandidate *best = NULL;
  gsize end = 0;

  for (guint i = self->first; i < self->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (self, i);
      const gboolean nested = candidate->span.start < end;

      end = MAX (end, candidate->span.end);
      if (nested || candidate->kind != kind ||
          (kind == DL_KIND_DATE && (!dl_scene_can_date (self, candidate) ||
                                    !dl_scene_may_date (self, candidate, act->span))))
        continue;
      if (best == NULL || get_cost (self, act, candidate) < get_cost (self, act, best))
        best = candidate;
    }

  return best;
}

/* How far the words of an act are from @other; what stands behind a comma is farther. */
static gsize
get_gap (const DlScene *self, const DlAct *act, DlSpan other)
{
  const gsize gap = dl_span_get_distance (act->span, other);

  return gap > 0 && dl_clause_has_comma (self->reading, act->span, other) ? gap + BEYOND_COMMA
                                                                          : gap;
}

/* Returns: whether what stands at @span is rather another act's of the sentence: one that stands nearer
 * to it, or if @by_clause one of its own clause. */
gboolean
dl_scene_is_outdone (const DlScene *self, const DlAct *act, DlSpan span, gboolean by_clause)
{
  const DlAct *acts = (const DlAct *) self->reading->acts->data;
  const gsize own = act - acts, gap = get_gap (self, act, span);
  const gsize after = MIN (own + MAX_RIVALS, self->reading->acts->len);

  for (gsize i = own > MAX_RIVALS ? own - MAX_RIVALS : 0; i < after; i++)
    {
      if (i == own || acts[i].sentence != act->sentence)
        continue;
      if (by_clause ? !dl_clause_is_between (self->reading, acts[i].span, span)
                    : get_gap (self, &acts[i], span) < gap)
        return TRUE;
    }

  return FALSE;
}
