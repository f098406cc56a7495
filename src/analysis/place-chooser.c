/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-chooser.h"

#include <string.h>

#include "town-recognizer.h"

/* Which of the places of one name is meant: Lebanon or Lebanon in Pennsylvania.
 *
 *   1. What stands after a comma or in brackets holds the place before it: “Paris, Texas”,
 *      “Halle (Westfalen)”.  The name means that place in the whole article.
 *   2. Every country and region that is named for certain has a vote for itself and for
 *      what lies in it; so have places settled by (1), and these count more.
 *   3. Of several places of one name that with the most votes is meant; without any, the
 *      best known, which the tables list first.
 *   4. Words that give a country away have a vote each.  In a report from a town, which tells
 *      itself by such words, a famous place may be the small one of that name, too.
 *   5. A doubtful name is kept if it is settled by (1), or if its country leads the votes
 *      and a word before it somewhere in the article speaks for a place: “in Halle”. */

#define VOTE_NAMED 2
#define VOTE_SETTLED 3
#define VOTE_DOUBTFUL 1

/* So many words speak for their country, and so many make a report from a town. */
#define MAX_SIGNS 4
#define MIN_LOCAL_SIGNS 2
#define MIN_SIGNS_FOR_COUNTRY 3

/* A doubtful name does not vouch for its country alone. */
#define MIN_VOTES 3

#define CERTAINTY_SETTLED 0.95
#define CERTAINTY_VOTED 0.75
#define CERTAINTY_UNLISTED 0.6

/* No sensible text has a place by so many names of one form. */
#define MAX_READINGS 64

typedef struct
{
  DlReading *reading;
  GPtrArray *places;   /* of DlCandidate, borrowed: listed countries and places */
  GHashTable *votes;   /* id of a country or region → count */
  GHashTable *settled; /* folded form: its string in the tables → DlEntityRecord */
  GHashTable *cued;    /* set of forms with a word before them that speaks for a place */
  GHashTable *heard;   /* set of forms that have voted */
  guint most;          /* votes of the country that has the most */
} Chooser;

static const char *
get_id (const Chooser *self, const DlEntityRecord *entity)
{
  return dl_tables_string (self->reading->tables, entity->id);
}

static const char *
get_countries (const Chooser *self, const DlEntityRecord *entity)
{
  return dl_tables_string (self->reading->tables, entity->countries);
}

static const char *
get_role (const Chooser *self, const DlEntityRecord *entity)
{
  return dl_tables_string (self->reading->tables, entity->role);
}

/* The first row of the form that @name is one of; the rows of a form stand together. */
static const DlNameRecord *
get_first (const Chooser *self, const DlNameRecord *name)
{
  while (name > self->reading->tables->names && !(name[-1].flags & DL_NAME_LAST))
    name--;

  return name;
}

/* The places and countries of the form of @candidate, what it is taken for first. */
static guint
get_readings (const Chooser *self,
              const DlCandidate *candidate,
              const DlEntityRecord *readings[MAX_READINGS])
{
  const DlTables *tables = self->reading->tables;
  guint n = 0;

  readings[n++] = &tables->entities[candidate->name->entity];
  for (const DlNameRecord *name = get_first (self, candidate->name);; name++)
    {
      if (!(name->flags & (DL_NAME_WORD | DL_NAME_LITERAL)) && n < MAX_READINGS &&
          name->entity != candidate->name->entity &&
          (name->klass == DL_KIND_COUNTRY || name->klass == DL_KIND_PLACE) &&
          (name->languages & candidate->name->languages))
        readings[n++] = &tables->entities[name->entity];
      if (name->flags & DL_NAME_LAST)
        break;
    }

  return n;
}

/* The id of a town ends in that of its region: “paris-texas-us”. */
static gboolean
ends_in (const char *id, const char *region)
{
  const gsize length = strlen (id), tail = strlen (region);

  return length > tail + 1 && id[length - tail - 1] == '-' &&
         strcmp (id + length - tail, region) == 0;
}

static gboolean
lies_in (const Chooser *self, const DlEntityRecord *inner, const DlEntityRecord *outer)
{
  const char *countries = get_countries (self, inner);

  if (inner == outer || inner->kind != DL_KIND_PLACE || *countries == '\0')
    return FALSE;
  if (outer->kind == DL_KIND_COUNTRY)
    return strcmp (countries, get_id (self, outer)) == 0;

  return strcmp (get_role (self, outer), "region") == 0 &&
         strcmp (get_role (self, inner), "region") != 0 &&
         ends_in (get_id (self, inner), get_id (self, outer));
}

static void
settle (Chooser *self, DlCandidate *candidate, const DlEntityRecord *entity, double certainty)
{
  const DlTables *tables = self->reading->tables;

  candidate->id = get_id (self, entity);
  candidate->kind = entity->kind;
  candidate->role = *get_role (self, entity) != '\0' ? get_role (self, entity) : NULL;
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

static const void *
get_form (const Chooser *self, const DlCandidate *candidate)
{
  return get_first (self, candidate->name);
}

static void
settle_pair (Chooser *self, DlCandidate *inner, DlCandidate *outer)
{
  const DlEntityRecord *inners[MAX_READINGS], *outers[MAX_READINGS];
  const guint n_inners = get_readings (self, inner, inners);
  const guint n_outers = get_readings (self, outer, outers);

  for (guint i = 0; i < n_outers; i++)
    {
      for (guint k = 0; k < n_inners; k++)
        {
          if (!lies_in (self, inners[k], outers[i]))
            continue;
          settle (self, inner, inners[k], CERTAINTY_SETTLED);
          settle (self, outer, outers[i], CERTAINTY_SETTLED);
          g_hash_table_insert (self->settled, (gpointer) get_form (self, inner),
                               (gpointer) inners[k]);
          g_hash_table_insert (self->settled, (gpointer) get_form (self, outer),
                               (gpointer) outers[i]);
          return;
        }
    }
}

static void
settle_pairs (Chooser *self)
{
  for (guint i = 0; i + 1 < self->places->len; i++)
    {
      DlCandidate *inner = g_ptr_array_index (self->places, i);
      DlCandidate *outer = g_ptr_array_index (self->places, i + 1);

      if (inner->name != NULL && outer->name != NULL && are_joined (self, inner, outer))
        settle_pair (self, inner, outer);
    }
}

static void
find_cued (Chooser *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (self->places, i);

      if (candidate->name != NULL && candidate->certainty >= DL_TOWN_CUED)
        g_hash_table_add (self->cued, (gpointer) get_form (self, candidate));
    }
}

static guint
get_votes (const Chooser *self, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->votes, id));
}

static void
vote (Chooser *self, const char *id, guint count)
{
  if (*id != '\0' && strchr (id, ' ') == NULL)
    g_hash_table_insert (self->votes, (gpointer) id,
                         GUINT_TO_POINTER (get_votes (self, id) + count));
}

/* The region of a town, as far as its id tells: after the town's own name.  One whose
 * region is in the tables. */
static const char *
get_region (const Chooser *self, const DlEntityRecord *entity)
{
  DlLexiconEntity region;

  if (strcmp (get_role (self, entity), "city") != 0)
    return "";
  for (const char *id = strchr (get_id (self, entity), '-'); id != NULL; id = strchr (id, '-'))
    {
      id++;
      if (dl_lexicon_find_entity (self->reading->lexicon, id, &region) &&
          strcmp (region.role, "region") == 0)
        return region.id;
    }

  return "";
}

/* A name votes once, whatever the number of its mentions. */
static void
vote_for (Chooser *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[MAX_READINGS];
  const DlEntityRecord *settled;
  guint n;

  if (candidate->name == NULL)
    return;
  settled = g_hash_table_lookup (self->settled, get_form (self, candidate));
  if (!g_hash_table_add (self->heard, (gpointer) get_form (self, candidate)))
    return;
  if (settled != NULL)
    {
      vote (self, get_countries (self, settled), VOTE_SETTLED);
      vote (self,
            strcmp (get_role (self, settled), "region") == 0 ? get_id (self, settled)
                                                             : get_region (self, settled),
            VOTE_SETTLED);
      return;
    }

  n = get_readings (self, candidate, readings);
  for (guint i = 0; i < n; i++)
    {
      gboolean again = FALSE;

      for (guint k = 0; k < i; k++)
        again |= readings[k]->countries == readings[i]->countries;
      if (!again)
        vote (self, get_countries (self, readings[i]),
              n == 1 && !(candidate->flags & DL_CANDIDATE_DOUBTFUL) ? VOTE_NAMED : VOTE_DOUBTFUL);
      if (strcmp (get_role (self, readings[i]), "region") == 0)
        vote (self, get_id (self, readings[i]), VOTE_NAMED);
      else if (candidate->flags & DL_CANDIDATE_DOUBTFUL)
        vote (self, get_region (self, readings[i]), VOTE_DOUBTFUL);
    }
}

/* How many words give @country away. */
static guint
count_signs (const Chooser *self, const char *country, gboolean only_local)
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
vote_for_signs (Chooser *self)
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

static guint
score (const Chooser *self, const DlEntityRecord *entity)
{
  return get_votes (self, get_countries (self, entity)) +
         2 * get_votes (self, get_region (self, entity));
}

/* Countries go by their codes, regions by longer ids. */
static gboolean
is_code (const char *id)
{
  return strlen (id) == 2;
}

static guint
find_most (const Chooser *self)
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

/* The reading that the votes are for; that of the tables where they are even. */
static const DlEntityRecord *
find_best (const Chooser *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[MAX_READINGS];
  const guint n = get_readings (self, candidate, readings);
  const DlEntityRecord *best = readings[0];

  for (guint i = 1; i < n; i++)
    {
      if (score (self, readings[i]) > score (self, best))
        best = readings[i];
    }

  return best;
}

/* Whether the article is a report from a town of @country, for which no other speaks
 * louder, and names nothing of the country of @candidate but itself. */
static gboolean
is_local (const Chooser *self, const DlCandidate *candidate, const char *country)
{
  const guint local = count_signs (self, country, TRUE);
  const guint needed = candidate->kind == DL_KIND_PLACE ? MIN_LOCAL_SIGNS : MIN_SIGNS_FOR_COUNTRY;

  return get_votes (self, candidate->countries) <= VOTE_NAMED && local > 0 &&
         get_votes (self, country) >= self->most && count_signs (self, country, FALSE) >= needed;
}

/* A famous place gives way only to one in a region that the article names, a country
 * only to what has twice its votes. */
static gboolean
gives_way (const Chooser *self, const DlCandidate *candidate, const DlEntityRecord *other)
{
  const guint own = get_votes (self, candidate->countries);

  if (candidate->flags & DL_CANDIDATE_DOUBTFUL)
    return TRUE;
  if (strcmp (get_role (self, other), "region") != 0 &&
      get_votes (self, get_region (self, other)) < VOTE_NAMED &&
      !is_local (self, candidate, get_countries (self, other)))
    return FALSE;

  return get_votes (self, get_countries (self, other)) >= 2 * own;
}

/* The country that the article is a local report from, if the tables have no place of it by
 * the name of @candidate; or %NULL. */
static const char *
find_unlisted (const Chooser *self, const DlCandidate *candidate)
{
  const DlEntityRecord *readings[MAX_READINGS];
  const guint n = get_readings (self, candidate, readings);
  const char *best = NULL;

  for (guint i = 0; i < self->reading->signs->len; i++)
    {
      const char *country = g_array_index (self->reading->signs, DlCountrySign, i).country;

      if (strcmp (country, candidate->countries) != 0 && is_local (self, candidate, country) &&
          (best == NULL || count_signs (self, country, FALSE) > count_signs (self, best, FALSE)))
        best = country;
    }
  for (guint i = 0; i < n && best != NULL; i++)
    {
      if (strcmp (get_countries (self, readings[i]), best) == 0)
        return NULL;
    }

  return best;
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
}

/* Whether @candidate stays. */
static gboolean
choose (Chooser *self, DlCandidate *candidate)
{
  const DlEntityRecord *best = g_hash_table_lookup (self->settled, get_form (self, candidate));
  const char *unlisted;
  guint votes;

  if (best != NULL)
    {
      settle (self, candidate, best, CERTAINTY_SETTLED);
      return TRUE;
    }

  unlisted = candidate->flags & DL_CANDIDATE_DOUBTFUL ? NULL : find_unlisted (self, candidate);
  if (unlisted != NULL)
    {
      settle_unlisted (candidate, unlisted);
      return TRUE;
    }

  best = find_best (self, candidate);
  votes = get_votes (self, get_countries (self, best));
  if ((candidate->flags & DL_CANDIDATE_DOUBTFUL) &&
      (votes < MIN_VOTES || 2 * votes < self->most ||
       !g_hash_table_contains (self->cued, get_form (self, candidate))))
    return FALSE;
  if (best != &self->reading->tables->entities[candidate->name->entity] &&
      gives_way (self, candidate, best))
    settle (self, candidate, best, CERTAINTY_VOTED);
  else if (candidate->flags & DL_CANDIDATE_DOUBTFUL)
    settle (self, candidate, &self->reading->tables->entities[candidate->name->entity],
            CERTAINTY_VOTED);

  return TRUE;
}

static const char *
find_leader (const Chooser *self)
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

static void
choose_all (Chooser *self)
{
  DlReading *reading = self->reading;
  const char *leader = find_leader (self);
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
      if (candidate->kind == DL_KIND_PLACE && candidate->id == NULL &&
          *candidate->countries == '\0' && leader != NULL)
        candidate->countries = g_intern_string (leader);
      g_ptr_array_index (reading->candidates, kept++) = candidate;
    }
  dl_reading_truncate (reading, kept);
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
  self.votes = g_hash_table_new (g_str_hash, g_str_equal);
  self.settled = g_hash_table_new (NULL, NULL);
  self.cued = g_hash_table_new (NULL, NULL);
  self.heard = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);

      if (candidate->kind == DL_KIND_PLACE || candidate->kind == DL_KIND_COUNTRY ||
          candidate->kind == DL_KIND_DEMONYM)
        g_ptr_array_add (self.places, candidate);
    }

  settle_pairs (&self);
  find_cued (&self);
  for (guint i = 0; i < self.places->len; i++)
    vote_for (&self, g_ptr_array_index (self.places, i));
  vote_for_signs (&self);
  self.most = find_most (&self);
  choose_all (&self);

  g_hash_table_unref (self.heard);
  g_hash_table_unref (self.cued);
  g_hash_table_unref (self.settled);
  g_hash_table_unref (self.votes);
  g_ptr_array_unref (self.places);
}
