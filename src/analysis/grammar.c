/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grammar.h"

#include <string.h>

#include "needs.h"
#include "walker.h"

/* A rule made ready. */
typedef struct
{
  const DlRuleRecord *record;
  DlNeeds *needs; /* owned */
} Rule;

/* Entry points that look at no table, for which each token is asked. */
typedef struct
{
  const DlNodeRecord *node;
  guint rule; /* index */
} Start;

/**
 * DlGrammar:
 *
 * The rules of one stage and one language, by what they can begin with: most tokens of a
 * text begin no rule at all, and cost one look.
 */
struct _DlGrammar
{
  const DlTables *tables;
  GArray *rules;         /* of Rule */
  guint n_words;         /* of their needs */
  GPtrArray *by_literal; /* by number: GArray of guint, indexes of rules; or NULL */
  GPtrArray *by_class;   /* by class number: the same */
  GArray *by_shape;      /* of Start */
};

static void
free_rules (gpointer rules)
{
  if (rules != NULL)
    g_array_unref (rules);
}

static void
add_rule (GPtrArray *table, guint key, guint rule)
{
  GArray *rules;

  if (key >= table->len)
    g_ptr_array_set_size (table, key + 1);
  if (g_ptr_array_index (table, key) == NULL)
    g_ptr_array_index (table, key) = g_array_new (FALSE, FALSE, sizeof (guint));
  rules = g_ptr_array_index (table, key);
  if (rules->len == 0 || g_array_index (rules, guint, rules->len - 1) != rule)
    g_array_append_val (rules, rule);
}

static GArray *
find_rules (GPtrArray *table, guint key)
{
  return key < table->len ? g_ptr_array_index (table, key) : NULL;
}

/* Follows the pattern from @at to every node that takes a token. */
static void
index_rule (DlGrammar *self, guint rule, guint32 at, guint depth)
{
  const DlNodeRecord *node = &self->tables->nodes[at];

  if (depth > 64)
    return;

  switch (node->op)
    {
    case DL_NODE_ACCEPT:
      break;
    case DL_NODE_LITERAL:
      add_rule (self->by_literal, node->a, rule);
      break;
    case DL_NODE_CLASS:
      add_rule (self->by_class, node->a, rule);
      break;
    case DL_NODE_SPLIT:
      index_rule (self, rule, node->next, depth + 1);
      index_rule (self, rule, node->a, depth + 1);
      break;
    case DL_NODE_CAPTURE_BEGIN:
    case DL_NODE_CAPTURE_END:
    case DL_NODE_EXTENT_BEGIN:
    case DL_NODE_EXTENT_END:
    case DL_NODE_NOT:
    case DL_NODE_SENTENCE_START:
    case DL_NODE_SENTENCE_END:
    case DL_NODE_GLUE:
      index_rule (self, rule, node->next, depth + 1);
      break;
    default:
      {
        Start start = { node, rule };
        g_array_append_val (self->by_shape, start);
      }
    }
}

static void
add_ready (DlGrammar *self, const DlRuleRecord *record)
{
  Rule rule = {
    .record = record,
    .needs = dl_needs_new_for_pattern (self->tables, self->n_words, record->entry),
  };

  g_array_append_val (self->rules, rule);
  index_rule (self, self->rules->len - 1, record->entry, 0);
}

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

  self->tables = dl_lexicon_get_tables (lexicon);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->n_words = dl_needs_get_n_words (self->tables);
  self->by_literal = g_ptr_array_new_with_free_func (free_rules);
  self->by_class = g_ptr_array_new_with_free_func (free_rules);
  self->by_shape = g_array_new (FALSE, FALSE, sizeof (Start));

  for (guint i = 0; i < self->tables->n_rules; i++)
    {
      const DlRuleRecord *rule = &self->tables->rules[i];

      if ((rule->languages >> language & 1) &&
          strcmp (dl_tables_string (self->tables, rule->stage), stage) == 0)
        add_ready (self, rule);
    }

  return self;
}

void
dl_grammar_free (DlGrammar *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    g_free (g_array_index (self->rules, Rule, i).needs);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->by_literal);
  g_ptr_array_unref (self->by_class);
  g_array_unref (self->by_shape);
  g_free (self);
}

/* One run over a passage; a grammar serves many threads, so what changes is here. */
typedef struct
{
  DlGrammar *grammar;
  DlPassage *passage;
  DlTokenRange sentence;
  GByteArray *live; /* by rule: the sentence holds what it needs */
  GArray *matches;  /* of DlMatch */
} Run;

static void
try_rule (Run *run, guint rule, guint token)
{
  DlMatch match;

  if (run->live->data[rule] &&
      dl_walker_match (run->passage, g_array_index (run->grammar->rules, Rule, rule).record,
                       &run->sentence, token, &match))
    g_array_append_val (run->matches, match);
}

static void
try_rules (Run *run, const GArray *rules, guint token)
{
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    try_rule (run, g_array_index (rules, guint, i), token);
}

static void
try_token (Run *run, guint i)
{
  const DlGrammar *grammar = run->grammar;
  const DlToken *token = dl_passage_get_token (run->passage, i);

  if (token->literal != 0)
    try_rules (run, find_rules (grammar->by_literal, token->literal), i);
  for (guint32 e = g_array_index (run->passage->heads, guint32, i); e != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (run->passage->edges, DlEdge, e);

      try_rules (run, find_rules (grammar->by_class, edge->klass), i);
      e = edge->next;
    }
  for (guint k = 0; k < grammar->by_shape->len; k++)
    {
      const Start *start = &g_array_index (grammar->by_shape, Start, k);

      if (run->live->data[start->rule] && dl_walker_accepts (run->passage, start->node, token))
        try_rule (run, start->rule, i);
    }
}

/* Returns: whether any rule can match in the sentence. */
static gboolean
find_live (Run *run, DlNeeds *held)
{
  gboolean any = FALSE;

  dl_needs_read_sentence (held, run->passage, &run->sentence);
  for (guint i = 0; i < run->grammar->rules->len; i++)
    {
      run->live->data[i] =
        dl_needs_is_met (g_array_index (run->grammar->rules, Rule, i).needs, held);
      any |= run->live->data[i];
    }

  return any;
}

/* The longer first; then the surer; then the one that needed more; then by place. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const DlMatch *first = a, *second = b;
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
  const DlMatch *first = a, *second = b;

  return first->first < second->first ? -1 : first->first > second->first;
}

/* Keeps the best of those that overlap.  @taken: a byte a token of the sentence. */
static void
keep_best (GArray *matches, const DlTokenRange *sentence, GByteArray *taken)
{
  guint kept = 0;

  g_byte_array_set_size (taken, sentence->after - sentence->first);
  memset (taken->data, 0, taken->len);
  g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    {
      const DlMatch match = g_array_index (matches, DlMatch, i);
      guint8 *from = taken->data + match.first - sentence->first;

      if (memchr (from, 1, match.after - match.first) != NULL)
        continue;
      memset (from, 1, match.after - match.first);
      g_array_index (matches, DlMatch, kept++) = match;
    }
  g_array_set_size (matches, kept);
  g_array_sort (matches, compare_places);
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
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (DlMatch));
  g_autoptr (GByteArray) live = g_byte_array_new ();
  g_autoptr (GByteArray) taken = g_byte_array_new ();
  g_autofree DlNeeds *held = dl_needs_new (self->n_words);
  Run run = { .grammar = self, .passage = passage, .live = live, .matches = matches };

  g_byte_array_set_size (live, self->rules->len);
  for (guint i = 0; i < passage->sentences->len && self->rules->len > 0; i++)
    {
      run.sentence = g_array_index (passage->sentences, DlTokenRange, i);
      if (!find_live (&run, held))
        continue;
      g_array_set_size (matches, 0);
      for (guint k = run.sentence.first; k < run.sentence.after; k++)
        try_token (&run, k);
      if (matches->len > 1)
        keep_best (matches, &run.sentence, taken);
      for (guint k = 0; k < matches->len; k++)
        func (passage, &g_array_index (matches, DlMatch, k), user_data);
    }
}

/* Returns: (nullable): the value of the rule's attribute @name. */
const char *
dl_match_get_attribute (DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlTables *tables = passage->reading->tables;

  for (guint i = 0; i < match->rule->n_attributes; i++)
    {
      const DlAttributeRecord *record = &tables->attributes[match->rule->first_attribute + i];

      if (strcmp (dl_tables_string (tables, record->name), name) == 0)
        return dl_tables_string (tables, record->value);
    }

  return NULL;
}

/* Returns: (nullable): the first capture called @name. */
const DlCapture *
dl_match_find (DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlTables *tables = passage->reading->tables;

  for (guint i = 0; i < match->n_captures; i++)
    {
      if (strcmp (dl_tables_string (tables, match->captures[i].name), name) == 0)
        return &match->captures[i];
    }

  return NULL;
}

/* Returns: (nullable): the edge that a capture is, valid until the next one is laid. */
const DlEdge *
dl_capture_get_edge (DlPassage *passage, const DlCapture *capture)
{
  if (capture == NULL || capture->edge == DL_FORMAT_NONE)
    return NULL;

  return &g_array_index (passage->edges, DlEdge, capture->edge);
}
