/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grammar.h"

#include <string.h>

#include "needs.h"
#include "rule-index.h"
#include "token-test.h"
#include "walker.h"

/* Whether a rule can match in a sentence; told when it is first tried there. */
typedef enum
{
  LIFE_UNKNOWN,
  LIFE_DEAD,
  LIFE_LIVE
} Life;

/**
 * DlGrammar:
 *
 * The rules of one stage and one language.
 */
struct _DlGrammar
{
  DlRuleIndex index;
};

/**
 * dl_grammar_new:
 * @lexicon: must outlive the grammar
 * @stage: “dates”, “organisations” …
 * @language: whose rules; those for all languages count too
 *
 * Returns: (transfer full): the grammar, empty if the tables have no such rules
 */
DlGrammar *
dl_grammar_new (DlLexicon *lexicon, const char *stage, DlLanguage language)
{
  DlGrammar *self = g_new0 (DlGrammar, 1);

  dl_rule_index_init (&self->index, lexicon, stage, language);

  return self;
}

void
dl_grammar_free (DlGrammar *self)
{
  dl_rule_index_clear (&self->index);
  g_free (self);
}

/**
 * DlGrammarScratch:
 *
 * What changes while a grammar runs, which itself serves many threads.  The passage keeps
 * it, so that the next grammar uses its memory again.
 */
struct _DlGrammarScratch
{
  DlNeeds *held;                     /* what the sentence holds, once a rule was tried there */
  gboolean is_read;                  /* whether @held is of the sentence */
  GByteArray *lives;                 /* of Life, by rule */
  GArray *starts[DL_N_TOKEN_SHAPES]; /* of DlRuleStart: those of rules that live */
  gboolean has_starts[DL_N_TOKEN_SHAPES];
  GArray *matches;   /* of DlMatch, in the order they are found */
  GPtrArray *kept;   /* of DlMatch, borrowed from @matches */
  GByteArray *taken; /* a byte a token of the sentence */
};

static DlGrammarScratch *
make_scratch (guint n_words)
{
  DlGrammarScratch *self = g_new0 (DlGrammarScratch, 1);

  self->held = dl_needs_new (n_words);
  self->lives = g_byte_array_new ();
  for (DlTokenShape shape = 0; shape < DL_N_TOKEN_SHAPES; shape++)
    self->starts[shape] = g_array_new (FALSE, FALSE, sizeof (DlRuleStart));
  self->matches = g_array_new (FALSE, FALSE, sizeof (DlMatch));
  self->kept = g_ptr_array_new ();
  self->taken = g_byte_array_new ();

  return self;
}

/* @scratch: (nullable) (transfer full) */
void
dl_grammar_scratch_free (DlGrammarScratch *scratch)
{
  if (scratch == NULL)
    return;
  g_free (scratch->held);
  g_byte_array_unref (scratch->lives);
  for (DlTokenShape shape = 0; shape < DL_N_TOKEN_SHAPES; shape++)
    g_array_unref (scratch->starts[shape]);
  g_array_unref (scratch->matches);
  g_ptr_array_unref (scratch->kept);
  g_byte_array_unref (scratch->taken);
  g_free (scratch);
}

/* One run over a passage. */
typedef struct
{
  const DlRuleIndex *index;
  DlPassage *passage;
  DlGrammarScratch *scratch;
  DlTokenRange sentence;
} Run;

static gboolean
is_live (Run *run, guint rule)
{
  guint8 *life = &run->scratch->lives->data[rule];

  if (!run->scratch->is_read)
    {
      dl_needs_read_sentence (run->scratch->held, run->passage, &run->sentence);
      run->scratch->is_read = TRUE;
    }
  if (*life == LIFE_UNKNOWN)
    *life = dl_demand_is_met (g_array_index (run->index->rules, DlReadyRule, rule).demand,
                              run->scratch->held)
              ? LIFE_LIVE
              : LIFE_DEAD;

  return *life == LIFE_LIVE;
}

static void
try_rule (Run *run, guint rule, guint token)
{
  DlMatch match;

  if (!is_live (run, rule) ||
      !dl_walker_match (run->passage, g_array_index (run->index->rules, DlReadyRule, rule).record,
                        &run->sentence, token, &match) ||
      (match.rule->kind == DL_KIND_PERSON &&
       dl_passage_crosses_name (run->passage, match.first, match.after)))
    return;
  g_array_set_size (run->scratch->matches, run->scratch->matches->len + 1);
  dl_match_copy (&g_array_index (run->scratch->matches, DlMatch, run->scratch->matches->len - 1),
                 &match);
}

static DlLook
get_look (const Run *run, guint token)
{
  return token < run->sentence.after ? g_array_index (run->passage->looks, DlLook, token)
                                     : DL_LOOK_END;
}

/* Tries those that can go on at @after, which is where what they take of @token ends. */
static void
try_starts (Run *run, const GArray *starts, guint token, guint after)
{
  const DlLook look = get_look (run, after);

  for (guint i = 0; starts != NULL && i < starts->len; i++)
    {
      const DlRuleStart *start = &g_array_index (starts, DlRuleStart, i);

      if (start->after & look)
        try_rule (run, start->rule, token);
    }
}

/* Whether the token, which is the number @value, may begin at the entry point. */
static gboolean
accepts_number (Run *run, const DlNodeRecord *node, const DlToken *token, guint value, guint digits)
{
  if (node->op != DL_NODE_NUMBER)
    return dl_token_test_accepts (run->passage, node, token);

  return value >= node->a && value <= node->b && (node->c == 0 || node->c == digits);
}

/* Returns: the entry points of that shape whose rules can match in the sentence */
static const GArray *
find_starts (Run *run, DlTokenShape shape)
{
  const GArray *all = run->index->by_shape[shape];
  GArray *starts = run->scratch->starts[shape];

  if (run->scratch->has_starts[shape])
    return starts;

  g_array_set_size (starts, 0);
  for (guint i = 0; i < all->len; i++)
    {
      if (is_live (run, g_array_index (all, DlRuleStart, i).rule))
        g_array_append_val (starts, g_array_index (all, DlRuleStart, i));
    }
  run->scratch->has_starts[shape] = TRUE;

  return starts;
}

static void
try_shapes (Run *run, const DlToken *token, guint i)
{
  const GArray *starts = find_starts (run, dl_token_shape_get (token));
  const DlLook look = get_look (run, i + 1);
  guint value, digits;
  const gboolean is_numeral = dl_token_test_is_numeral (token);
  const gboolean is_number =
    starts->len > 0 && dl_token_test_read_number (run->passage, token, &value, &digits);

  for (guint k = 0; k < starts->len; k++)
    {
      const DlRuleStart *start = &g_array_index (starts, DlRuleStart, k);

      if (!is_numeral && !(start->after & look))
        continue;
      if (is_number ? accepts_number (run, start->node, token, value, digits)
                    : dl_token_test_accepts (run->passage, start->node, token))
        try_rule (run, start->rule, i);
    }
}

static void
try_token (Run *run, guint i)
{
  const DlRuleIndex *index = run->index;
  const DlToken *token = dl_passage_get_token (run->passage, i);

  if (token->literal != 0)
    try_starts (run, dl_rule_index_find (index->by_literal, token->literal), i, i + 1);
  for (guint32 e = g_array_index (run->passage->heads, guint32, i); e != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (run->passage->edges, DlEdge, e);

      try_starts (run, dl_rule_index_find (index->by_class, edge->klass), i, edge->after);
      e = edge->next;
    }
  try_shapes (run, token, i);
}

/* The longer first; then the surer; then the one that needed more; then by place. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const DlMatch *first = *(DlMatch *const *) a, *second = *(DlMatch *const *) b;
  const guint length_a = first->after - first->first, length_b = second->after - second->first;

  if (length_a != length_b)
    return length_a > length_b ? -1 : 1;
  if (first->rule->certainty != second->rule->certainty)
    return first->rule->certainty > second->rule->certainty ? -1 : 1;
  if (first->end - first->begin != second->end - second->begin)
    return first->end - first->begin > second->end - second->begin ? -1 : 1;
  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return first->rule < second->rule ? -1 : first->rule > second->rule;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const DlMatch *first = *(DlMatch *const *) a, *second = *(DlMatch *const *) b;

  return first->first < second->first ? -1 : first->first > second->first;
}

/* Keeps the best of those that overlap, in the order of the text. */
static void
keep_best (Run *run)
{
  const guint first = run->sentence.first;
  guint kept = 0;

  g_ptr_array_set_size (run->scratch->kept, 0);
  for (guint i = 0; i < run->scratch->matches->len; i++)
    g_ptr_array_add (run->scratch->kept, &g_array_index (run->scratch->matches, DlMatch, i));
  if (run->scratch->matches->len < 2)
    return;

  g_byte_array_set_size (run->scratch->taken, run->sentence.after - first);
  memset (run->scratch->taken->data, 0, run->scratch->taken->len);
  g_ptr_array_sort (run->scratch->kept, compare_matches);
  for (guint i = 0; i < run->scratch->kept->len; i++)
    {
      DlMatch *match = g_ptr_array_index (run->scratch->kept, i);
      guint8 *from = run->scratch->taken->data + match->first - first;

      if (memchr (from, 1, match->after - match->first) != NULL)
        continue;
      memset (from, 1, match->after - match->first);
      g_ptr_array_index (run->scratch->kept, kept++) = match;
    }
  g_ptr_array_set_size (run->scratch->kept, kept);
  g_ptr_array_sort (run->scratch->kept, compare_places);
}

/* Finds the matches of the run's sentence. */
static void
read_sentence (Run *run)
{
  DlGrammarScratch *scratch = run->scratch;
  const DlLook *looks = (const DlLook *) run->passage->looks->data;

  scratch->is_read = FALSE;
  memset (scratch->lives->data, LIFE_UNKNOWN, scratch->lives->len);
  memset (scratch->has_starts, 0, sizeof scratch->has_starts);
  g_array_set_size (scratch->matches, 0);
  for (guint i = run->sentence.first; i < run->sentence.after; i++)
    {
      if (looks[i] & run->index->look)
        try_token (run, i);
    }
  keep_best (run);
}

/**
 * dl_grammar_run:
 * @func: called for each match that is kept, in the order of the text
 *
 * Tries every rule at every token of every sentence.  Where matches overlap, the longest
 * is kept; of equally long ones the surest.
 */
void
dl_grammar_run (DlGrammar *self, DlPassage *passage, DlMatchFunc func, gpointer user_data)
{
  Run run = { .index = &self->index, .passage = passage };

  if (passage->scratch == NULL)
    passage->scratch = make_scratch (self->index.n_words);
  run.scratch = passage->scratch;
  g_byte_array_set_size (run.scratch->lives, self->index.rules->len);
  for (guint i = 0; i < passage->sentences->len && self->index.rules->len > 0; i++)
    {
      const GPtrArray *kept = run.scratch->kept;

      run.sentence = g_array_index (passage->sentences, DlTokenRange, i);
      read_sentence (&run);
      for (guint k = 0; k < kept->len; k++)
        func (passage, g_ptr_array_index (kept, k), user_data);
    }
}
