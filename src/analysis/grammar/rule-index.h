/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "needs.h"
#include "passage.h"

G_BEGIN_DECLS

/* A rule made ready. */
typedef struct
{
  const DlRuleRecord *record;
  DlDemand *demand; /* owned */
} DlReadyRule;

/* An entry point. */
typedef struct
{
  const DlNodeRecord *node; /* the first of the rule's that takes the token */
  guint rule;               /* index */
  DlLook after;             /* what may stand after what it takes */
} DlRuleStart;

/* What a token is, so far as entry points can tell it at one look. */
typedef enum
{
  DL_TOKEN_SHAPE_DIGITS,
  DL_TOKEN_SHAPE_CAPITAL, /* letters, the first a capital */
  DL_TOKEN_SHAPE_LETTERS, /* any other letters */
  DL_TOKEN_SHAPE_OTHER,
  DL_N_TOKEN_SHAPES
} DlTokenShape;

/**
 * DlRuleIndex:
 *
 * The rules of one stage and one language, by what they can begin with: most tokens of a
 * text begin no rule at all, and cost one look.
 */
typedef struct
{
  const DlTables *tables;
  GArray *rules;                       /* of DlReadyRule */
  guint n_words;                       /* of their needs */
  DlLook look;                         /* of the tokens that some rule may begin with */
  GPtrArray *by_literal;               /* by number: GArray of DlRuleStart; or NULL */
  GPtrArray *by_class;                 /* by class number: the same */
  GArray *by_shape[DL_N_TOKEN_SHAPES]; /* of DlRuleStart: those that look at no table */
} DlRuleIndex;

void
dl_rule_index_init (DlRuleIndex *self, DlLexicon *lexicon, const char *stage, DlLanguage language);
void dl_rule_index_clear (DlRuleIndex *self);
const GArray *dl_rule_index_find (const GPtrArray *table, guint key);
DlTokenShape dl_token_shape_get (const DlToken *token);

G_END_DECLS
