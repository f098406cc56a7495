/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matcher.h"
#include "reading.h"

G_BEGIN_DECLS

/**
 * DlEdge:
 * @after: the token after its last
 * @next: the next edge from the same token, or %DL_FORMAT_NONE
 * @klass: class number of the lexicon
 * @value: string of the tables: a word's value, an entity's role
 * @candidate: what an earlier stage found, or %NULL
 * @name: the row of the tables, or %NULL
 *
 * Says that the tokens from one on are of a class: a word of the tables, or a candidate.
 */
typedef struct
{
  guint32 after;
  guint32 next;
  guint32 klass;
  guint32 value;
  DlCandidate *candidate;
  const DlNameRecord *name;
} DlEdge;

/* The tokens of one sentence. */
typedef struct
{
  guint32 first;
  guint32 after;
  guint index; /* in the reading */
} DlTokenRange;

/* Memory that grammars use again; grammar.c knows what is in it. */
typedef struct _DlGrammarScratch DlGrammarScratch;

/**
 * DlPassage:
 *
 * One block of the article, ready for the rules: its tokens, its sentences, and the
 * edges between tokens that the stages so far have laid.
 */
typedef struct
{
  DlReading *reading; /* borrowed */
  guint block;
  gsize offset;     /* of the block in the article's text */
  const char *text; /* of the block, borrowed; not NUL-terminated */
  gsize length;
  DlLanguage language;       /* of the block */
  DlMatcher *matcher;        /* owned */
  GArray *heads;             /* of guint32: first edge from each token */
  GArray *looks;             /* of DlLook: what each token is, its edges included */
  GArray *edges;             /* of DlEdge */
  GArray *sentences;         /* of DlTokenRange */
  GPtrArray *candidates;     /* of DlCandidate, borrowed: those of this passage */
  DlGrammarScratch *scratch; /* owned, or NULL */
  gpointer breaks;           /* owned: UBreakIterator of sentences, for @breaks_language; or NULL */
  DlLanguage breaks_language;
} DlPassage;

static inline guint
dl_passage_get_n_tokens (DlPassage *self)
{
  return self->matcher->tokens->len;
}

static inline const DlToken *
dl_passage_get_token (DlPassage *self, guint i)
{
  return &g_array_index (self->matcher->tokens, DlToken, i);
}

/* Returns: whether the token is one capital letter, of any script */
static inline gboolean
dl_passage_is_initial (DlPassage *self, const DlToken *token)
{
  const guchar *first = (const guchar *) self->matcher->fold->text + token->start;

  return (token->flags & DL_CHAR_UPPER) && token->end - token->start == (guint) g_utf8_skip[*first];
}

DlPassage *dl_passage_new (DlReading *reading);
void dl_passage_free (DlPassage *self);
void dl_passage_set_block (DlPassage *self, guint block);

DlSpan dl_passage_get_span (DlPassage *self, guint first, guint after);
char *dl_passage_dup_text (DlPassage *self, guint first, guint after);
gboolean dl_passage_is_token (DlPassage *self, guint i, const char *folded);
gboolean dl_passage_is_glued (DlPassage *self, guint i);
const DlTokenRange *dl_passage_find_sentence (DlPassage *self, guint token);

void dl_passage_add_edge (DlPassage *self, guint first, DlEdge edge);
void dl_passage_add (DlPassage *self, DlCandidate *candidate, guint first, guint after);
const DlEdge *dl_passage_find_edge (DlPassage *self, guint first, guint klass);
DlCandidate *dl_passage_find_candidate (DlPassage *self, guint first, guint after);
gboolean dl_passage_is_upper (DlPassage *self, guint first, guint after);
gboolean dl_passage_crosses_name (DlPassage *self, guint first, guint after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPassage, dl_passage_free)

G_END_DECLS
