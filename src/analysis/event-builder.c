/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clause.h"
#include "dated-sentence.h"
#include "draft.h"
#include "event-heading.h"

/* Events: what a sentence's acts, dates, actors and place come to.  An act with a date in
 * its sentence is an event; so is one that a sentence places at an event told before
 * (“at the meeting”), which dates it.  Repeated tellings are one event. */

/* A date so near to a verb of saying is that of the saying: “said in a statement on Friday”,
 * “On Friday the ministry said”; bytes. */
#define OWN_DATE 40

/* A date beyond the word that opens another clause is so much farther, and so is a bare
 * year; bytes. */
#define BEYOND_CLAUSE 1000
#define BARE_YEAR 60

/* Acts of a sentence that are compared with one, on either side: a bound, not a guess. */
#define MAX_RIVALS 16

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

static gsize
distance (DlSpan a, DlSpan b)
{
  return a.start >= b.end ? a.start - b.end : b.start >= a.end ? b.start - a.end : 0;
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
get_cost (DlScene *scene, const DlAct *act, const DlCandidate *candidate)
{
  gsize cost = distance (candidate->span, act->span);

  if (candidate->kind == DL_KIND_DATE &&
      dl_clause_is_between (scene->reading, candidate->span, act->span))
    cost += BEYOND_CLAUSE;
  if (candidate->kind == DL_KIND_DATE && is_bare_year (candidate))
    cost += BARE_YEAR;

  return cost;
}

/* The nearest candidate of @kind to the act's words that stands in no other. */
static DlCandidate *
find_nearest (DlScene *scene, const DlAct *act, DlKind kind)
{
  DlCandidate *best = NULL;
  gsize end = 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);
      const gboolean nested = candidate->span.start < end;

      end = MAX (end, candidate->span.end);
      if (nested || candidate->kind != kind ||
          (kind == DL_KIND_DATE && !dl_scene_can_date (scene, candidate)))
        continue;
      if (best == NULL || get_cost (scene, act, candidate) < get_cost (scene, act, best))
        best = candidate;
    }

  return best;
}

/* Outermost actors that end before the act's words; all of them, or the nearest. */
static void
add_subjects (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  const gboolean all = g_strcmp0 (act->subject, "participant") == 0;
  DlCandidate *nearest = NULL;
  gsize end = 0;

  for (guint i = scene->first; i < scene->after && act->subject != NULL; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.end > act->span.start)
        break;
      if (candidate->span.start < end || !dl_scene_is_actor (candidate))
        continue;
      end = candidate->span.end;
      nearest = candidate;
      if (all)
        dl_draft_add_actor (draft, candidate->entity, act->subject);
    }
  if (nearest != NULL)
    dl_draft_add_actor (draft, nearest->entity, act->subject);
}

static void
add_roles (DlScene *scene, DlDraft *draft, guint sentence)
{
  const GArray *roles = scene->reading->roles;

  for (guint i = dl_reading_find_role (scene->reading, sentence); i < roles->len; i++)
    {
      const DlRole *role = &g_array_index (roles, DlRole, i);

      if (role->sentence != sentence)
        break;
      if (strcmp (role->role, DL_ROLE_ACTS) == 0)
        continue;
      for (guint k = scene->first; k < scene->after; k++)
        {
          DlCandidate *candidate = dl_scene_get_candidate (scene, k);

          if (dl_scene_is_actor (candidate) && dl_span_contains (candidate->span, role->span))
            {
              dl_draft_add_actor (draft, candidate->entity, role->role);
              break;
            }
        }
    }
}

/* The draft of the event that @mention names. */
static DlDraft *
find_draft (DlScene *scene, const DlCandidate *mention)
{
  return mention != NULL ? g_hash_table_lookup (scene->frames, GUINT_TO_POINTER (mention->entity))
                         : NULL;
}

/* The draft that tells the same: the same act of the same sentence and date. */
static DlDraft *
find_twin (DlScene *scene, const DlAct *act, const DlCandidate *when)
{
  for (guint i = scene->drafts->len; i > 0; i--)
    {
      DlDraft *draft = g_ptr_array_index (scene->drafts, i - 1);

      if (draft->act->sentence != act->sentence)
        break;
      if (strcmp (draft->act->act, act->act) == 0 && (draft->when == when || draft->during))
        return draft;
    }

  return NULL;
}

static DlDraft *
add_draft (DlScene *scene, const DlAct *act)
{
  DlDraft *draft = dl_draft_new (act);

  draft->what = dl_event_heading_find (scene, act);
  g_ptr_array_add (scene->drafts, draft);

  return draft;
}

static void
add_place (DlScene *scene, DlDraft *draft)
{
  DlCandidate *place = find_nearest (scene, draft->act, DL_KIND_PLACE);

  if (place != NULL && draft->place == DL_NONE)
    draft->place = place->entity;
}

static void
add_people (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  DlCandidate *object = act->object != NULL ? dl_scene_find_object (scene, act) : NULL;

  add_roles (scene, draft, act->sentence);
  add_subjects (scene, draft, act);
  if (object != NULL && (dl_scene_is_actor (object) || object->kind == DL_KIND_DOCUMENT))
    dl_draft_add_actor (draft, object->entity, act->object);
  add_place (scene, draft);
}

/* What happens at an event told before happens within its time. */
static void
place_within (DlDraft *draft, const DlDraft *frame)
{
  draft->during = TRUE;
  draft->when = frame->when;
  draft->date = frame->date != NULL ? dl_date_ref (frame->date) : NULL;
  draft->year_inferred = frame->year_inferred;
  draft->reason = g_strdup (frame->reason);
}

/* Whether the date is rather that of another act of the sentence: one that stands nearer to
 * it, or if @by_clause one of its own clause. */
static gboolean
is_outdone (DlScene *scene, const DlAct *act, const DlCandidate *when, gboolean by_clause)
{
  const DlAct *acts = (const DlAct *) scene->reading->acts->data;
  const gsize self = act - acts, gap = distance (act->span, when->span);
  const gsize after = MIN (self + MAX_RIVALS, scene->reading->acts->len);

  for (gsize i = self > MAX_RIVALS ? self - MAX_RIVALS : 0; i < after; i++)
    {
      const gboolean is_nearer =
        by_clause ? !dl_clause_is_between (scene->reading, acts[i].span, when->span)
                  : distance (acts[i].span, when->span) < gap;

      if (i != self && acts[i].sentence == act->sentence && is_nearer)
        return TRUE;
    }

  return FALSE;
}

/* A date far from the verb of saying dates what is said. */
static void
date_draft (DlScene *scene, DlDraft *draft, DlCandidate *when)
{
  dl_draft_set_when (draft, when);
  if (!dl_scene_is_saying (draft->act) || distance (draft->act->span, when->span) <= OWN_DATE)
    return;

  draft->reported = TRUE;
  draft->what = dl_event_heading_find_said (scene, draft->act);
}

/* The date of the act: not one of another clause whose own act it dates. */
static DlCandidate *
find_when (DlScene *scene, const DlAct *act)
{
  DlCandidate *when = find_nearest (scene, act, DL_KIND_DATE);

  return when != NULL && dl_clause_is_between (scene->reading, when->span, act->span) &&
             is_outdone (scene, act, when, TRUE)
           ? NULL
           : when;
}

static void
read_act (DlScene *scene, const DlAct *act)
{
  DlCandidate *event = find_nearest (scene, act, DL_KIND_EVENT);
  DlCandidate *when = find_when (scene, act);
  DlDraft *frame = find_draft (scene, event);
  DlDraft *draft = find_twin (scene, act, when);

  if (draft == NULL && when == NULL && frame != NULL && strcmp (act->act, "meeting") == 0)
    return; /* speaks of the meeting once more */
  if (dl_scene_is_saying (act) && when != NULL && is_outdone (scene, act, when, FALSE))
    return;
  if (draft == NULL && when == NULL && (act->weak || (frame == NULL && event == NULL)))
    return;

  if (draft == NULL)
    {
      draft = add_draft (scene, act);
      if (when != NULL)
        date_draft (scene, draft, when);
      else if (frame != NULL)
        place_within (draft, frame);
      if (event != NULL && strcmp (act->act, "meeting") == 0)
        {
          draft->event = event;
          draft->what = event->whole;
          g_hash_table_insert (scene->frames, GUINT_TO_POINTER (event->entity), draft);
        }
    }
  add_people (scene, draft, act);
}

static void
set_sentence (DlScene *scene, guint sentence)
{
  const DlSentence *row = &g_array_index (scene->reading->sentences, DlSentence, sentence);

  scene->first = find_candidate (scene->reading, row->span.start);
  scene->after = find_candidate (scene->reading, row->span.end);
}

/* @plain: where the act of a sentence without one is kept */
static void
read_plain (DlScene *scene, guint sentence, DlAct *plain)
{
  DlDraft *draft = dl_dated_sentence_read (scene, sentence, plain);

  if (draft == NULL)
    return;
  g_ptr_array_add (scene->drafts, draft);
  add_place (scene, draft);
}

/* @plain: (element-type DlAct): one for each sentence */
static GPtrArray *
read_sentences (DlReading *reading, GArray *plain)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_draft_free);
  g_autoptr (GHashTable) frames = g_hash_table_new (NULL, NULL);
  DlScene scene = { .reading = reading, .drafts = drafts, .frames = frames };
  guint next = 0;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const guint first = next;

      set_sentence (&scene, i);
      for (; next < reading->acts->len && g_array_index (reading->acts, DlAct, next).sentence == i;
           next++)
        read_act (&scene, &g_array_index (reading->acts, DlAct, next));
      if (next == first)
        read_plain (&scene, i, &g_array_index (plain, DlAct, i));
    }

  return drafts;
}

/* A document that the background dates was adopted on that day. */
static void
date_documents (DlDraft *draft, DlBackground *background)
{
  if (strcmp (draft->act->act, "adoption") != 0 || !draft->during)
    return;

  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);

      if (fact->kind != DL_FACT_DOCUMENT || fact->date == NULL || draft->date == NULL ||
          !dl_date_overlaps (fact->date, draft->date))
        continue;
      g_clear_pointer (&draft->date, dl_date_unref);
      draft->date = dl_date_ref (fact->date);
      draft->during = FALSE;
      g_free (draft->reason);
      draft->reason =
        g_strdup_printf (_ ("The day is from the background file: %s."), fact->source);
      return;
    }
}

static gboolean
is_told_apart (const DlFact *fact)
{
  return fact->date != NULL && (fact->kind == DL_FACT_EARLIER || fact->kind == DL_FACT_LATER ||
                                fact->kind == DL_FACT_SPEECH);
}

/* The dated facts of the background, each an event of its own. */
static void
add_background (GPtrArray *events, DlBackground *background)
{
  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);
      DlEventFields fields = {
        .act = fact->kind == DL_FACT_SPEECH ? "speech" : "other",
        .what = fact->text,
        .date = fact->date,
        .date_mention = DL_NONE,
        .place = DL_NONE,
        .source = fact->source,
        .source_url = fact->source_url,
        .certainty = 1,
      };

      if (is_told_apart (fact))
        g_ptr_array_add (events, dl_event_new (&fields));
    }
}

typedef struct
{
  DlEvent *event;
  guint position;
} Row;

/* By date, those without one last; equal dates in the order of the text. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *first = a, *second = b;
  DlDate *date_a = dl_event_get_date (first->event), *date_b = dl_event_get_date (second->event);
  int order = 0;

  if ((date_a == NULL) != (date_b == NULL))
    return date_a == NULL ? 1 : -1;
  if (date_a != NULL)
    order = dl_date_compare (date_a, date_b);

  return order != 0 ? order : (int) first->position - (int) second->position;
}

static void
sort_events (GPtrArray *events)
{
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), events->len);

  for (guint i = 0; i < events->len; i++)
    {
      Row row = { g_ptr_array_index (events, i), i };
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < events->len; i++)
    events->pdata[i] = g_array_index (rows, Row, i).event;
}

/**
 * dl_event_builder_run:
 * @reading: with its entities linked and its candidates numbered
 * @background: (nullable): the file that fits
 *
 * Returns: (transfer full) (element-type DlEvent): the events by date, then in the order
 *   of the text; those of the background among them
 */
GPtrArray *
dl_event_builder_run (DlReading *reading, DlBackground *background)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, TRUE, sizeof (DlAct));
  g_autoptr (GPtrArray) drafts = NULL;
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  g_array_set_size (plain, reading->sentences->len);
  drafts = read_sentences (reading, plain);
  for (guint i = 0; i < drafts->len; i++)
    {
      DlDraft *draft = g_ptr_array_index (drafts, i);

      if (background != NULL)
        date_documents (draft, background);
      g_ptr_array_add (events, dl_draft_make_event (draft, reading));
    }
  if (background != NULL)
    add_background (events, background);
  sort_events (events);

  return events;
}
