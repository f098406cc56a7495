/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tagger.h"

#include "tag-features.h"
#include "tag-lattice.h"

/* Longer sentences are lists or no language. */
#define MAX_TOKENS 2000

/* No candidate that matters begins farther before a name. */
#define LOOK_BACK 24

/* Below this a name is more often wrong than a reader bears. */
#define MIN_PROBABILITY 0.6

/* Names of the tables that are common words too are marked unless it is as sure as this
 * that no name stands there; countries are seldom anything else. */
#define DENIES_PLACE 0.8
#define DENIES_COUNTRY 0.97

struct _DlTagger
{
  const DlTagModel *model; /* borrowed */
  DlTagFeatures *features; /* owned */
  DlTagLattice *lattice;   /* owned */
  GArray *found;           /* of DlTagFound */
  GArray *outside;         /* of float: how likely each token of the passage is in no name */
};

DlTagger *
dl_tagger_new (DlLexicon *lexicon, const DlTagModel *model)
{
  DlTagger *self = g_new0 (DlTagger, 1);

  self->model = model;
  self->features = dl_tag_features_new (lexicon);
  self->lattice = dl_tag_lattice_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (DlTagFound));
  self->outside = g_array_new (FALSE, TRUE, sizeof (float));
  dl_tag_lattice_set_moves (self->lattice, dl_tag_model_get_header (model)->moves);

  return self;
}

void
dl_tagger_free (DlTagger *self)
{
  dl_tag_features_free (self->features);
  dl_tag_lattice_free (self->lattice);
  g_array_unref (self->found);
  g_array_unref (self->outside);
  g_free (self);
}

static void
score (DlTagger *self, guint token, float *scores)
{
  guint32 hashes[DL_TAG_MAX_FEATURES];
  const guint n = dl_tag_features_get (self->features, token, hashes);
  int sums[DL_N_TAG_LABELS] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const DlTagSlot *slot = dl_tag_model_find (self->model, hashes[i]);

      if (slot == NULL)
        continue;
      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        sums[y] += slot->weights[y];
    }
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    scores[y] = sums[y] * dl_tag_model_get_header (self->model)->scale;
}

static guint
find_end (const guint8 *labels, guint first)
{
  guint i = first;

  while (!dl_tag_may_end (labels[i]))
    i++;

  return i + 1;
}

static void
collect (DlTagger *self, const guint8 *labels, const DlTokenRange *sentence, GArray *found)
{
  const guint n = sentence->after - sentence->first;

  for (guint i = 0, after; i < n; i = after)
    {
      const DlTagKind kind = (labels[i] - 1) / DL_N_TAG_PARTS;
      DlTagFound name;

      after = labels[i] == DL_TAG_OUTSIDE ? i + 1 : find_end (labels, i);
      if (labels[i] == DL_TAG_OUTSIDE)
        continue;
      name = (DlTagFound){ sentence->first + i, sentence->first + after, kind,
                           dl_tag_lattice_weigh (self->lattice, i, after, kind) };
      g_array_append_val (found, name);
    }
}

/* Where a script has capitals, a sentence without one beyond its first word has no name. */
static gboolean
may_have_names (DlPassage *passage, const DlTokenRange *sentence)
{
  for (guint i = sentence->first; i < sentence->after; i++)
    {
      const DlToken *token = dl_passage_get_token (passage, i);

      if ((token->flags & (DL_CHAR_UPPER | DL_CHAR_SINGLE)) || passage->language == DL_LANGUAGE_AR)
        return TRUE;
    }

  return FALSE;
}

static void
read_sentence (DlTagger *self, DlPassage *passage, const DlTokenRange *sentence, GArray *found)
{
  const guint n = sentence->after - sentence->first;
  guint8 labels[MAX_TOKENS];
  float *scores;

  if (n == 0 || n > MAX_TOKENS || !may_have_names (passage, sentence))
    return;

  dl_tag_features_read (self->features, passage, sentence);
  scores = dl_tag_lattice_begin (self->lattice, n);
  for (guint i = 0; i < n; i++)
    score (self, i, scores + i * DL_N_TAG_LABELS);
  dl_tag_lattice_sum (self->lattice);
  for (guint i = 0; i < n; i++)
    g_array_index (self->outside, float, sentence->first + i) =
      dl_tag_lattice_get (self->lattice, i, DL_TAG_OUTSIDE);
  dl_tag_lattice_decode (self->lattice, labels);
  collect (self, labels, sentence, found);
}

/**
 * dl_tagger_find:
 * @passage: with what the rules found
 * @found: (element-type DlTagFound): the names are appended to it, in order
 *
 * Finds the names of the passage, whatever the rules say.
 */
void
dl_tagger_find (DlTagger *self, DlPassage *passage, GArray *found)
{
  g_array_set_size (self->outside, 0);
  g_array_set_size (self->outside, dl_passage_get_n_tokens (passage));
  for (guint i = 0; i < passage->sentences->len; i++)
    read_sentence (self, passage, &g_array_index (passage->sentences, DlTokenRange, i), found);
}

static gboolean
is_same_kind (DlTagKind kind, DlKind of_rule)
{
  switch (kind)
    {
    case DL_TAG_PERSON:
      return of_rule == DL_KIND_PERSON;
    case DL_TAG_PLACE:
      return of_rule == DL_KIND_PLACE || of_rule == DL_KIND_COUNTRY;
    case DL_TAG_ORGANISATION:
      return of_rule == DL_KIND_ORGANISATION;
    default:
      return FALSE;
    }
}

/* Whether what a rule found leaves no room for the name: it says the same, or it is so
 * sure of its kind that what was learned cannot speak against it. */
static gboolean
outdoes (const DlCandidate *candidate, const DlTagFound *name)
{
  const gboolean within = candidate->first <= name->first && candidate->after >= name->after;
  const gboolean holds = candidate->first >= name->first && candidate->after <= name->after;
  const gboolean same = candidate->first == name->first && candidate->after == name->after;

  if (candidate->after <= name->first || candidate->first >= name->after)
    return FALSE;

  switch (candidate->kind)
    {
    case DL_KIND_TERM:
    case DL_KIND_QUANTITY:
      return FALSE;
    case DL_KIND_DATE:
    case DL_KIND_MONEY:
      return TRUE;
    case DL_KIND_COUNTRY:
    case DL_KIND_DEMONYM:
      return within || (name->kind != DL_TAG_ORGANISATION && name->probability < 0.8);
    case DL_KIND_EVENT:
    case DL_KIND_DOCUMENT:
      return same || !within;
    default:
      break;
    }

  if (within)
    return !same || is_same_kind (name->kind, candidate->kind) ||
           candidate->certainty >= name->probability;
  /* How far a name of its kind goes a rule of the grammar knows best. */
  if (holds)
    return is_same_kind (name->kind, candidate->kind) && !(candidate->flags & DL_CANDIDATE_LISTED);

  return candidate->certainty >= name->probability;
}

/* Of the candidates that begin at @token. */
static gboolean
is_outdone_at (DlPassage *passage, guint token, const DlTagFound *name)
{
  for (guint32 i = g_array_index (passage->heads, guint32, token); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

      if (edge->candidate != NULL && outdoes (edge->candidate, name))
        return TRUE;
      i = edge->next;
    }

  return FALSE;
}

static gboolean
is_outdone (DlPassage *passage, const DlTagFound *name)
{
  for (guint i = name->first > LOOK_BACK ? name->first - LOOK_BACK : 0; i < name->after; i++)
    {
      if (is_outdone_at (passage, i, name))
        return TRUE;
    }

  return FALSE;
}

/* Where hits from @token on begin. */
static guint
find_hit (const GArray *hits, guint token)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (hits, DlHit, middle).first < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* “Jordan” may be a person, but what is also a country must be named more fully; and of
 * towns that need their context the town recogniser knows more. */
static gboolean
is_left_to_tables (DlPassage *passage, const DlTagFound *name)
{
  const GArray *hits = passage->matcher->hits;

  for (guint i = find_hit (hits, name->first); i < hits->len; i++)
    {
      const DlHit *hit = &g_array_index (hits, DlHit, i);

      if (hit->first > name->first)
        break;
      if (hit->after == name->after &&
          (hit->name->klass == DL_KIND_COUNTRY ||
           (name->kind == DL_TAG_PLACE && hit->name->klass == DL_KIND_PLACE &&
            (hit->name->flags & DL_NAME_CONTEXT))))
        return TRUE;
    }

  return FALSE;
}

/* Names are marked without “the”. */
static void
trim (DlPassage *passage, DlTagFound *name)
{
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "function");

  if (name->first + 1 < name->after && klass != DL_FORMAT_NONE &&
      !(dl_passage_get_token (passage, name->first)->flags & DL_CHAR_SINGLE) &&
      dl_passage_find_edge (passage, name->first, klass) != NULL)
    name->first++;
}

static DlCandidate *
make_candidate (const DlTagFound *name)
{
  static const DlKind kinds[] = { DL_KIND_PERSON, DL_KIND_PLACE, DL_KIND_ORGANISATION };
  static const char *const rules[] = { "tagger-person", "tagger-place", "tagger-organisation" };
  DlCandidate *candidate =
    dl_candidate_new (kinds[name->kind], rules[name->kind], name->probability);

  candidate->flags = DL_CANDIDATE_LEARNED;

  return candidate;
}

/* A capital is a sign of a name, and where there are none cautions are few. */
static gboolean
is_denied (DlTagger *self, DlPassage *passage, const DlCandidate *candidate)
{
  const double limit = candidate->kind == DL_KIND_PLACE ? DENIES_PLACE : DENIES_COUNTRY;

  if (!(candidate->flags & DL_CANDIDATE_LISTED) ||
      (candidate->kind != DL_KIND_PLACE && candidate->kind != DL_KIND_COUNTRY))
    return FALSE;
  for (guint i = candidate->first; i < candidate->after; i++)
    {
      if (g_array_index (self->outside, float, i) < limit ||
          (dl_passage_get_token (passage, i)->flags & DL_CHAR_UPPER))
        return FALSE;
    }

  return TRUE;
}

static void
deny (DlTagger *self, DlPassage *passage)
{
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      if (is_denied (self, passage, candidate))
        candidate->flags |= DL_CANDIDATE_DENIED;
    }
}

/**
 * dl_tagger_run:
 * @passage: with what the rules found
 *
 * Adds a candidate for each name that the rules have not found and that is more likely
 * right than wrong, and denies the places of the tables that are no names here.
 */
void
dl_tagger_run (DlTagger *self, DlPassage *passage)
{
  g_array_set_size (self->found, 0);
  dl_tagger_find (self, passage, self->found);
  deny (self, passage);
  for (guint i = 0; i < self->found->len; i++)
    {
      DlTagFound *name = &g_array_index (self->found, DlTagFound, i);

      trim (passage, name);
      if (name->probability >= MIN_PROBABILITY && !is_outdone (passage, name) &&
          !is_left_to_tables (passage, name))
        dl_passage_add (passage, make_candidate (name), name->first, name->after);
    }
}
