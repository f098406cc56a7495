/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "place-neighbours.h"
#include "place-readings.h"
#include "place-votes.h"
#include "town-recognizer.h"

/* Which of the places of one name is meant: Lebanon or Lebanon in Pennsylvania.
 *
 *   1. What stands after a comma or in brackets holds the place before it: “Paris, Texas”,
 *      “Halle (Westfalen)”.  The name means that place in the whole article.
 *   2. Of several places of one name that with the most votes (see place-votes.c) is meant;
 *      without any, the best known, which the tables list first.
 *   3. In a report from a town, which tells itself by words that give its country away, a
 *      famous place may be the small one of that name, be it in the tables or not.
 *   4. A doubtful name is kept if it is settled by (1), or if its country leads the votes
 *      and a word before it somewhere in the article speaks for a place: “in Halle”. */

/* A doubtful name does not vouch for its country alone. */
#define MIN_VOTES 3

/* “in California, Texas and Ohio”: bytes between the last of them. */
#define MAX_LIST_GAP 6

#define CERTAINTY_SETTLED 0.95
#define CERTAINTY_VOTED 0.75
#define CERTAINTY_UNLISTED 0.6

typedef struct
{
  DlReading *reading;
  GPtrArray *places; /* of DlCandidate, borrowed: listed countries and places */
  DlPlaceVotes *votes;
  GHashTable *settled; /* folded form: its string in the tables → DlEntityRecord */
  GHashTable *outside; /* such a form → country of the place that the tables do not have */
  GHashTable *abroad;  /* set of forms of countries that another is named beside */
  GHashTable *cued;    /* set of forms with a word before them that speaks for a place */
} Chooser;

static void
settle (Chooser *self, DlCandidate *candidate, const DlEntityRecord *entity, double certainty)
{
  const DlTables *tables = self->reading->tables;

  candidate->id = dl_place_get_id (self->reading, entity);
  candidate->kind = entity->kind;
  candidate->role = *dl_place_get_role (self->reading, entity) != '\0'
                      ? dl_place_get_role (self->reading, entity)
                      : NULL;
  candidate->countries = dl_tables_string (tables, entity->countries);
  candidate->certainty = MAX (candidate->certainty, certainty);
  candidate->flags &= ~DL_CANDIDATE_DOUBTFUL;
}

/* Whether nothing but a comma or an opening bracket stands between the two. */
static gboolean
are_joined (const Chooser *self, const DlCandidate *a, const DlCandidate *b)
{
  const char *text = dl_article_get_text (self->reading->article);
  gsize at = a->span.end;
  guint marks = 0;

  if (a->block != b->block || b->span.start < a->span.end || b->span.start - a->span.end > 4)
    return FALSE;
  for (; at < b->span.start; at++)
    {
      if (strchr (",(", text[at]) != NULL)
        marks++;
      else if (text[at] != ' ')
        return FALSE;
    }

  return marks == 1;
}

/* “Glasgow, Ky.”: a place that the tables do not have, in a region that they have.  A famous
 * place beside a region of another country is no list of two where no third follows. */
static void
settle_outside (Chooser *self, DlCandidate *inner, DlCandidate *outer, const DlCandidate *next)
{
  const DlEntityRecord *outers[DL_PLACE_MAX_READINGS];
  const guint n = dl_place_get_readings (self->reading, outer, outers);
  const gboolean is_abbreviated = (outer->name->flags & DL_NAME_ABBR) != 0;

  if (!is_abbreviated && next != NULL && next->block == outer->block &&
      next->span.start - outer->span.end <= MAX_LIST_GAP)
    return;
  for (guint i = 0; i < n; i++)
    {
      const char *countries = dl_place_get_countries (self->reading, outers[i]);

      if (strcmp (dl_place_get_role (self->reading, outers[i]), "region") != 0 ||
          strcmp (countries, inner->countries) == 0)
        continue;
      settle (self, outer, outers[i], CERTAINTY_SETTLED);
      g_hash_table_insert (self->settled, (gpointer) dl_place_get_form (self->reading, outer),
                           (gpointer) outers[i]);
      g_hash_table_insert (self->outside, (gpointer) dl_place_get_form (self->reading, inner),
                           (gpointer) countries);
      return;
    }
}

/* Whether one of the places of the name @inner lies in one of those of @outer, which then are
 * meant. */
static gboolean
settle_pair (Chooser *self, DlCandidate *inner, DlCandidate *outer)
{
  const DlEntityRecord *inners[DL_PLACE_MAX_READINGS], *outers[DL_PLACE_MAX_READINGS];
  const guint n_inners = dl_place_get_readings (self->reading, inner, inners);
  const guint n_outers = dl_place_get_readings (self->reading, outer, outers);

  for (guint i = 0; i < n_outers; i++)
    {
      for (guint k = 0; k < n_inners; k++)
        {
          if (!dl_place_lies_in (self->reading, inners[k], outers[i]))
            continue;
          settle (self, inner, inners[k], CERTAINTY_SETTLED);
          settle (self, outer, outers[i], CERTAINTY_SETTLED);
          g_hash_table_insert (self->settled, (gpointer) dl_place_get_form (self->reading, inner),
                               (gpointer) inners[k]);
          g_hash_table_insert (self->settled, (gpointer) dl_place_get_form (self->reading, outer),
                               (gpointer) outers[i]);
          return TRUE;
        }
    }

  return FALSE;
}

static void
settle_pairs (Chooser *self)
{
  for (guint i = 0; i + 1 < self->places->len; i++)
    {
      DlCandidate *inner = g_ptr_array_index (self->places, i);
      DlCandidate *outer = g_ptr_array_index (self->places, i + 1);

      if (inner->name != NULL && outer->name != NULL && are_joined (self, inner, outer) &&
          !settle_pair (self, inner, outer))
        settle_outside (self, inner, outer,
                        i + 2 < self->places->len ? g_ptr_array_index (self->places, i + 2) : NULL);
    }
}

/* “Greece or Portugal”: in a sentence with another country a country is one. */
static void
find_abroad (Chooser *self)
{
  const DlCandidate *last = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (self->places, i);

      if (candidate->kind != DL_KIND_COUNTRY || candidate->name == NULL)
        continue;
      if (last != NULL && last->sentence == candidate->sentence &&
          strcmp (last->countries, candidate->countries) != 0)
        {
          g_hash_table_add (self->abroad, (gpointer) dl_place_get_form (self->reading, last));
          g_hash_table_add (self->abroad, (gpointer) dl_place_get_form (self->reading, candidate));
        }
      last = candidate;
    }
}

static void
find_cued (Chooser *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (self->places, i);

      if (candidate->name != NULL && candidate->certainty >= DL_TOWN_CUED)
        g_hash_table_add (self->cued, (gpointer) dl_place_get_form (self->reading, candidate));
    }
}

/* The reading that the votes are for; that of the tables where they are even. */
static const DlEntityRecord *
find_best (const Chooser *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[DL_PLACE_MAX_READINGS];
  const guint n = dl_place_get_readings (self->reading, candidate, readings);
  const DlEntityRecord *best = readings[0];

  for (guint i = 1; i < n; i++)
    {
      if (dl_place_votes_score (self->votes, readings[i]) >
          dl_place_votes_score (self->votes, best))
        best = readings[i];
    }

  return best;
}

/* A famous place gives way only to one in a region that the article names, a country
 * only to what has twice its votes. */
static gboolean
gives_way (const Chooser *self, const DlCandidate *candidate, const DlEntityRecord *other)
{
  const guint own = dl_place_votes_get (self->votes, candidate->countries);

  if (candidate->flags & DL_CANDIDATE_DOUBTFUL)
    return TRUE;
  if (strcmp (dl_place_get_role (self->reading, other), "region") != 0 &&
      dl_place_votes_get (self->votes, dl_place_get_region (self->reading, other)) <
        DL_PLACE_VOTE_NAMED &&
      !dl_place_votes_are_local (self->votes, candidate,
                                 dl_place_get_countries (self->reading, other)))
    return FALSE;

  return dl_place_votes_get (self->votes, dl_place_get_countries (self->reading, other)) >= 2 * own;
}

/* The country that the article is a local report from, if the tables have no place of it by
 * the name of @candidate; or %NULL. */
static const char *
find_unlisted (const Chooser *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[DL_PLACE_MAX_READINGS];
  const guint n = dl_place_get_readings (self->reading, candidate, readings);
  const char *home =
    g_hash_table_contains (self->abroad, dl_place_get_form (self->reading, candidate))
      ? NULL
      : dl_place_votes_find_home (self->votes, candidate);

  for (guint i = 0; i < n && home != NULL; i++)
    {
      if (strcmp (dl_place_get_countries (self->reading, readings[i]), home) == 0)
        return NULL;
    }

  return home;
}

/* None of the places of the tables by that name is meant, but one of @country. */
static void
settle_unlisted (DlCandidate *candidate, const char *country)
{
  candidate->kind = DL_KIND_PLACE;
  candidate->name = NULL;
  candidate->id = NULL;
  candidate->role = NULL;
  candidate->countries = g_intern_string (country);
  candidate->certainty = MIN (candidate->certainty, CERTAINTY_UNLISTED);
  candidate->choice = DL_CHOICE_UNLISTED;
}

/* How sure the choice of @candidate is among the others of its name; towns do not count
 * beside a country. */
static DlChoice
compare_readings (const Chooser *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[DL_PLACE_MAX_READINGS];
  const guint n = dl_place_get_readings (self->reading, candidate, readings);
  guint own = 0, best = 0, n_others = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint votes = dl_place_votes_score (self->votes, readings[i]);

      if (strcmp (dl_place_get_id (self->reading, readings[i]), candidate->id) == 0)
        {
          own = votes;
          continue;
        }
      if (candidate->kind == DL_KIND_COUNTRY &&
          strcmp (dl_place_get_role (self->reading, readings[i]), "city") == 0)
        continue;
      best = MAX (best, votes);
      n_others++;
    }
  if (n_others == 0)
    return DL_CHOICE_SOLE;

  return own > best ? DL_CHOICE_LIKELY : DL_CHOICE_OPEN;
}

/* Whether @candidate stays. */
static gboolean
choose (Chooser *self, DlCandidate *candidate)
{
  const DlEntityRecord *best =
    g_hash_table_lookup (self->settled, dl_place_get_form (self->reading, candidate));
  const char *unlisted;
  guint votes;

  if (best != NULL)
    {
      settle (self, candidate, best, CERTAINTY_SETTLED);
      candidate->choice = DL_CHOICE_STATED;
      return TRUE;
    }

  unlisted = g_hash_table_lookup (self->outside, dl_place_get_form (self->reading, candidate));
  if (unlisted == NULL && !(candidate->flags & DL_CANDIDATE_DOUBTFUL))
    unlisted = find_unlisted (self, candidate);
  if (unlisted != NULL)
    {
      settle_unlisted (candidate, unlisted);
      return TRUE;
    }

  best = find_best (self, candidate);
  votes = dl_place_votes_get (self->votes, dl_place_get_countries (self->reading, best));
  if ((candidate->flags & DL_CANDIDATE_DOUBTFUL) &&
      (votes < MIN_VOTES || 2 * votes < dl_place_votes_get_most (self->votes) ||
       !g_hash_table_contains (self->cued, dl_place_get_form (self->reading, candidate))))
    return FALSE;
  if (best != &self->reading->tables->entities[candidate->name->entity] &&
      gives_way (self, candidate, best))
    settle (self, candidate, best, CERTAINTY_VOTED);
  else if (candidate->flags & DL_CANDIDATE_DOUBTFUL)
    settle (self, candidate, &self->reading->tables->entities[candidate->name->entity],
            CERTAINTY_VOTED);
  candidate->choice = compare_readings (self, candidate);

  return TRUE;
}

static void
choose_all (Chooser *self)
{
  DlReading *reading = self->reading;
  guint kept = 0;

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      const gboolean is_place =
        candidate->kind == DL_KIND_PLACE || candidate->kind == DL_KIND_COUNTRY;

      if (is_place && candidate->name != NULL && !choose (self, candidate))
        {
          dl_candidate_free (candidate);
          continue;
        }
      g_ptr_array_index (reading->candidates, kept++) = candidate;
    }
  dl_reading_truncate (reading, kept);
  dl_place_neighbours_run (reading, self->votes);
}

/**
 * dl_place_chooser_run:
 * @reading: with its candidates resolved
 *
 * Chooses among the places of one name by what else the article names, and drops the
 * doubtful that nothing speaks for.
 */
void
dl_place_chooser_run (DlReading *reading)
{
  Chooser self = { .reading = reading };

  self.places = g_ptr_array_new ();
  self.settled = g_hash_table_new (NULL, NULL);
  self.outside = g_hash_table_new (NULL, NULL);
  self.abroad = g_hash_table_new (NULL, NULL);
  self.cued = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (candidate->kind == DL_KIND_PLACE || candidate->kind == DL_KIND_COUNTRY ||
          candidate->kind == DL_KIND_DEMONYM)
        g_ptr_array_add (self.places, candidate);
    }

  settle_pairs (&self);
  find_abroad (&self);
  find_cued (&self);
  self.votes = dl_place_votes_new (reading, self.places, self.settled);
  choose_all (&self);

  g_hash_table_unref (self.cued);
  g_hash_table_unref (self.abroad);
  g_hash_table_unref (self.outside);
  g_hash_table_unref (self.settled);
  dl_place_votes_free (self.votes);
  g_ptr_array_unref (self.places);
}

/**
 * dl_place_chooser_explain:
 *
 * Returns: (transfer none) (nullable): a sentence for the reader; %NULL where there was
 *   nothing to choose
 */
const char *
dl_place_chooser_explain (DlChoice choice)
{
  switch (choice)
    {
    case DL_CHOICE_STATED:
      return _ ("Several places have this name; the article says which one it means.");
    case DL_CHOICE_LIKELY:
      return _ ("Several places have this name; what else the article names speaks for this one.");
    case DL_CHOICE_OPEN:
      return _ (
        "Several places have this name and nothing in the article decides; this is the best "
        "known one.");
    case DL_CHOICE_UNLISTED:
      return _ ("The article means a smaller place of this name, whose position is not known.");
    case DL_CHOICE_SOLE:
    case DL_N_CHOICES:
      break;
    }

  return NULL;
}
