/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-actors.h"

#include <string.h>

#include "clause.h"

/* Who takes part in an act: whom the rules of stage “events” name, the subject before its
 * verb, the object behind it. */

/* A pronoun stands no farther before the verb it is the subject of, an object no farther
 * behind it; bytes. */
#define MAX_PRONOUN 40
#define MAX_OBJECT 160

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
         strcmp (role->role, DL_ROLE_PRONOUN) != 0 && strcmp (role->role, DL_ROLE_OWNED) != 0 &&
         (role->acts == NULL ||
          (dl_role_is_of (role, act->act) && !dl_scene_is_outdone (scene, act, role->span, FALSE)));
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

/* Whether a candidate can be the subject of @act: an actor, none that the act happens at. */
static gboolean
may_act (const DlScene *scene, const DlCandidate *candidate)
{
  return dl_scene_is_actor (candidate) && !dl_scene_is_where (scene, candidate);
}

static void
add_all (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  gsize end = 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.end > act->span.start)
        break;
      if (candidate->span.start < end || !may_act (scene, candidate))
        continue;
      end = candidate->span.end;
      dl_draft_add_actor (draft, candidate->entity, act->subject);
    }
}

/* The outermost actor nearest before the verb; or the one that the apposition is to in which
 * it stands: “Kenya, which borders Uganda, attacked”. */
static DlCandidate *
find_subject (const DlScene *scene, const DlAct *act)
{
  const char *text = dl_article_get_text (scene->reading->article);
  DlCandidate *nearest = NULL, *head = NULL;
  gsize end = 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.end > act->span.start)
        break;
      if (candidate->span.start < end || !may_act (scene, candidate))
        continue;
      end = candidate->span.end;
      if (nearest != NULL && text[nearest->span.end] == ',')
        head = nearest;
      nearest = candidate;
    }

  return head != NULL && text[nearest->span.end] == ',' ? head : nearest;
}

/* Whether a pronoun of a person is the subject of @act. */
static gboolean
has_pronoun (const DlScene *scene, const DlAct *act)
{
  const GArray *roles = scene->reading->roles;
  const gsize from = act->span.start > MAX_PRONOUN ? act->span.start - MAX_PRONOUN : 0;

  for (guint i = dl_reading_find_role (scene->reading, from); i < roles->len; i++)
    {
      const DlRole *role = &g_array_index (roles, DlRole, i);

      if (role->span.end > act->span.start)
        break;
      if (strcmp (role->role, DL_ROLE_PRONOUN) == 0 && role->sentence == act->sentence &&
          !dl_clause_has_comma (scene->reading, role->span, act->span) &&
          !dl_clause_is_between (scene->reading, role->span, act->span))
        return TRUE;
    }

  return FALSE;
}

/* The one person whom the sentence before that of @act names; %NULL: none, or several. */
static DlCandidate *
find_antecedent (const DlScene *scene, const DlAct *act)
{
  const GPtrArray *candidates = scene->reading->candidates;
  DlCandidate *found = NULL;

  for (guint i = scene->first; i > 0; i--)
    {
      DlCandidate *candidate = g_ptr_array_index (candidates, i - 1);

      if (candidate->sentence + 1 < act->sentence)
        break;
      if (candidate->sentence + 1 != act->sentence || candidate->kind != DL_KIND_PERSON)
        continue;
      if (found != NULL && found->entity != candidate->entity)
        return NULL;
      found = candidate;
    }

  return found;
}

/* Returns: whether the clause of @act has its subject before the verb */
static gboolean
add_subject (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  DlCandidate *subject = find_subject (scene, act);

  if ((subject == NULL || subject->kind != DL_KIND_PERSON) && has_pronoun (scene, act))
    subject = find_antecedent (scene, act);
  if (subject == NULL)
    return FALSE;
  dl_draft_add_actor (draft, subject->entity, act->subject);

  return subject->sentence == act->sentence &&
         !dl_clause_has_comma (scene->reading, subject->whole, act->span) &&
         !dl_clause_is_between (scene->reading, subject->span, act->span);
}

/* Where the subject may stand behind the verb, what stands there is the object if another
 * stands before it. */
static const char *
get_object_role (const DlAct *act, gboolean has_subject)
{
  return has_subject && strcmp (act->object, "agent") == 0 ? DL_ROLE_TARGET : act->object;
}

/* Whom or what the act is done to: the first name behind the verb, in its clause; whoever is
 * met is met at a place, which is passed over. */
static DlCandidate *
find_object (const DlScene *scene, const DlAct *act)
{
  const gboolean passes = strcmp (act->object, "participant") == 0;

  for (guint i = scene->first; i < scene->after; i++)
    {
      DlCandidate *candidate = dl_scene_get_candidate (scene, i);

      if (candidate->span.start < act->span.end || candidate->kind == DL_KIND_DATE ||
          candidate->kind == DL_KIND_TERM || candidate->kind == DL_KIND_QUANTITY ||
          dl_scene_is_where (scene, candidate) || (passes && candidate->kind == DL_KIND_PLACE))
        continue;
      if (candidate->span.start > act->span.end + MAX_OBJECT ||
          dl_clause_is_between (scene->reading, act->span, candidate->span) ||
          !(dl_scene_is_actor (candidate) || (!passes && candidate->kind == DL_KIND_DOCUMENT)))
        return NULL;
      return candidate;
    }

  return NULL;
}

/**
 * dl_event_actors_add:
 * @scene: that looks at @act
 *
 * Adds to @draft who takes part in @act.
 */
void
dl_event_actors_add (DlScene *scene, DlDraft *draft, const DlAct *act)
{
  DlCandidate *object = act->object != NULL ? find_object (scene, act) : NULL;
  gboolean has_subject = FALSE;

  add_roles (scene, draft, act);
  if (g_strcmp0 (act->subject, "participant") == 0)
    add_all (scene, draft, act);
  if (act->subject != NULL)
    has_subject = add_subject (scene, draft, act);
  if (object != NULL)
    dl_draft_add_actor (draft, object->entity, get_object_role (act, has_subject));
}
