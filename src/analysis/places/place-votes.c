/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-votes.h"

#include <string.h>

#include "place-readings.h"

/* What an article says for the countries and regions that its places may lie in.
 *
 *   1. Every country and region that is named for certain has a vote for itself and for
 *      what lies in it; so have places that are settled, and these count more.
 *   2. Words that give a country away have a vote each. */

#define VOTE_SETTLED 3
#define VOTE_DOUBTFUL 1

/* So many words speak for their country, and so many make a report from a town. */
#define MAX_SIGNS 4
#define MIN_LOCAL_SIGNS 2
#define MIN_SIGNS_FOR_COUNTRY 3

/* One such word is enough beside places of that country. */
#define MIN_LOCAL_VOTES 3

struct _DlPlaceVotes
{
  DlReading *reading;  /* borrowed */
  GHashTable *settled; /* borrowed: row of a form → DlEntityRecord */
  GHashTable *votes;   /* owned: id of a country or region → count */
  GHashTable *heard;   /* owned: set of forms that have voted */
  guint most;          /* votes of the country that has the most */
};

/* Returns: the votes for the country or region @id. */
guint
dl_place_votes_get (const DlPlaceVotes *self, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->votes, id));
}

static void
vote (DlPlaceVotes *self, const char *id, guint count)
{
  if (*id != '\0' && strchr (id, ' ') == NULL)
    g_hash_table_insert (self->votes, (gpointer) id,
                         GUINT_TO_POINTER (dl_place_votes_get (self, id) + count));
}

/* A name votes once, whatever the number of its mentions. */
static void
vote_for (DlPlaceVotes *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[DL_PLACE_MAX_READINGS];
  const DlEntityRecord *settled;
  guint n;

  if (candidate->name == NULL)
    return;
  settled = g_hash_table_lookup (self->settled, dl_place_get_form (self->reading, candidate));
  if (!g_hash_table_add (self->heard, (gpointer) dl_place_get_form (self->reading, candidate)))
    return;
  if (settled != NULL)
    {
      vote (self, dl_place_get_countries (self->reading, settled), VOTE_SETTLED);
      vote (self,
            strcmp (dl_place_get_role (self->reading, settled), "region") == 0
              ? dl_place_get_id (self->reading, settled)
              : dl_place_get_region (self->reading, settled),
            VOTE_SETTLED);
      return;
    }

  n = dl_place_get_readings (self->reading, candidate, readings);
  for (guint i = 0; i < n; i++)
    {
      gboolean again = FALSE;

      for (guint k = 0; k < i; k++)
        again |= readings[k]->countries == readings[i]->countries;
      if (!again)
        vote (self, dl_place_get_countries (self->reading, readings[i]),
              n == 1 && !(candidate->flags & DL_CANDIDATE_DOUBTFUL) ? DL_PLACE_VOTE_NAMED
                                                                    : VOTE_DOUBTFUL);
      if (strcmp (dl_place_get_role (self->reading, readings[i]), "region") == 0)
        vote (self, dl_place_get_id (self->reading, readings[i]), DL_PLACE_VOTE_NAMED);
    }
}

/* How many words give @country away. */
static guint
count_signs (const DlPlaceVotes *self, const char *country, gboolean only_local)
{
  guint n = 0;

  for (guint i = 0; i < self->reading->signs->len; i++)
    {
      const DlCountrySign *sign = &g_array_index (self->reading->signs, DlCountrySign, i);

      n += strcmp (sign->country, country) == 0 && (sign->is_local || !only_local);
    }

  return n;
}

static void
vote_for_signs (DlPlaceVotes *self)
{
  for (guint i = 0; i < self->reading->signs->len; i++)
    {
      const char *country = g_array_index (self->reading->signs, DlCountrySign, i).country;
      gboolean again = FALSE;

      for (guint k = 0; k < i; k++)
        again |= g_array_index (self->reading->signs, DlCountrySign, k).country == country;
      if (!again)
        vote (self, country, MIN (count_signs (self, country, FALSE), MAX_SIGNS));
    }
}

/* Countries go by their codes, regions by longer ids. */
static gboolean
is_code (const char *id)
{
  return strlen (id) == 2;
}

static guint
find_most (const DlPlaceVotes *self)
{
  GHashTableIter iter;
  gpointer id, count;
  guint most = 0;

  g_hash_table_iter_init (&iter, self->votes);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      if (is_code (id))
        most = MAX (most, GPOINTER_TO_UINT (count));
    }

  return most;
}

/**
 * dl_place_votes_new:
 * @reading: borrowed
 * @places: (element-type DlCandidate): the countries and places of @reading
 * @settled: borrowed: row of a form (dl_place_get_form()) → DlEntityRecord that it means
 *
 * Returns: (transfer full): the votes, counted
 */
DlPlaceVotes *
dl_place_votes_new (DlReading *reading, const GPtrArray *places, GHashTable *settled)
{
  DlPlaceVotes *self = g_new0 (DlPlaceVotes, 1);

  self->reading = reading;
  self->settled = settled;
  self->votes = g_hash_table_new (g_str_hash, g_str_equal);
  self->heard = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < places->len; i++)
    vote_for (self, g_ptr_array_index (places, i));
  vote_for_signs (self);
  self->most = find_most (self);

  return self;
}

void
dl_place_votes_free (DlPlaceVotes *self)
{
  g_hash_table_unref (self->votes);
  g_hash_table_unref (self->heard);
  g_free (self);
}

/* Returns: the votes of the country that has the most. */
guint
dl_place_votes_get_most (const DlPlaceVotes *self)
{
  return self->most;
}

/* Returns: (transfer none) (nullable): the country that has more votes than any other. */
const char *
dl_place_votes_get_leader (const DlPlaceVotes *self)
{
  GHashTableIter iter;
  gpointer id, count;
  const char *leader = NULL;

  g_hash_table_iter_init (&iter, self->votes);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      if (GPOINTER_TO_UINT (count) == self->most && is_code (id))
        {
          if (leader != NULL)
            return NULL;
          leader = id;
        }
    }

  return leader;
}

/* Returns: the votes for the country of @entity and, twice as heavy, for its region. */
guint
dl_place_votes_score (const DlPlaceVotes *self, const DlEntityRecord *entity)
{
  return dl_place_votes_get (self, dl_place_get_countries (self->reading, entity)) +
         2 * dl_place_votes_get (self, dl_place_get_region (self->reading, entity));
}

static gboolean
has_role (const DlCandidate *candidate, const char *role)
{
  return candidate->role != NULL && strcmp (candidate->role, role) == 0;
}

static gboolean
is_town (const DlCandidate *candidate)
{
  return has_role (candidate, "city") || has_role (candidate, "capital");
}

/**
 * dl_place_votes_are_local:
 *
 * Returns: whether the article is a report from a town of @country, for which no other
 *   country has more votes, and names nothing of the country of @candidate but itself
 */
gboolean
dl_place_votes_are_local (const DlPlaceVotes *self,
                          const DlCandidate *candidate,
                          const char *country)
{
  const guint local = count_signs (self, country, TRUE);
  const guint needed = candidate->kind == DL_KIND_PLACE ? MIN_LOCAL_SIGNS : MIN_SIGNS_FOR_COUNTRY;

  return dl_place_votes_get (self, candidate->countries) <= DL_PLACE_VOTE_NAMED && local > 0 &&
         dl_place_votes_get (self, country) >= self->most &&
         (count_signs (self, country, FALSE) >= needed ||
          (is_town (candidate) && dl_place_votes_get (self, country) >= MIN_LOCAL_VOTES));
}

/**
 * dl_place_votes_find_home:
 *
 * A capital is no town that the tables do not have unless more than one word says so.
 *
 * Returns: (transfer none) (nullable): the country other than that of @candidate that the
 *   article is a local report from
 */
const char *
dl_place_votes_find_home (const DlPlaceVotes *self, const DlCandidate *candidate)
{
  const char *best = NULL;

  for (guint i = 0; i < self->reading->signs->len; i++)
    {
      const char *country = g_array_index (self->reading->signs, DlCountrySign, i).country;

      if (strcmp (country, candidate->countries) != 0 &&
          (!has_role (candidate, "capital") ||
           count_signs (self, country, FALSE) >= MIN_LOCAL_SIGNS) &&
          dl_place_votes_are_local (self, candidate, country) &&
          (best == NULL || count_signs (self, country, FALSE) > count_signs (self, best, FALSE)))
        best = country;
    }

  return best;
}
