/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "learner.h"

#include <math.h>
#include <string.h>

#include "tag-features.h"
#include "tag-lattice.h"
#include "tagger.h"

/* Steps smaller than this change nothing that is kept. */
#define MIN_STEP 1e-3f
#define SEED 20211013

typedef float Row[DL_N_TAG_LABELS];

typedef struct
{
  guint first_token; /* index in the learner's labels and offsets */
  guint n;
} Sentence;

typedef struct
{
  guint32 hash;
  guint32 count;
  Row weights;
  Row squares; /* sums of squared steps */
} Feature;

struct _DlLearner
{
  DlTagSentence *reader;
  const DlTagWords *words; /* borrowed, or NULL */
  DlTagLattice *lattice;
  GHashTable *numbers; /* hash → index in @features, and 1 */
  GArray *features;    /* of Feature */
  GArray *uses;        /* of guint32: indices in @features */
  GArray *offsets;     /* of guint: of each token's first in @uses */
  GArray *labels;      /* of guint8, a token each */
  GArray *sentences;   /* of Sentence */
  Row moves[DL_N_TAG_LABELS];
  Row move_squares[DL_N_TAG_LABELS];
  DlLearnerOptions options;
  GRand *random;
};

/**
 * dl_learner_new:
 * @words: (nullable): of a dictionary, to be kept with the weights; borrowed
 */
DlLearner *
dl_learner_new (DlLexicon *lexicon, const DlTagWords *words)
{
  DlLearner *self = g_new0 (DlLearner, 1);

  self->reader = dl_tag_sentence_new (lexicon, words);
  self->words = words;
  self->lattice = dl_tag_lattice_new ();
  self->numbers = g_hash_table_new (NULL, NULL);
  self->features = g_array_new (FALSE, TRUE, sizeof (Feature));
  self->uses = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->labels = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (Sentence));
  self->random = g_rand_new_with_seed (SEED);

  return self;
}

void
dl_learner_free (DlLearner *self)
{
  dl_tag_sentence_free (self->reader);
  dl_tag_lattice_free (self->lattice);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->features);
  g_array_unref (self->uses);
  g_array_unref (self->offsets);
  g_array_unref (self->labels);
  g_array_unref (self->sentences);
  g_rand_free (self->random);
  g_free (self);
}

static guint32
number_feature (DlLearner *self, guint32 hash)
{
  gpointer key = GUINT_TO_POINTER (hash);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number == 0)
    {
      Feature feature = { .hash = hash };

      g_array_append_val (self->features, feature);
      number = self->features->len;
      g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number));
    }
  g_array_index (self->features, Feature, number - 1).count++;

  return number - 1;
}

/* The label of the passage's token, by the names that are right. */
static guint8
find_label (const GArray *names, guint token)
{
  for (guint i = 0; i < names->len; i++)
    {
      const DlTagFound *name = &g_array_index (names, DlTagFound, i);

      if (token < name->first || token >= name->after)
        continue;
      if (name->first + 1 == name->after)
        return DL_TAG_LABEL (name->kind, DL_TAG_SINGLE);

      return DL_TAG_LABEL (name->kind, token == name->first       ? DL_TAG_BEGIN
                                       : token + 1 == name->after ? DL_TAG_END
                                                                  : DL_TAG_INSIDE);
    }

  return DL_TAG_OUTSIDE;
}

static void
add_token (DlLearner *self, guint i, guint8 label)
{
  guint32 hashes[DL_TAG_MAX_FEATURES];
  const guint n = dl_tag_features_list (self->reader, i, hashes);

  g_array_append_val (self->offsets, self->uses->len);
  g_array_append_val (self->labels, label);
  for (guint k = 0; k < n; k++)
    {
      guint32 number = number_feature (self, hashes[k]);

      g_array_append_val (self->uses, number);
    }
}

/* Whether the labels of the sentence, the last added, are those of whole names: a name
 * over the end of a sentence teaches nothing. */
static gboolean
is_whole (DlLearner *self, const Sentence *sentence)
{
  const guint8 *labels = (const guint8 *) self->labels->data + sentence->first_token;

  if (!dl_tag_may_begin (labels[0]) || !dl_tag_may_end (labels[sentence->n - 1]))
    return FALSE;
  for (guint i = 1; i < sentence->n; i++)
    {
      if (!dl_tag_may_follow (labels[i - 1], labels[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * dl_learner_add:
 * @passage: with what the rules found
 * @names: (element-type DlTagFound): the names that are in it, none within another
 *
 * Adds the sentences of @passage to what will be learned.
 */
void
dl_learner_add (DlLearner *self, DlPassage *passage, const GArray *names)
{
  for (guint i = 0; i < passage->sentences->len; i++)
    {
      const DlTokenRange *range = &g_array_index (passage->sentences, DlTokenRange, i);
      Sentence sentence = { self->labels->len, range->after - range->first };

      if (sentence.n == 0)
        continue;
      dl_tag_sentence_read (self->reader, passage, range);
      for (guint k = 0; k < sentence.n; k++)
        add_token (self, k, find_label (names, range->first + k));
      if (is_whole (self, &sentence))
        g_array_append_val (self->sentences, sentence);
    }
}

static guint
get_end (const DlLearner *self, guint token)
{
  return token + 1 < self->offsets->len ? g_array_index (self->offsets, guint, token + 1)
                                        : self->uses->len;
}

/* Of the features of a token those that count in this step, moved to its front. */
static guint
choose (DlLearner *self, guint token, guint32 *chosen)
{
  guint n = 0;

  for (guint i = g_array_index (self->offsets, guint, token); i < get_end (self, token); i++)
    {
      const guint32 number = g_array_index (self->uses, guint32, i);

      if (g_array_index (self->features, Feature, number).count >= self->options.min_count &&
          (self->options.drop <= 0 || g_rand_double (self->random) >= self->options.drop))
        chosen[n++] = number;
    }

  return n;
}

static void
step (DlLearner *self, float *weights, float *squares, const float *slope)
{
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    {
      const float pull = slope[y] + (float) self->options.decay * weights[y];

      squares[y] += pull * pull;
      weights[y] -= (float) self->options.rate * pull / (sqrtf (squares[y]) + 1e-4f);
    }
}

static void
step_moves (DlLearner *self, const Sentence *sentence)
{
  const guint8 *labels = (const guint8 *) self->labels->data + sentence->first_token;
  Row slopes[DL_N_TAG_LABELS] = { 0 };

  for (guint i = 0; i + 1 < sentence->n; i++)
    {
      for (guint x = 0; x < DL_N_TAG_LABELS; x++)
        {
          for (guint y = 0; y < DL_N_TAG_LABELS; y++)
            slopes[x][y] += dl_tag_lattice_get_move (self->lattice, i, x, y);
        }
      slopes[labels[i]][labels[i + 1]] -= 1;
    }
  for (guint x = 0; x < DL_N_TAG_LABELS; x++)
    step (self, self->moves[x], self->move_squares[x], slopes[x]);
}

static gboolean
find_slope (DlLearner *self, guint i, guint8 label, float *slope)
{
  gboolean matters = FALSE;

  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    {
      slope[y] = dl_tag_lattice_get (self->lattice, i, y) - (y == label);
      matters = matters || fabsf (slope[y]) > MIN_STEP;
    }

  return matters;
}

/* One step of descent, over one sentence. */
static void
learn (DlLearner *self, const Sentence *sentence)
{
  g_autofree guint32 *chosen = g_new (guint32, sentence->n * DL_TAG_MAX_FEATURES);
  g_autofree guint *counts = g_new (guint, sentence->n);
  const float scale = 1 / (float) (1 - self->options.drop);
  DlTagRow *scores = dl_tag_lattice_begin (self->lattice, sentence->n);

  for (guint i = 0; i < sentence->n; i++)
    {
      guint32 *of_token = chosen + i * DL_TAG_MAX_FEATURES;

      counts[i] = choose (self, sentence->first_token + i, of_token);
      for (guint k = 0; k < counts[i]; k++)
        {
          const float *weights = g_array_index (self->features, Feature, of_token[k]).weights;

          for (guint y = 0; y < DL_N_TAG_LABELS; y++)
            scores[i][y] += weights[y] * scale;
        }
    }
  dl_tag_lattice_set_moves (self->lattice, self->moves);
  dl_tag_lattice_sum (self->lattice);
  for (guint i = 0; i < sentence->n; i++)
    {
      Row slope;

      if (!find_slope (self, i, g_array_index (self->labels, guint8, sentence->first_token + i),
                       slope))
        continue;
      for (guint k = 0; k < counts[i]; k++)
        {
          Feature *feature =
            &g_array_index (self->features, Feature, chosen[i * DL_TAG_MAX_FEATURES + k]);

          step (self, feature->weights, feature->squares, slope);
        }
    }
  step_moves (self, sentence);
}

static void
shuffle (DlLearner *self)
{
  for (guint i = self->sentences->len; i > 1; i--)
    {
      Sentence *a = &g_array_index (self->sentences, Sentence, i - 1);
      Sentence *b =
        &g_array_index (self->sentences, Sentence, g_rand_int_range (self->random, 0, i));
      Sentence other = *a;

      *a = *b;
      *b = other;
    }
}

/* Learns from all sentences that were added. */
void
dl_learner_run (DlLearner *self, const DlLearnerOptions *options)
{
  self->options = *options;
  for (guint epoch = 0; epoch < options->epochs; epoch++)
    {
      shuffle (self);
      for (guint i = 0; i < self->sentences->len; i++)
        learn (self, &g_array_index (self->sentences, Sentence, i));
    }
}

static float
get_weight (const Feature *feature)
{
  float most = 0;

  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    most = MAX (most, fabsf (feature->weights[y]));

  return most;
}

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const float first = get_weight (a), second = get_weight (b);

  return first < second ? 1 : first > second ? -1 : 0;
}

static void
fill_slot (DlTagSlot *slots, guint bits, const Feature *feature, float scale)
{
  DlTagSlot *slot = &slots[feature->hash >> (32 - bits)];

  while (slot->check != 0 && slot->check != dl_tag_check (feature->hash))
    slot++;
  if (slot->check != 0)
    return;
  slot->check = dl_tag_check (feature->hash);
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    slot->weights[y] = (gint8) CLAMP (roundf (feature->weights[y] / scale), -127, 127);
}

static guint
find_bits (guint n)
{
  guint bits = 4;

  while ((1u << bits) < n + n / 4)
    bits++;

  return bits;
}

/**
 * dl_learner_write:
 *
 * Returns: (transfer full): the file of weights that dl_tag_model_open() reads
 */
GBytes *
dl_learner_write (DlLearner *self)
{
  guint n, bits;
  DlTagHeader header = { .magic = DL_TAG_MAGIC, .version = DL_TAG_VERSION };
  GByteArray *bytes = g_byte_array_new ();

  g_array_sort (self->features, compare_weights);
  for (n = 0; n < MIN (self->features->len, self->options.max_features); n++)
    {
      if (get_weight (&g_array_index (self->features, Feature, n)) <= 0)
        break;
    }
  bits = find_bits (n);
  header.bits = bits;
  header.n_slots = (1u << bits) + (1u << (bits - 2));
  /* The few heaviest are cut, for the many to be told apart. */
  header.scale = n > 0 ? get_weight (&g_array_index (self->features, Feature, n / 1000)) / 127 : 1;
  header.least = self->options.least;
  if (self->words != NULL)
    {
      header.word_bits = self->words->bits;
      header.n_words = self->words->n_slots;
    }
  memcpy (header.moves, self->moves, sizeof header.moves);
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_set_size (bytes, sizeof header + header.n_slots * sizeof (DlTagSlot));
  memset (bytes->data + sizeof header, 0, bytes->len - sizeof header);
  for (guint i = 0; i < n; i++)
    fill_slot ((DlTagSlot *) (bytes->data + sizeof header), bits,
               &g_array_index (self->features, Feature, i), header.scale);
  if (self->words != NULL)
    g_byte_array_append (bytes, (const guint8 *) self->words->slots,
                         self->words->n_slots * sizeof *self->words->slots);

  return g_byte_array_free_to_bytes (bytes);
}
