/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "linker.h"

#include <math.h>
#include <string.h>

#include "entity.h"
#include "fold.h"

/* Which mentions name the same thing.  Each candidate gets a key; those of one key are
 * one entity.  What only points back (“the meeting”) joins the entity it points to, or
 * goes. */

typedef struct
{
  char *key;          /* owned */
  DlCandidate *first; /* that named it first, or the one that names it in full */
  double certainty;
  GArray *mentions; /* of guint: candidates' positions */
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->key);
  g_array_unref (group->mentions);
  g_free (group);
}

static char *
dup_folded (DlReading *reading, const DlCandidate *candidate)
{
  g_autofree char *text = dl_article_dup_excerpt (reading->article, candidate->span);

  return dl_fold_string (text);
}

/* A government is the same by whatever name it goes: “the Lima government”, “Lima”. */
static gboolean
is_government (const DlCandidate *candidate)
{
  return candidate->kind == DL_KIND_ORGANISATION && *candidate->countries != '\0' &&
         ((candidate->flags & DL_CANDIDATE_METONYM) ||
          g_strcmp0 (candidate->role, "government") == 0);
}

static char *
dup_date_key (const DlCandidate *candidate)
{
  g_autofree char *edtf =
    candidate->timex->date != NULL ? dl_date_to_edtf (candidate->timex->date) : NULL;

  return g_strdup_printf ("date/%s", edtf != NULL                      ? edtf
                                     : candidate->timex->value != NULL ? candidate->timex->value
                                                                       : "");
}

static char *
dup_key (DlReading *reading, const DlCandidate *candidate)
{
  g_autofree char *folded = NULL;

  for (guint i = 0; candidate->same != NULL && i < 8; i++)
    candidate = candidate->same;

  if (is_government (candidate))
    return g_strdup_printf ("government/%s", candidate->countries);
  if (candidate->id != NULL)
    return g_strdup (candidate->id);
  if (candidate->timex != NULL)
    return dup_date_key (candidate);
  if (candidate->kind == DL_KIND_ORGANISATION && candidate->role != NULL &&
      candidate->head != NULL && *candidate->countries != '\0')
    return g_strdup_printf ("%s/%s/%s", candidate->role, candidate->head, candidate->countries);
  folded = dup_folded (reading, candidate);

  return g_strdup_printf ("%s/%s", dl_kind_get_nick (candidate->kind), folded);
}

static gboolean
is_anaphor (const DlCandidate *candidate)
{
  return (candidate->flags & DL_CANDIDATE_ANAPHOR) != 0;
}

/* A ministry named without its country. */
static gboolean
is_bare (const DlCandidate *candidate)
{
  return candidate->kind == DL_KIND_ORGANISATION && candidate->role != NULL &&
         candidate->head != NULL && *candidate->countries == '\0';
}

/* What two mentions must share for one to point back to the other. */
static char *
dup_sort (const DlCandidate *candidate)
{
  return g_strdup_printf ("%d/%s/%s", candidate->kind,
                          candidate->role != NULL ? candidate->role : "",
                          candidate->head != NULL ? candidate->head : "");
}

/* The kinds of which some mention points back, a bit each: most texts have none but
 * organisations and events, and the rest need not be remembered. */
static guint
find_kinds (DlReading *reading)
{
  guint kinds = 0;

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (is_anaphor (candidate) || is_bare (candidate))
        kinds |= 1u << candidate->kind;
    }

  return kinds;
}

static void
point_back (GHashTable *latest, DlCandidate *candidate)
{
  g_autofree char *sort = dup_sort (candidate);

  if (is_anaphor (candidate) || is_bare (candidate))
    {
      DlCandidate *before = g_hash_table_lookup (latest, sort);

      if (before != NULL)
        {
          candidate->same = before;
          candidate->countries = before->countries;
        }
    }
  else
    g_hash_table_replace (latest, g_steal_pointer (&sort), candidate);
}

/* Ties what points back to the nearest of its sort before it; an anaphor without one
 * goes. */
static void
tie (DlReading *reading)
{
  g_autoptr (GHashTable) latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint kinds = find_kinds (reading);
  guint kept = 0;

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (candidate->same == NULL && (kinds >> candidate->kind & 1))
        point_back (latest, candidate);
    }

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (is_anaphor (candidate) && candidate->same == NULL)
        dl_candidate_free (candidate);
      else
        g_ptr_array_index (reading->candidates, kept++) = candidate;
    }
  dl_reading_truncate (reading, kept);
}

/* “MANILA”, as datelines and headlines have it. */
static gboolean
is_in_capitals (DlReading *reading, const DlCandidate *candidate)
{
  const char *text = dl_article_get_text (reading->article);
  const char *end = text + candidate->span.end;

  if (candidate->kind != DL_KIND_PLACE && candidate->kind != DL_KIND_PERSON &&
      candidate->kind != DL_KIND_COUNTRY)
    return FALSE;
  for (const char *p = text + candidate->span.start; p < end; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)))
        return FALSE;
    }

  return TRUE;
}

/* Whether @candidate names its thing more fully than @other. */
static gboolean
names_better (DlReading *reading, const DlCandidate *candidate, const DlCandidate *other)
{
  const DlCandidateFlags poor =
    DL_CANDIDATE_ANAPHOR | DL_CANDIDATE_ALIAS | DL_CANDIDATE_SHORT | DL_CANDIDATE_METONYM;

  if (!(candidate->flags & poor) != !(other->flags & poor))
    return !(candidate->flags & poor);
  if (is_in_capitals (reading, candidate) != is_in_capitals (reading, other))
    return is_in_capitals (reading, other) && candidate->kind == other->kind;

  return candidate->kind == DL_KIND_COUNTRY && other->kind == DL_KIND_DEMONYM;
}

static Group *
find_group (GPtrArray *groups, GHashTable *by_key, DlCandidate *candidate, char *key)
{
  Group *group = g_hash_table_lookup (by_key, key);

  if (group != NULL)
    {
      g_free (key);
      return group;
    }

  group = g_new0 (Group, 1);
  group->key = key;
  group->first = candidate;
  group->mentions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (by_key, key, group);
  g_ptr_array_add (groups, group);

  return group;
}

/* The ends of a range are told with it, and are no entities. */
static gboolean
is_end (const DlCandidate *candidate)
{
  return candidate->timex != NULL && candidate->timex->end != DL_TIMEX_WHOLE;
}

static GPtrArray *
find_groups (DlReading *reading)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      Group *group;

      candidate->entity = DL_NONE;
      if (is_end (candidate))
        continue;
      group = find_group (groups, by_key, candidate, dup_key (reading, candidate));
      if (names_better (reading, candidate, group->first))
        group->first = candidate;
      if (candidate->office != NULL && group->first->office == NULL)
        group->first->office = g_strdup (candidate->office);
      group->certainty = MAX (group->certainty, candidate->certainty);
      g_array_append_val (group->mentions, i);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = g_ptr_array_index (groups, i);

      for (guint k = 0; k < group->mentions->len; k++)
        {
          guint position = g_array_index (group->mentions, guint, k);
          ((DlCandidate *) g_ptr_array_index (reading->candidates, position))->entity = i;
        }
    }

  return groups;
}

/* A country of which only the people are spoken of goes by its own name. */
static char *
dup_name (DlReading *reading, const DlCandidate *first)
{
  if (first->kind == DL_KIND_DEMONYM && first->id != NULL)
    return g_strdup (dl_lexicon_get_entity_name (reading->lexicon, first->id,
                                                 dl_language_get_tag (reading->language)));

  return dl_article_dup_excerpt (reading->article, first->span);
}

static DlEntity *
make_entity (DlReading *reading, const Group *group)
{
  const DlCandidate *first = group->first;
  g_autofree char *name = dup_name (reading, first);
  g_auto (GStrv) countries =
    *first->countries != '\0' ? g_strsplit (first->countries, " ", -1) : NULL;
  DlLexiconEntity listed = { .latitude = NAN, .longitude = NAN, .wikidata = "", .zone = "" };
  const gboolean known = first->id != NULL && !is_government (first) &&
                         dl_lexicon_find_entity (reading->lexicon, first->id, &listed);
  DlEntityFields fields = {
    .key = group->key,
    .kind = first->kind != DL_KIND_DEMONYM ? first->kind
            : known                        ? listed.kind
                                           : DL_KIND_COUNTRY,
    .name = name,
    .role = is_government (first) ? "government" : first->role,
    .office = first->office,
    .countries = (const char *const *) countries,
    .wikidata = known && *listed.wikidata != '\0' ? listed.wikidata : NULL,
    .zone = known && *listed.zone != '\0' ? listed.zone : NULL,
    .latitude = listed.latitude,
    .longitude = listed.longitude,
    .certainty = group->certainty,
    .date = first->timex != NULL ? first->timex->date : NULL,
    .mentions = (const guint *) group->mentions->data,
    .n_mentions = group->mentions->len,
  };

  return dl_entity_new (&fields);
}

/**
 * dl_linker_run:
 * @reading: with its candidates resolved and its dates valued
 *
 * Sets each candidate's entity, and drops those that point back to nothing.
 *
 * Returns: (transfer full) (element-type DlEntity): the entities, by first mention, whose
 *   mentions are positions in the reading's candidates
 */
GPtrArray *
dl_linker_run (DlReading *reading)
{
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  tie (reading);
  groups = find_groups (reading);
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_add (entities, make_entity (reading, g_ptr_array_index (groups, i)));

  return entities;
}
