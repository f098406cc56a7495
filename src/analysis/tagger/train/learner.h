/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "tag-words.h"

G_BEGIN_DECLS

/**
 * DlLearnerOptions:
 * @epochs: how often all sentences are gone through
 * @min_count: features seen less often are left out
 * @max_features: of what is learned the heaviest are kept
 * @drop: share of the features left out at random at each step, so that none is relied on
 *   alone; 0 to below 1
 * @rate: length of a step
 * @least: probability from which on a name is taken
 * @decay: what a weight loses of itself with each step
 */
typedef struct
{
  guint epochs;
  guint min_count;
  guint max_features;
  double drop;
  double least;
  double rate;
  double decay;
} DlLearnerOptions;

/**
 * DlLearner:
 *
 * Learns a tagger's weights from annotated sentences: the likelihood of a conditional
 * random field, raised by AdaGrad (Duchi, Hazan and Singer, JMLR 12, 2011).  The same
 * sentences and options give the same weights.
 */
typedef struct _DlLearner DlLearner;

DlLearner *dl_learner_new (DlLexicon *lexicon, const DlTagWords *words);
void dl_learner_free (DlLearner *self);
void dl_learner_add (DlLearner *self, DlPassage *passage, const GArray *names);
void dl_learner_run (DlLearner *self, const DlLearnerOptions *options);
GBytes *dl_learner_write (DlLearner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLearner, dl_learner_free)

G_END_DECLS
