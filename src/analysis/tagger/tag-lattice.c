/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-lattice.h"

#include <math.h>

/* Scores of a token differ by no more than this where they are summed, so that no sum
 * comes to nothing. */
#define MAX_DIFFERENCE 40

struct _DlTagLattice
{
  DlTagRow moves[DL_N_TAG_LABELS];      /* from label to next: exp of the score; 0: may not be */
  DlTagRow moves_back[DL_N_TAG_LABELS]; /* to each label from the one before */
  GArray *scores;                       /* of DlTagRow, a token each */
  GArray *weights;                      /* exp of those */
  GArray *forward;                      /* of DlTagRow; each sums up to 1 */
  GArray *backward;                     /* of DlTagRow */
  GArray *norms;                        /* of float: what each row of @forward was divided by */
  guint n;
};

DlTagLattice *
dl_tag_lattice_new (void)
{
  DlTagLattice *self = g_new0 (DlTagLattice, 1);

  self->scores = g_array_new (FALSE, TRUE, sizeof (DlTagRow));
  self->weights = g_array_new (FALSE, TRUE, sizeof (DlTagRow));
  self->forward = g_array_new (FALSE, TRUE, sizeof (DlTagRow));
  self->backward = g_array_new (FALSE, TRUE, sizeof (DlTagRow));
  self->norms = g_array_new (FALSE, TRUE, sizeof (float));

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
  g_free (self);
}

/* Sets how well each label goes before each other, in logarithms. */
void
dl_tag_lattice_set_moves (DlTagLattice *self, const float moves[DL_N_TAG_LABELS][DL_N_TAG_LABELS])
{
  for (guint i = 0; i < DL_N_TAG_LABELS; i++)
    {
      for (guint k = 0; k < DL_N_TAG_LABELS; k++)
        self->moves[i][k] = self->moves_back[k][i] =
          dl_tag_may_follow (i, k) ? expf (CLAMP (moves[i][k], -MAX_DIFFERENCE, MAX_DIFFERENCE))
                                   : 0;
    }
}

static DlTagRow *
get_row (GArray *rows, guint i)
{
  return &g_array_index (rows, DlTagRow, i);
}

static float
get_cell (GArray *rows, guint i, guint label)
{
  return (*get_row (rows, i))[label];
}

/**
 * dl_tag_lattice_begin:
 * @n: tokens of the sentence, at least one
 *
 * Returns: (transfer none): room for the scores of each token, all 0; to be filled before
 *   the other functions are called
 */
DlTagRow *
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
      const DlTagRow scores = *get_row (self->scores, i);
      DlTagRow weights = { 0 };
      float best = scores[0];

      for (guint y = 1; y < DL_N_TAG_LABELS; y++)
        best = MAX (best, scores[y]);
      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        weights[y] = expf (MAX (scores[y] - best, -MAX_DIFFERENCE));
      *get_row (self->weights, i) = weights;
    }
}

/* Keeps @row as the forward row of token @i, made to sum up to 1. */
static void
keep_forward (DlTagLattice *self, guint i, const DlTagRow *row)
{
  float sum = 0;

  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    sum += (*row)[y];
  *get_row (self->forward, i) = *row / sum;
  g_array_index (self->norms, float, i) = sum;
}

static void
sum_forward (DlTagLattice *self)
{
  DlTagRow begin = { 0 };

  g_array_set_size (self->forward, self->n);
  g_array_set_size (self->norms, self->n);
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    begin[y] = dl_tag_may_begin (y) ? get_cell (self->weights, 0, y) : 0;
  keep_forward (self, 0, &begin);
  for (guint i = 1; i < self->n; i++)
    {
      const DlTagRow before = *get_row (self->forward, i - 1);
      DlTagRow sums = { 0 };

      for (guint x = 0; x < DL_N_TAG_LABELS; x++)
        sums += before[x] * self->moves[x];
      sums *= *get_row (self->weights, i);
      keep_forward (self, i, &sums);
    }
}

static void
sum_backward (DlTagLattice *self)
{
  const DlTagRow last = *get_row (self->forward, self->n - 1);
  DlTagRow end = { 0 };
  float ends = 0;

  g_array_set_size (self->backward, self->n);
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    ends += dl_tag_may_end (y) ? last[y] : 0;
  for (guint y = 0; y < DL_N_TAG_LABELS; y++)
    end[y] = dl_tag_may_end (y) ? 1 / ends : 0;
  *get_row (self->backward, self->n - 1) = end;
  for (guint i = self->n - 1; i > 0; i--)
    {
      const DlTagRow products = *get_row (self->backward, i) * *get_row (self->weights, i) /
                                g_array_index (self->norms, float, i);
      DlTagRow sums = { 0 };

      for (guint y = 0; y < DL_N_TAG_LABELS; y++)
        sums += products[y] * self->moves_back[y];
      *get_row (self->backward, i - 1) = sums;
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
  return get_cell (self->forward, token, label) * get_cell (self->backward, token, label);
}

/* Returns: the probability that @token, not the last, has @label and the token after it @next */
float
dl_tag_lattice_get_move (const DlTagLattice *self, guint token, guint label, guint next)
{
  return get_cell (self->forward, token, label) * self->moves[label][next] *
         get_cell (self->weights, token + 1, next) * get_cell (self->backward, token + 1, next) /
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
  double product = get_cell (self->forward, first, label);

  for (guint i = first + 1; i < after; i++)
    {
      const guint next = get_label (first, after, i, kind);

      product *= self->moves[label][next] * get_cell (self->weights, i, next) /
                 g_array_index (self->norms, float, i);
      label = next;
    }

  return product * get_cell (self->backward, after - 1, label);
}
