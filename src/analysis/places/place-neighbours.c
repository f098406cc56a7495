/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-neighbours.h"

#include <string.h>

/* The country of a place that the tables do not have, “Lake Balaton”: that of the places and
 * peoples around it.  One that stands beside it decides, then the votes of the article where one
 * country leads.  Else the nearer one is named the more it counts; a people counts less than
 * a place, since it is where somebody is from.  Words that give a country away count as if
 * they stood afar. */

#define PLACE_WEIGHT 2.0
#define PEOPLE_WEIGHT 1.0
#define SIGN_WEIGHT 1.0
#define VOTE_WEIGHT 0.5

/* At so many bytes the weight is half. */
#define HALF_DISTANCE 300.0

/* “Lake Balaton in Hungary”, “Balaton (Hungary)”: bytes between them. */
#define MAX_BESIDE 6

/* So many candidates before and as many behind are looked at. */
#define MAX_NEIGHBOURS 300

/* So many countries are told apart; those that come later do not count. */
#define MAX_COUNTRIES 64

typedef struct
{
  const char *country;
  double weight;
} Tally;

typedef struct
{
  Tally tallies[MAX_COUNTRIES];
  guint n;
} Neighbours;

static void
add (Neighbours *self, const char *country, double weight)
{
  guint i = 0;

  while (i < self->n && strcmp (self->tallies[i].country, country) != 0)
    i++;
  if (i == MAX_COUNTRIES)
    return;
  if (i == self->n)
    self->tallies[self->n++] = (Tally){ country, 0 };
  self->tallies[i].weight += weight;
}

/* Bytes between the two. */
static gsize
get_distance (const DlCandidate *a, const DlCandidate *b)
{
  if (a->span.start > b->span.start)
    return get_distance (b, a);

  return b->span.start - MIN (a->span.end, b->span.start);
}

static double
get_weight (const DlCandidate *candidate, const DlCandidate *other)
{
  const double nearness = HALF_DISTANCE / (HALF_DISTANCE + get_distance (candidate, other));

  switch (other->kind)
    {
    case DL_KIND_COUNTRY:
    case DL_KIND_PLACE:
      return PLACE_WEIGHT * nearness;
    case DL_KIND_DEMONYM:
      return PEOPLE_WEIGHT * nearness;
    default:
      return 0;
    }
}

static gboolean
is_in_one_country (const DlCandidate *candidate)
{
  return (candidate->name != NULL || candidate->choice == DL_CHOICE_UNLISTED) &&
         strlen (candidate->countries) == 2;
}

/* Returns: (nullable): the country that stands beside the candidate at @index, be it a place
 * of that country. */
static const char *
find_beside (DlReading *reading, guint index)
{
  const DlCandidate *candidate = g_ptr_array_index (reading->candidates, index);

  for (guint i = index - MIN (index, 1); i < MIN (index + 2, reading->candidates->len); i++)
    {
      const DlCandidate *other = g_ptr_array_index (reading->candidates, i);

      if (i != index && other->block == candidate->block && other->choice != DL_CHOICE_OPEN &&
          (other->kind == DL_KIND_COUNTRY || other->kind == DL_KIND_PLACE) &&
          is_in_one_country (other) && get_distance (candidate, other) <= MAX_BESIDE)
        return other->countries;
    }

  return NULL;
}

/* Returns: (nullable): the country with the most weight around the candidate at @index. */
static const char *
find_country (DlReading *reading, const DlPlaceVotes *votes, guint index)
{
  const DlCandidate *candidate = g_ptr_array_index (reading->candidates, index);
  const guint first = index - MIN (index, MAX_NEIGHBOURS);
  const guint after = MIN (index + MAX_NEIGHBOURS, reading->candidates->len);
  Neighbours self = { .n = 0 };
  const char *best = NULL;
  double most = 0;

  for (guint i = first; i < after; i++)
    {
      const DlCandidate *other = g_ptr_array_index (reading->candidates, i);
      const double weight = get_weight (candidate, other);

      if (weight > 0 && is_in_one_country (other))
        add (&self, other->countries, weight);
    }
  for (guint i = 0; i < reading->signs->len; i++)
    add (&self, g_array_index (reading->signs, DlCountrySign, i).country, SIGN_WEIGHT);
  for (guint i = 0; i < self.n; i++)
    {
      const double weight =
        self.tallies[i].weight + VOTE_WEIGHT * dl_place_votes_get (votes, self.tallies[i].country);

      if (weight > most)
        {
          most = weight;
          best = self.tallies[i].country;
        }
    }

  return best;
}

/**
 * dl_place_neighbours_run:
 * @reading: with its places chosen
 *
 * Gives each place that has no country that of its neighbours, if any.
 */
void
dl_place_neighbours_run (DlReading *reading, const DlPlaceVotes *votes)
{
  const char *leader = dl_place_votes_get_leader (votes);

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      const char *country;

      if (candidate->kind != DL_KIND_PLACE || candidate->id != NULL ||
          *candidate->countries != '\0')
        continue;
      country = find_beside (reading, i);
      if (country == NULL)
        country = leader;
      if (country == NULL)
        country = find_country (reading, votes, i);
      if (country != NULL)
        candidate->countries = g_intern_string (country);
    }
}
