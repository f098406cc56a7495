/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tagger.h"

#include "tag-features.h"
#include "tag-judge.h"
#include "tag-lattice.h"

/* Longer sentences are lists or no language. */
#define MAX_TOKENS 2000

/* So many words without a capital stand beside one in a name: “van der Leyen”. */
#define NEAR 2

/* Names of the tables that are common words too are marked unless it is as sure as this
 * that no name stands there; countries are seldom anything else. */
#define DENIES_PLACE 0.8
#define DENIES_COUNTRY 0.97

/* What the weights say is a little surer than what is right on texts they have not seen:
 * of the names said to be 98 % likely 93 % are, of those at 63 % nearly all of 62. */
#define CALIBRATION_SLOPE 0.9
#define CALIBRATION_SHIFT 0.05

struct _DlTagger
{
  const DlTagModel *model; /* borrowed */
  DlTagSentence *sentence; /* owned */
  DlTagLattice *lattice;   /* owned */
  double least;            /* names less likely are more often wrong than a reader bears */
  GArray *found;           /* of DlTagFound */
  GArray *outside;         /* of float: how likely each token of the passage is in no name */
};

DlTagger *
dl_tagger_new (DlLexicon *lexicon, const DlTagModel *model)
{
  DlTagger *self = g_new0 (DlTagger, 1);

  self->model = model;
  self->least = dl_tag_model_get_header (model)->least;
  self->sentence = dl_tag_sentence_new (lexicon, dl_tag_model_get_words (model));
  self->lattice = dl_tag_lattice_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (DlTagFound));
  self->outside = g_array_new (FALSE, TRUE, sizeof (float));
  dl_tag_lattice_set_moves (self->lattice, dl_tag_model_get_header (model)->moves);

  return self;
}

void
dl_tagger_free (DlTagger *self)
{
  dl_tag_sentence_free (self->sentence);
  dl_tag_lattice_free (self->lattice);
  g_array_unref (self->found);
  g_array_unref (self->outside);
  g_free (self);
}

static void
score (DlTagger *self, guint token, DlTagRow *scores)
{
  guint32 hashes[DL_TAG_MAX_FEATURES];
  const guint n = dl_tag_features_list (self->sentence, token, hashes);
  float sums[DL_N_TAG_LABELS];

  dl_tag_model_score (self->model, hashes, n, sums);
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    (*scores)[y] = sums[y];
}

static gboolean
is_likely (DlTagger *self, guint token, guint label)
{
  return dl_tag_lattice_get (self->lattice, token, label) >= self->least;
}

/* Where the name ends that is likely to begin at @first; @first itself if none does. */
static guint
find_end (DlTagger *self, guint first, guint after, DlTagKind kind)
{
  guint i = first + 1;

  if (is_likely (self, first, DL_TAG_LABEL (kind, DL_TAG_SINGLE)))
    return i;
  if (!is_likely (self, first, DL_TAG_LABEL (kind, DL_TAG_BEGIN)))
    return first;
  while (i < after && is_likely (self, i, DL_TAG_LABEL (kind, DL_TAG_INSIDE)))
    i++;

  return i < after && is_likely (self, i, DL_TAG_LABEL (kind, DL_TAG_END)) ? i + 1 : first;
}

/* Each part of a name is at least as likely as the name, and names that are more likely
 * than not cannot overlap: no search for the best labels is needed.  @first is the token of
 * the passage where the lattice begins. */
static void
collect (DlTagger *self, guint first, guint n, GArray *found)
{
  for (guint i = 0; i < n; i++)
    {
      for (guint kind = 0; kind < DL_N_TAG_KINDS; kind++)
        {
          const guint end = find_end (self, i, n, kind);
          const double probability =
            end > i ? dl_tag_lattice_weigh (self->lattice, i, end, kind) : 0;
          const DlTagFound name = { first + i, first + end, kind,
                                    CALIBRATION_SHIFT + CALIBRATION_SLOPE * probability };

          if (probability >= self->least)
            g_array_append_val (found, name);
        }
    }
}

/* Weighs the tokens of a stretch of the sentence. */
static void
read_stretch (DlTagger *self,
              const DlTokenRange *sentence,
              const DlTokenRange *stretch,
              GArray *found)
{
  const guint n = stretch->after - stretch->first;
  DlTagRow *scores = dl_tag_lattice_begin (self->lattice, n);

  for (guint i = 0; i < n; i++)
    score (self, stretch->first - sentence->first + i, &scores[i]);
  dl_tag_lattice_sum (self->lattice);
  for (guint i = 0; i < n; i++)
    g_array_index (self->outside, float, stretch->first + i) =
      dl_tag_lattice_get (self->lattice, i, DL_TAG_OUTSIDE);
  collect (self, stretch->first, n, found);
}

static gboolean
is_capital (DlPassage *passage, guint token)
{
  const guint flags = dl_passage_get_token (passage, token)->flags;

  return (flags & (DL_CHAR_UPPER | DL_CHAR_SINGLE)) || passage->language == DL_LANGUAGE_AR;
}

/* Finds the next stretch from stretch->after on: where a script has capitals, no name goes
 * farther from one than NEAR tokens.  Returns: whether there is one */
static gboolean
find_stretch (DlPassage *passage, const DlTokenRange *sentence, DlTokenRange *stretch)
{
  guint capital = stretch->after;

  while (capital < sentence->after && !is_capital (passage, capital))
    capital++;
  if (capital == sentence->after)
    return FALSE;

  stretch->first = MAX (stretch->after, MAX (capital, NEAR) - NEAR);
  for (guint i = capital; i < sentence->after && i <= capital + 2 * NEAR; i++)
    {
      if (is_capital (passage, i))
        capital = i;
    }
  stretch->after = MIN (capital + NEAR + 1, sentence->after);

  return TRUE;
}

static void
read_sentence (DlTagger *self, DlPassage *passage, const DlTokenRange *sentence, GArray *found)
{
  DlTokenRange stretch = { sentence->first, sentence->first };

  if (sentence->after - sentence->first > MAX_TOKENS)
    return;

  for (gboolean is_read = FALSE; find_stretch (passage, sentence, &stretch); is_read = TRUE)
    {
      if (!is_read)
        dl_tag_sentence_read (self->sentence, passage, sentence);
      read_stretch (self, sentence, &stretch, found);
    }
}

/**
 * dl_tagger_find:
 * @passage: with what the rules found
 * @found: (element-type DlTagFound): the names are appended to it, in order
 *
 * Finds the names of the passage that are more likely right than wrong, whatever the
 * rules say.
 */
void
dl_tagger_find (DlTagger *self, DlPassage *passage, GArray *found)
{
  g_array_set_size (self->outside, 0);
  g_array_set_size (self->outside, dl_passage_get_n_tokens (passage));
  for (guint i = 0; i < passage->sentences->len; i++)
    read_sentence (self, passage, &g_array_index (passage->sentences, DlTokenRange, i), found);
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
 * Adds a candidate for each name that the rules have not found, and denies the places of the tables that are no names here.
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

      if (dl_tag_judge_accepts (passage, name))
        dl_passage_add (passage, make_candidate (name), name->first, name->after);
    }
}
