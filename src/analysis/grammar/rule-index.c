/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rule-index.h"

#include <string.h>

static void
free_starts (gpointer starts)
{
  if (starts != NULL)
    g_array_unref (starts);
}

/* A rule is tried once where it begins with the same word in several ways. */
static void
add_keyed_start (GPtrArray *table, guint key, const DlRuleStart *start)
{
  GArray *starts;
  DlRuleStart *last;

  if (key >= table->len)
    g_ptr_array_set_size (table, key + 1);
  if (g_ptr_array_index (table, key) == NULL)
    g_ptr_array_index (table, key) = g_array_new (FALSE, FALSE, sizeof (DlRuleStart));
  starts = g_ptr_array_index (table, key);
  last = starts->len > 0 ? &g_array_index (starts, DlRuleStart, starts->len - 1) : NULL;
  if (last != NULL && last->rule == start->rule)
    last->after |= start->after;
  else
    g_array_append_vals (starts, start, 1);
}

/* Returns: (nullable) (element-type DlRuleStart): of one of its tables */
const GArray *
dl_rule_index_find (const GPtrArray *table, guint key)
{
  return key < table->len ? g_ptr_array_index (table, key) : NULL;
}

static gboolean
may_accept (const DlNodeRecord *node, DlTokenShape shape)
{
  switch (node->op)
    {
    case DL_NODE_NUMBER:
      return shape == DL_TOKEN_SHAPE_DIGITS;
    case DL_NODE_CAPITALISED:
    case DL_NODE_UPPER:
    case DL_NODE_INITIAL:
      return shape == DL_TOKEN_SHAPE_CAPITAL;
    case DL_NODE_LOWER:
    case DL_NODE_KATAKANA:
      return shape == DL_TOKEN_SHAPE_LETTERS;
    case DL_NODE_WORD:
      return shape == DL_TOKEN_SHAPE_CAPITAL || shape == DL_TOKEN_SHAPE_LETTERS;
    case DL_NODE_OPEN_QUOTE:
    case DL_NODE_CLOSE_QUOTE:
      return shape == DL_TOKEN_SHAPE_OTHER;
    default:
      return TRUE;
    }
}

static void
add_shaped_start (DlRuleIndex *self, const DlRuleStart *start)
{
  for (DlTokenShape shape = 0; shape < DL_N_TOKEN_SHAPES; shape++)
    {
      if (may_accept (start->node, shape))
        g_array_append_vals (self->by_shape[shape], start, 1);
    }
}

static void
add_start (DlRuleIndex *self, const DlNodeRecord *node, guint rule)
{
  const DlRuleStart start = { node, rule, self->tables->nodes[node->next].look };

  if (node->op == DL_NODE_LITERAL)
    add_keyed_start (self->by_literal, node->a, &start);
  else if (node->op == DL_NODE_CLASS)
    add_keyed_start (self->by_class, node->a, &start);
  else
    add_shaped_start (self, &start);
}

DlTokenShape
dl_token_shape_get (const DlToken *token)
{
  if (token->flags & DL_CHAR_DIGIT)
    return DL_TOKEN_SHAPE_DIGITS;
  if (token->flags & DL_CHAR_UPPER)
    return DL_TOKEN_SHAPE_CAPITAL;

  return token->flags & DL_CHAR_LETTER ? DL_TOKEN_SHAPE_LETTERS : DL_TOKEN_SHAPE_OTHER;
}

/* Follows the pattern from @at to every node that takes a token. */
static void
index_rule (DlRuleIndex *self, guint rule, guint32 at, guint depth)
{
  const DlNodeRecord *node = &self->tables->nodes[at];

  if (depth > 64)
    return;

  switch (node->op)
    {
    case DL_NODE_ACCEPT:
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
      add_start (self, node, rule);
    }
}

static void
add_ready (DlRuleIndex *self, const DlRuleRecord *record)
{
  DlReadyRule rule = {
    .record = record,
    .demand = dl_demand_new_for_pattern (self->tables, self->n_words, record->entry),
  };

  g_array_append_val (self->rules, rule);
  self->look |= self->tables->nodes[record->entry].look;
  index_rule (self, self->rules->len - 1, record->entry, 0);
}

/**
 * dl_rule_index_init:
 * @self: (out caller-allocates)
 * @lexicon: must outlive the index
 * @stage: “dates”, “organisations” …
 * @language: whose rules; those for all languages count too
 */
void
dl_rule_index_init (DlRuleIndex *self, DlLexicon *lexicon, const char *stage, DlLanguage language)
{
  *self = (DlRuleIndex){ .tables = dl_lexicon_get_tables (lexicon) };
  self->rules = g_array_new (FALSE, FALSE, sizeof (DlReadyRule));
  self->n_words = dl_needs_get_n_words (self->tables);
  self->by_literal = g_ptr_array_new_with_free_func (free_starts);
  self->by_class = g_ptr_array_new_with_free_func (free_starts);
  for (DlTokenShape shape = 0; shape < DL_N_TOKEN_SHAPES; shape++)
    self->by_shape[shape] = g_array_new (FALSE, FALSE, sizeof (DlRuleStart));

  for (guint i = 0; i < self->tables->n_rules; i++)
    {
      const DlRuleRecord *rule = &self->tables->rules[i];

      if ((rule->languages >> language & 1) &&
          strcmp (dl_tables_string (self->tables, rule->stage), stage) == 0)
        add_ready (self, rule);
    }
}

void
dl_rule_index_clear (DlRuleIndex *self)
{
  for (guint i = 0; i < self->rules->len; i++)
    g_free (g_array_index (self->rules, DlReadyRule, i).demand);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->by_literal);
  g_ptr_array_unref (self->by_class);
  for (DlTokenShape shape = 0; shape < DL_N_TOKEN_SHAPES; shape++)
    g_array_unref (self->by_shape[shape]);
}
