/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fold.h"
#include "format.h"
#include "language.h"
#include "lexicon.h"

G_BEGIN_DECLS

/**
 * DlToken:
 * @start: first byte in the folded text
 * @end: the byte after the last
 * @flags: #DlCharFlags of its first character; %DL_CHAR_SPACE: a space stands before it
 * @literal: number of the literal of the patterns that it is; 0: of none
 *
 * A run of letters, a run of digits, or one other character.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint16 flags;
  guint16 literal;
} DlToken;

/**
 * DlHit:
 * @first: index of its first token
 * @after: index of the token after its last
 * @name: the row of the tables
 */
typedef struct
{
  guint32 first;
  guint32 after;
  const DlNameRecord *name;
} DlHit;

/**
 * DlMatcher:
 * @fold: the folded text
 * @tokens: (element-type DlToken): in order
 * @hits: (element-type DlHit): every name that stands in the text, by first token, the
 *   longer before the shorter; those inside longer ones too
 *
 * Finds every name of the tables in a text, in one pass: from each token a walk down
 * the trie.  Case and word edges are checked; cautions are not.
 */
typedef struct
{
  DlFold *fold;
  GArray *tokens;
  GArray *hits;
} DlMatcher;

DlMatcher *dl_matcher_new (void);
void dl_matcher_free (DlMatcher *self);
void dl_matcher_run (DlMatcher *self,
                     DlLexicon *lexicon,
                     guint languages,
                     const char *text,
                     gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlMatcher, dl_matcher_free)

G_END_DECLS
