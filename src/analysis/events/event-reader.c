/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-reader.h"

#include <string.h>

#include "clause.h"
#include "dated-sentence.h"
#include "draft.h"
#include "event-actors.h"
#include "event-heading.h"

/* What the sentences tell: an act with a date in its sentence is an event; so is one that a
 * sentence places at an event told before (“at the meeting”), which dates it. */

/* A date so near to a verb of saying is that of the saying: “said in a statement on Friday”,
 * “On Friday the ministry said”; bytes. */
#define OWN_DATE 40

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

      if (dl_scene_is_far (draft->act, act))
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
  DlCandidate *place = dl_scene_find_nearest (scene, draft->act, DL_KIND_PLACE);

  if (place != NULL && draft->place == DL_NONE)
    draft->place = place->entity;
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

static void
date_draft (DlScene *scene, DlDraft *draft, DlCandidate *when)
{
  dl_draft_set_when (draft, when);
  if (!dl_scene_is_saying (draft->act) ||
      dl_span_get_distance (draft->act->span, when->span) <= OWN_DATE)
    return;

  draft->reported = TRUE;
  draft->what = dl_event_heading_find_said (scene, draft->act);
}

/* The date of the act: not one of another clause whose own act it dates. */
static DlCandidate *
find_when (DlScene *scene, const DlAct *act)
{
  DlCandidate *when = dl_scene_find_nearest (scene, act, DL_KIND_DATE);

  return when != NULL && dl_clause_is_between (scene->reading, when->span, act->span) &&
             dl_scene_is_outdone (scene, act, when->span, TRUE) &&
             !dl_scene_is_told_by (scene, when, act->span)
           ? NULL
           : when;
}

static void
read_act (DlScene *scene, const DlAct *act)
{
  DlCandidate *event = dl_scene_find_nearest (scene, act, DL_KIND_EVENT);
  DlCandidate *when = find_when (scene, act);
  DlDraft *frame = find_draft (scene, event);
  DlDraft *draft = find_twin (scene, act, when);

  if (draft == NULL && when == NULL && frame != NULL && strcmp (act->act, "meeting") == 0)
    return; /* speaks of the meeting once more */
  if (dl_scene_is_saying (act) && when != NULL &&
      dl_scene_is_outdone (scene, act, when->span, FALSE))
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
  dl_event_actors_add (scene, draft, act);
  add_place (scene, draft);
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

/**
 * dl_event_reader_run:
 * @reading: with its entities linked and its candidates numbered
 * @plain: (element-type DlAct): one for each sentence, for those without an act; must
 *   outlive the drafts
 *
 * Returns: (transfer full) (element-type DlDraft): what the sentences tell, in the order of
 *   the text
 */
GPtrArray *
dl_event_reader_run (DlReading *reading, GArray *plain)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_draft_free);
  g_autoptr (GHashTable) frames = g_hash_table_new (NULL, NULL);
  DlScene scene = { .reading = reading, .drafts = drafts, .frames = frames };
  guint next = 0;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const guint first = next;

      dl_scene_set_sentence (&scene, i);
      for (; next < reading->acts->len && g_array_index (reading->acts, DlAct, next).sentence == i;
           next++)
        {
          const DlAct *act = &g_array_index (reading->acts, DlAct, next);

          dl_scene_look_at (&scene, act);
          read_act (&scene, act);
        }
      if (next == first)
        read_plain (&scene, i, &g_array_index (plain, DlAct, i));
    }

  return drafts;
}
