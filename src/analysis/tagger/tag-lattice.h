/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tag-model.h"

G_BEGIN_DECLS

/* What each label has, rounded up to a whole vector; what is beyond %DL_N_TAG_LABELS counts
 * for nothing. */
typedef float DlTagRow __attribute__ ((vector_size (64), aligned (4)));

G_STATIC_ASSERT (DL_N_TAG_LABELS * sizeof (float) <= sizeof (DlTagRow));

/**
 * DlTagLattice:
 *
 * All ways to label a sentence, weighed: a linear-chain conditional random field
 * (Lafferty, McCallum and Pereira, ICML 2001), with the sums of Rabiner's scaled
 * forward-backward algorithm.
 */
typedef struct _DlTagLattice DlTagLattice;

DlTagLattice *dl_tag_lattice_new (void);
void dl_tag_lattice_free (DlTagLattice *self);
void dl_tag_lattice_set_moves (DlTagLattice *self,
                               const float moves[DL_N_TAG_LABELS][DL_N_TAG_LABELS]);
DlTagRow *dl_tag_lattice_begin (DlTagLattice *self, guint n);
void dl_tag_lattice_sum (DlTagLattice *self);
float dl_tag_lattice_get (const DlTagLattice *self, guint token, guint label);
float dl_tag_lattice_get_move (const DlTagLattice *self, guint token, guint label, guint next);
double dl_tag_lattice_weigh (const DlTagLattice *self, guint first, guint after, DlTagKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTagLattice, dl_tag_lattice_free)

G_END_DECLS
