/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format.h"
#include "lexicon.h"

G_BEGIN_DECLS

/**
 * DlTables:
 *
 * The sections of a mapped lexicon, for those that read its records themselves: the
 * matcher and the recognisers.  Valid as long as the lexicon is.
 */
typedef struct
{
  const char *strings;
  const guint32 *classes;
  const DlEntityRecord *entities;
  const guint32 *main_names;
  const DlNameRecord *names;
  const DlTrieRecord *trie;
  const DlCautionRecord *cautions;
  const DlCueRecord *cues;
  const DlMemberRecord *members;
  const DlRuleRecord *rules;
  const DlAttributeRecord *attributes;
  const DlNodeRecord *nodes;
  const guint32 *values;
  guint n_classes, n_entities, n_names, n_trie, n_members, n_rules, n_nodes;
} DlTables;

const DlTables *dl_lexicon_get_tables (DlLexicon *self);
guint dl_lexicon_find_class (DlLexicon *self, const char *name);

/* The text at a string's offset. */
static inline const char *
dl_tables_string (const DlTables *self, guint32 string)
{
  return self->strings + string;
}

G_END_DECLS
