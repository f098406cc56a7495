/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

/**
 * DlNeeds:
 *
 * A set of classes and literals: what every way through a pattern takes, or what a
 * sentence holds.
 */
typedef struct
{
  guint n_words;
  guint64 words[]; /* a bit per class, then a bit per literal */
} DlNeeds;

/**
 * DlDemand:
 *
 * What a pattern needs, as the few words of its set that are not empty.  A sentence that
 * lacks one of them cannot match it.
 */
typedef struct
{
  guint n;
  struct
  {
    guint word; /* its position in the set */
    guint64 bits;
  } items[];
} DlDemand;

DlNeeds *dl_needs_new (guint n_words);
guint dl_needs_get_n_words (const DlTables *tables);
DlDemand *dl_demand_new_for_pattern (const DlTables *tables, guint n_words, guint32 entry);
void dl_needs_read_sentence (DlNeeds *self, DlPassage *passage, const DlTokenRange *sentence);
gboolean dl_demand_is_met (const DlDemand *self, const DlNeeds *sentence);

G_END_DECLS
