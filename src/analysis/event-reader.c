/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-reader.h"

#include <string.h>

#include "clause.h"
#include "dated-sentence.h"
#include "draft.h"
#include "event-heading.h"

/* What the sentences tell: an act with a date in its sentence is an event; so is one that a
 * sentence places at an event told before (“at the meeting”), which dates it. */

/* A date so near to a verb of saying is that of the saying: “said in a statement on Friday”,
 * “On Friday the ministry said”; bytes. */
#define OWN_DATE 40

/* What stands behind a comma is so much farther; bytes. */
#define BEYOND_COMMA 30

/* Acts of a sentence that are compared with one, on either side: a bound, not a guess. */
#define MAX_RIVALS 16

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
      if (candidate->span.start < end || !dl_scene_is_actor (candidate) ||
          dl_scene_is_where (scene, candidate))
        continue;
      end = candidate->span.end;
      nearest = candidate;
      if (all)
        dl_draft_add_actor (draft, candidate->entity, act->subject);
    }
  if (nearest != NULL)
    dl_draft_add_actor (draft, nearest->entity, act->subject);
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

/* How far the words of an act are from @other; what stands behind a comma is farther. */
static gsize
get_gap (const DlScene *scene, const DlAct *act, DlSpan other)
{
  const gsize gap = dl_span_get_distance (act->span, other);

  return gap > 0 && dl_clause_has_comma (scene->reading, act->span, other) ? gap + BEYOND_COMMA
                                                                           : gap;
}

/* Whether what stands at @span is rather another act's of the sentence: one that stands nearer
 * to it, or if @by_clause one of its own clause. */
static gboolean
is_outdone (const DlScene *scene, const DlAct *act, DlSpan span, gboolean by_clause)
{
  const DlAct *acts = (const DlAct *) scene->reading->acts->data;
  const gsize self = act - acts, gap = get_gap (scene, act, span);
  const gsize after = MIN (self + MAX_RIVALS, scene->reading->acts->len);

  for (gsize i = self > MAX_RIVALS ? self - MAX_RIVALS : 0; i < after; i++)
    {
      if (i == self || acts[i].sentence != act->sentence)
        continue;
      if (by_clause ? !dl_clause_is_between (scene->reading, acts[i].span, span)
                    : get_gap (scene, &acts[i], span) < gap)
        return TRUE;
    }

  return FALSE;
}

/* The actor that the words of @role are, or part of. */
static DlCandidate *
find_actor (DlScene *scene, const DlRole *role)
{
  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.start > role->span.start)
        break;
      if (dl_scene_is_actor (candidate) && dl_span_contains (candidate->span, role->span))
        return candidate;
    }

  return NULL;
}

/* Whether the role is one in @act: of its sort, and of no other that stands nearer. */
static gboolean
is_of_act (const DlScene *scene, const DlRole *role, const DlAct *act)
{
  return strcmp (role->role, DL_ROLE_ACTS) != 0 && strcmp (role->role, DL_ROLE_WHERE) != 0 &&
         (role->acts == NULL ||
          (dl_role_is_of (role, act->act) && !is_outdone (scene, act, role->span, FALSE)));
}

/* The role in @act: whoever does what another suffers is its agent. */
static const char *
get_role (const DlRole *role, const DlAct *act)
{
  if (strcmp (role->role, DL_ROLE_DOER) != 0)
    return role->role;

  return act->subject != NULL && strcmp (act->subject, "target") != 0 ? act->subject : "agent";
}

static void
add_roles (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  const GArray *roles = scene->reading->roles;

  for (guint i = dl_reading_find_role (scene->reading, scene->seen.start); i < roles->len; i++)
    {
      const DlRole *role = &g_array_index (roles, DlRole, i);
      DlCandidate *actor;

      if (role->span.start >= scene->seen.end)
        break;
      actor = is_of_act (scene, role, act) ? find_actor (scene, role) : NULL;
      if (actor != NULL)
        dl_draft_add_actor (draft, actor->entity, get_role (role, act));
    }
}

static void
add_place (DlScene *scene, DlDraft *draft)
{
  DlCandidate *place = dl_scene_find_nearest (scene, draft->act, DL_KIND_PLACE);

  if (place != NULL && draft->place == DL_NONE)
    draft->place = place->entity;
}

static void
add_people (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  DlCandidate *object = act->object != NULL ? dl_scene_find_object (scene, act) : NULL;

  add_roles (scene, draft, act);
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
             is_outdone (scene, act, when->span, TRUE)
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
  if (dl_scene_is_saying (act) && when != NULL && is_outdone (scene, act, when->span, FALSE))
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
