/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-lattice.h"

#include <math.h>
#include <string.h>

/* Scores of a token differ by no more than this where they are summed, so that no sum
 * comes to nothing. */
#define MAX_DIFFERENCE 40

typedef float Row[DL_N_TAG_LABELS];

struct _DlTagLattice
{
  Row scores_of_moves[DL_N_TAG_LABELS];
  Row moves[DL_N_TAG_LABELS]; /* exp of those; 0: may not be */
  GArray *scores;             /* of Row, a token each */
  GArray *weights;            /* exp of those */
  GArray *forward;            /* of Row; each sums up to 1 */
  GArray *backward;           /* of Row */
  GArray *norms;              /* of float: what each row of @forward was divided by */
  GArray *origins;            /* of guint8: best label before, @DL_N_TAG_LABELS a token */
  guint n;
};

DlTagLattice *
dl_tag_lattice_new (void)
{
  DlTagLattice *self = g_new0 (DlTagLattice, 1);

  self->scores = g_array_new (FALSE, TRUE, sizeof (Row));
  self->weights = g_array_new (FALSE, TRUE, sizeof (Row));
  self->forward = g_array_new (FALSE, TRUE, sizeof (Row));
  self->backward = g_array_new (FALSE, TRUE, sizeof (Row));
  self->norms = g_array_new (FALSE, TRUE, sizeof (float));
  self->origins = g_array_new (FALSE, TRUE, DL_N_TAG_LABELS);

  return self;
}

void
dl_tag_lattice_free (DlTagLattice *self)
{
  g_array_unref (self->scores);
  g_array_unref (self->weights);
  g_array_unref (self->forward);
  g_array_unref (self->backward);
  g_array_unref (self->norms);
  g_array_unref (self->origins);
  g_free (self);
}

/* Sets how well each label goes before each other, in logarithms. */
void
dl_tag_lattice_set_moves (DlTagLattice *self, const float moves[DL_N_TAG_LABELS][DL_N_TAG_LABELS])
{
  memcpy (self->scores_of_moves, moves, sizeof self->scores_of_moves);
  for (guint i = 0; i < DL_N_TAG_LABELS; i++)
    {
      for (guint k = 0; k < DL_N_TAG_LABELS; k++)
        self->moves[i][k] = dl_tag_may_follow (i, k)
                              ? expf (CLAMP (moves[i][k], -MAX_DIFFERENCE, MAX_DIFFERENCE))
                              : 0;
    }
}

static float *
get_row (GArray *rows, guint i)
{
  return g_array_index (rows, Row, i);
}

/**
 * dl_tag_lattice_begin:
 * @n: tokens of the sentence, at least one
 *
 * Returns: (transfer none): room for the scores, %DL_N_TAG_LABELS of each token, all 0; to
 *   be filled before the other functions are called
 */
float *
dl_tag_lattice_begin (DlTagLattice *self, guint n)
{
  self->n = n;
  g_array_set_size (self->scores, 0);
  g_array_set_size (self->scores, n);

  return get_row (self->scores, 0);
}

static void
weigh_scores (DlTagLattice *self)
{
  g_array_set_size (self->weights, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const float *scores = get_row (self->scores, i);
      float *weights = get_row (self->weights, i);
      float best = scores[0];

      for (guint y = 1; y < DL_N_TAG_LABELS; y++)
        best = MAX (best, scores[y]);
      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        weights[y] = expf (MAX (scores[y] - best, -MAX_DIFFERENCE));
    }
}

static void
normalise (DlTagLattice *self, guint i)
{
  float *row = get_row (self->forward, i);
  float sum = 0;

  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    sum += row[y];
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    row[y] /= sum;
  g_array_index (self->norms, float, i) = sum;
}

static void
sum_forward (DlTagLattice *self)
{
  g_array_set_size (self->forward, self->n);
  g_array_set_size (self->norms, self->n);
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    get_row (self->forward, 0)[y] = dl_tag_may_begin (y) ? get_row (self->weights, 0)[y] : 0;
  normalise (self, 0);
  for (guint i = 1; i < self->n; i++)
    {
      const float *before = get_row (self->forward, i - 1);
      const float *weights = get_row (self->weights, i);
      Row sums = { 0 };

      for (guint x = 0; x < DL_N_TAG_LABELS; x++)
        {
          for (guint y = 0; y < DL_N_TAG_LABELS; y++)
            sums[y] += before[x] * self->moves[x][y];
        }
      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        get_row (self->forward, i)[y] = sums[y] * weights[y];
      normalise (self, i);
    }
}

static void
sum_backward (DlTagLattice *self)
{
  const float *last = get_row (self->forward, self->n - 1);
  float ends = 0;

  g_array_set_size (self->backward, self->n);
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    ends += dl_tag_may_end (y) ? last[y] : 0;
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    get_row (self->backward, self->n - 1)[y] = dl_tag_may_end (y) ? 1 / ends : 0;
  for (guint i = self->n - 1; i > 0; i--)
    {
      const float *after = get_row (self->backward, i);
      const float *weights = get_row (self->weights, i);
      const float norm = g_array_index (self->norms, float, i);
      float *row = get_row (self->backward, i - 1);
      Row products;

      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        products[y] = after[y] * weights[y] / norm;
      for (guint x = 0; x < DL_N_TAG_LABELS; x++)
        {
          row[x] = 0;
          for (guint y = 0; y < DL_N_TAG_LABELS; y++)
            row[x] += self->moves[x][y] * products[y];
        }
    }
}

/* Sums up over all ways to label the sentence. */
void
dl_tag_lattice_sum (DlTagLattice *self)
{
  weigh_scores (self);
  sum_forward (self);
  sum_backward (self);
}

/* Returns: the probability that @token has @label; 0 to 1 */
float
dl_tag_lattice_get (const DlTagLattice *self, guint token, guint label)
{
  return get_row (self->forward, token)[label] * get_row (self->backward, token)[label];
}

/* Returns: the probability that @token, not the last, has @label and the token after it @next */
float
dl_tag_lattice_get_move (const DlTagLattice *self, guint token, guint label, guint next)
{
  return get_row (self->forward, token)[label] * self->moves[label][next] *
         get_row (self->weights, token + 1)[next] * get_row (self->backward, token + 1)[next] /
         g_array_index (self->norms, float, token + 1);
}

static guint
get_label (guint first, guint after, guint i, DlTagKind kind)
{
  const DlTagPart part = first + 1 == after ? DL_TAG_SINGLE
                         : i == first       ? DL_TAG_BEGIN
                         : i + 1 == after   ? DL_TAG_END
                                            : DL_TAG_INSIDE;

  return DL_TAG_LABEL (kind, part);
}

/* Returns: the probability that a name of @kind stands just from @first to before @after */
double
dl_tag_lattice_weigh (const DlTagLattice *self, guint first, guint after, DlTagKind kind)
{
  guint label = get_label (first, after, first, kind);
  double product = get_row (self->forward, first)[label];

  for (guint i = first + 1; i < after; i++)
    {
      const guint next = get_label (first, after, i, kind);

      product *= self->moves[label][next] * get_row (self->weights, i)[next] /
                 g_array_index (self->norms, float, i);
      label = next;
    }

  return product * get_row (self->backward, after - 1)[label];
}

static guint8
find_origin (DlTagLattice *self, const float *before, guint label, float *best)
{
  guint8 origin = 0;

  *best = -INFINITY;
  for (guint x = 0; x < DL_N_TAG_LABELS; x++)
    {
      if (self->moves[x][label] > 0 && before[x] + self->scores_of_moves[x][label] > *best)
        {
          *best = before[x] + self->scores_of_moves[x][label];
          origin = x;
        }
    }

  return origin;
}

static guint8
find_last (const float *scores)
{
  guint8 best = DL_TAG_OUTSIDE;

  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    {
      if (dl_tag_may_end (y) && scores[y] > scores[best])
        best = y;
    }

  return best;
}

/**
 * dl_tag_lattice_decode:
 * @labels: (out): room for a label of each token
 *
 * Finds the best labels (Viterbi).  Afterwards the scores are void.
 */
void
dl_tag_lattice_decode (DlTagLattice *self, guint8 *labels)
{
  guint8 *origins;

  g_array_set_size (self->origins, self->n);
  origins = (guint8 *) self->origins->data;
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    {
      if (!dl_tag_may_begin (y))
        get_row (self->scores, 0)[y] = -INFINITY;
    }
  for (guint i = 1; i < self->n; i++)
    {
      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        {
          float best;

          origins[i * DL_N_TAG_LABELS + y] =
            find_origin (self, get_row (self->scores, i - 1), y, &best);
          get_row (self->scores, i)[y] += best;
        }
    }
  labels[self->n - 1] = find_last (get_row (self->scores, self->n - 1));
  for (guint i = self->n - 1; i > 0; i--)
    labels[i - 1] = origins[i * DL_N_TAG_LABELS + labels[i]];
}
