/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "event-likeness.h"

#include <string.h>

#include "clause.h"

/* Whether two drafts of one date tell the same event.  Their acts must be kindred; nothing
 * may speak against it:
 *
 * 1. Each has somebody whom the other has not: two meetings of one day with two partners.
 * 2. They are at two places.
 * 3. Their hours differ.
 *
 * And more than one thing must speak for it: each actor in common, the place, the name of
 * the event. */

#define MIN_FOR 2

/* The acts of one line may be told by each other’s words; the first of them says most. */
static const char *const kindred[][4] = {
  { "attack", "death" },     { "disaster", "death", "attack" }, { "adoption", "law", "agreement" },
  { "speech", "statement" }, { "report", "statement" },         { "election", "appointment" },
};

static gboolean
is_in_line (const char *const *line, const char *act)
{
  for (guint i = 0; i < G_N_ELEMENTS (kindred[0]) && line[i] != NULL; i++)
    {
      if (strcmp (line[i], act) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
are_kindred (const char *a, const char *b)
{
  if (strcmp (a, b) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (kindred); i++)
    {
      if (is_in_line (kindred[i], a) && is_in_line (kindred[i], b))
        return TRUE;
    }

  return FALSE;
}

/**
 * dl_event_likeness_find_faces:
 *
 * Returns: (transfer full) (element-type DlCandidate): the first mention of each entity
 */
GPtrArray *
dl_event_likeness_find_faces (DlReading *reading)
{
  GPtrArray *faces = g_ptr_array_new ();

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (candidate->entity == DL_NONE)
        continue;
      if (candidate->entity >= faces->len)
        g_ptr_array_set_size (faces, candidate->entity + 1);
      if (faces->pdata[candidate->entity] == NULL)
        faces->pdata[candidate->entity] = candidate;
    }

  return faces;
}

static gboolean
is_state (const DlCandidate *face)
{
  return face->kind == DL_KIND_COUNTRY || (face->flags & DL_CANDIDATE_METONYM);
}

/* A state and whoever acts for it are one actor; two persons of it are not. */
static gboolean
are_one (GPtrArray *faces, guint a, guint b)
{
  const DlCandidate *first = g_ptr_array_index (faces, a), *second = g_ptr_array_index (faces, b);

  return a == b || ((is_state (first) || is_state (second)) && *first->countries != '\0' &&
                    strcmp (first->countries, second->countries) == 0);
}

static gboolean
is_target (const DlActor *actor)
{
  return strcmp (actor->role, "target") == 0;
}

/* How many actors of @a are among those of @b, in like roles. */
static guint
count_common (GPtrArray *faces, const DlDraft *a, const DlDraft *b)
{
  guint n = 0;

  for (guint i = 0; i < a->actors->len; i++)
    {
      const DlActor *actor = &g_array_index (a->actors, DlActor, i);
      gboolean found = FALSE;

      for (guint k = 0; k < b->actors->len && !found; k++)
        {
          const DlActor *other = &g_array_index (b->actors, DlActor, k);

          found =
            is_target (actor) == is_target (other) && are_one (faces, actor->entity, other->entity);
        }
      n += found;
    }

  return n;
}

static gboolean
has_hour (const DlDraft *draft)
{
  const DlDatePoint *start = dl_date_get_start (draft->date);

  return start != NULL && start->hour >= 0;
}

/* Whether the dates are of the same days, and their hours, if both have them, the same. */
static gboolean
are_simultaneous (const DlDraft *a, const DlDraft *b)
{
  gint64 first_a, after_a, first_b, after_b;

  if (a->during != b->during)
    return FALSE;
  if (dl_date_equal (a->date, b->date))
    return TRUE;
  if (has_hour (a) && has_hour (b))
    return FALSE;

  return (has_hour (a) || has_hour (b)) && dl_date_get_days (a->date, &first_a, &after_a) &&
         dl_date_get_days (b->date, &first_b, &after_b) && first_a == first_b && after_a == after_b;
}

/* A month, a year has room for many events. */
static gboolean
is_day (DlDate *date)
{
  const DlDatePoint *start = dl_date_get_start (date), *end = dl_date_get_end (date);

  return start != NULL && end != NULL && start->day != 0 && end->day != 0;
}

/* Two acts of one clause: “killed in an attack”. */
static gboolean
are_of_one_clause (DlReading *reading, const DlDraft *a, const DlDraft *b)
{
  return a->act->sentence == b->act->sentence && a->when == b->when &&
         !dl_clause_is_between (reading, a->act->span, b->act->span);
}

/* Two acts of one sentence that a reader would be told in the same words. */
static gboolean
have_one_heading (const DlDraft *a, const DlDraft *b)
{
  return a->act->sentence == b->act->sentence && a->when == b->when &&
         a->what.start == b->what.start && a->what.end == b->what.end;
}

static gboolean
have_same_speaker (const DlDraft *a, const DlDraft *b)
{
  return a->actors->len > 0 && b->actors->len > 0 && !a->reported && !b->reported &&
         strcmp (a->act->act, "statement") == 0 && strcmp (b->act->act, "statement") == 0 &&
         g_array_index (a->actors, DlActor, 0).entity ==
           g_array_index (b->actors, DlActor, 0).entity;
}

/* Harm is often told without a name of who did or suffered it; then the town tells it. */
static gboolean
is_harm_of_place (GPtrArray *faces, const DlDraft *draft)
{
  const DlCandidate *place = g_ptr_array_index (faces, draft->place);

  return place->kind == DL_KIND_PLACE &&
         (is_in_line (kindred[0], draft->act->act) || is_in_line (kindred[1], draft->act->act));
}

/* How much speaks for it, if nothing speaks against. */
static guint
count_for (GPtrArray *faces, const DlDraft *a, const DlDraft *b)
{
  const guint common = count_common (faces, a, b), back = count_common (faces, b, a);
  guint n = MIN (common, back);

  if (common < a->actors->len && back < b->actors->len)
    return 0;
  if (a->place != DL_NONE && b->place != DL_NONE)
    {
      if (!are_one (faces, a->place, b->place))
        return 0;
      n += is_harm_of_place (faces, a) ? MIN_FOR : 1;
    }
  if (a->event != NULL && b->event != NULL && a->event->entity == b->event->entity)
    n += MIN_FOR;

  return n;
}

/**
 * dl_event_likeness_is_same:
 * @faces: of dl_event_likeness_find_faces()
 * @a: a draft with a date
 * @b: another
 *
 * Returns: whether both tell the same event
 */
gboolean
dl_event_likeness_is_same (GPtrArray *faces, DlReading *reading, const DlDraft *a, const DlDraft *b)
{
  if (have_one_heading (a, b))
    return TRUE;
  if (a->reported != b->reported || !are_kindred (a->act->act, b->act->act) ||
      !are_simultaneous (a, b))
    return FALSE;
  if (are_of_one_clause (reading, a, b))
    return TRUE;
  if (!is_day (a->date))
    return FALSE;

  return have_same_speaker (a, b) || count_for (faces, a, b) >= MIN_FOR;
}
