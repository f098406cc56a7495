/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grammar.h"

#include <string.h>

#include "walker.h"

/* Entry points that look at no table, for which each token is asked. */
typedef struct
{
  const DlNodeRecord *node;
  const DlRuleRecord *rule;
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
  GPtrArray *by_literal; /* by number: GPtrArray of DlRuleRecord, or NULL */
  GPtrArray *by_class;   /* by class number: the same */
  GArray *by_shape;      /* of Start */
};

static void
free_rules (gpointer rules)
{
  if (rules != NULL)
    g_ptr_array_unref (rules);
}

static void
add_rule (GPtrArray *table, guint key, const DlRuleRecord *rule)
{
  GPtrArray *rules;

  if (key >= table->len)
    g_ptr_array_set_size (table, key + 1);
  if (g_ptr_array_index (table, key) == NULL)
    g_ptr_array_index (table, key) = g_ptr_array_new ();
  rules = g_ptr_array_index (table, key);
  if (rules->len == 0 || g_ptr_array_index (rules, rules->len - 1) != rule)
    g_ptr_array_add (rules, (gpointer) rule);
}

static GPtrArray *
find_rules (GPtrArray *table, guint key)
{
  return key < table->len ? g_ptr_array_index (table, key) : NULL;
}

/* Follows the pattern from @at to every node that takes a token. */
static void
index_rule (DlGrammar *self, const DlRuleRecord *rule, guint32 at, guint depth)
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
  self->by_literal = g_ptr_array_new_with_free_func (free_rules);
  self->by_class = g_ptr_array_new_with_free_func (free_rules);
  self->by_shape = g_array_new (FALSE, FALSE, sizeof (Start));

  for (guint i = 0; i < self->tables->n_rules; i++)
    {
      const DlRuleRecord *rule = &self->tables->rules[i];

      if ((rule->languages >> language & 1) &&
          strcmp (dl_tables_string (self->tables, rule->stage), stage) == 0)
        index_rule (self, rule, rule->entry, 0);
    }

  return self;
}

void
dl_grammar_free (DlGrammar *self)
{
  g_ptr_array_unref (self->by_literal);
  g_ptr_array_unref (self->by_class);
  g_array_unref (self->by_shape);
  g_free (self);
}

static void
try_rule (GArray *matches,
          DlPassage *passage,
          const DlRuleRecord *rule,
          const DlTokenRange *sentence,
          guint token)
{
  DlMatch match;

  if (dl_walker_match (passage, rule, sentence, token, &match))
    g_array_append_val (matches, match);
}

static void
try_rules (GArray *matches,
           DlPassage *passage,
           GPtrArray *rules,
           const DlTokenRange *sentence,
           guint token)
{
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    try_rule (matches, passage, g_ptr_array_index (rules, i), sentence, token);
}

static void
try_token (DlGrammar *self,
           GArray *matches,
           DlPassage *passage,
           const DlTokenRange *sentence,
           guint i)
{
  const DlToken *token = dl_passage_get_token (passage, i);

  if (token->literal != 0)
    try_rules (matches, passage, find_rules (self->by_literal, token->literal), sentence, i);
  for (guint32 e = g_array_index (passage->heads, guint32, i); e != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (passage->edges, DlEdge, e);

      try_rules (matches, passage, find_rules (self->by_class, edge->klass), sentence, i);
      e = edge->next;
    }
  for (guint k = 0; k < self->by_shape->len; k++)
    {
      const Start *start = &g_array_index (self->by_shape, Start, k);

      if (dl_walker_accepts (passage, start->node, token))
        try_rule (matches, passage, start->rule, sentence, i);
    }
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
  g_autoptr (GByteArray) taken = g_byte_array_new ();

  for (guint i = 0; i < passage->sentences->len; i++)
    {
      const DlTokenRange sentence = g_array_index (passage->sentences, DlTokenRange, i);

      g_array_set_size (matches, 0);
      for (guint k = sentence.first; k < sentence.after; k++)
        try_token (self, matches, passage, &sentence, k);
      if (matches->len > 1)
        keep_best (matches, &sentence, taken);
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
