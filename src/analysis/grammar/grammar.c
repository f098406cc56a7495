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
  DlDemand *demand; /* owned */
} Rule;

/* An entry point. */
typedef struct
{
  const DlNodeRecord *node; /* the first of the rule's that takes the token */
  guint rule;               /* index */
  DlLook after;             /* what may stand after what it takes */
} Start;

/* What a token is, so far as entry points can tell it at one look. */
typedef enum
{
  SHAPE_DIGITS,
  SHAPE_CAPITAL, /* letters, the first a capital */
  SHAPE_LETTERS, /* any other letters */
  SHAPE_OTHER,
  N_SHAPES
} Shape;

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
 * The rules of one stage and one language, by what they can begin with: most tokens of a
 * text begin no rule at all, and cost one look.
 */
struct _DlGrammar
{
  const DlTables *tables;
  GArray *rules;              /* of Rule */
  guint n_words;              /* of their needs */
  DlLook look;                /* of the tokens that some rule may begin with */
  GPtrArray *by_literal;      /* by number: GArray of Start; or NULL */
  GPtrArray *by_class;        /* by class number: the same */
  GArray *by_shape[N_SHAPES]; /* of Start: those that look at no table */
};

static void
free_starts (gpointer starts)
{
  if (starts != NULL)
    g_array_unref (starts);
}

/* A rule is tried once where it begins with the same word in several ways. */
static void
add_keyed_start (GPtrArray *table, guint key, const Start *start)
{
  GArray *starts;
  Start *last;

  if (key >= table->len)
    g_ptr_array_set_size (table, key + 1);
  if (g_ptr_array_index (table, key) == NULL)
    g_ptr_array_index (table, key) = g_array_new (FALSE, FALSE, sizeof (Start));
  starts = g_ptr_array_index (table, key);
  last = starts->len > 0 ? &g_array_index (starts, Start, starts->len - 1) : NULL;
  if (last != NULL && last->rule == start->rule)
    last->after |= start->after;
  else
    g_array_append_vals (starts, start, 1);
}

static const GArray *
find_keyed_starts (const GPtrArray *table, guint key)
{
  return key < table->len ? g_ptr_array_index (table, key) : NULL;
}

static gboolean
may_accept (const DlNodeRecord *node, Shape shape)
{
  switch (node->op)
    {
    case DL_NODE_NUMBER:
      return shape == SHAPE_DIGITS;
    case DL_NODE_CAPITALISED:
    case DL_NODE_UPPER:
    case DL_NODE_INITIAL:
      return shape == SHAPE_CAPITAL;
    case DL_NODE_LOWER:
    case DL_NODE_KATAKANA:
      return shape == SHAPE_LETTERS;
    case DL_NODE_WORD:
      return shape == SHAPE_CAPITAL || shape == SHAPE_LETTERS;
    case DL_NODE_OPEN_QUOTE:
    case DL_NODE_CLOSE_QUOTE:
      return shape == SHAPE_OTHER;
    default:
      return TRUE;
    }
}

static void
add_shaped_start (DlGrammar *self, const Start *start)
{
  for (Shape shape = 0; shape < N_SHAPES; shape++)
    {
      if (may_accept (start->node, shape))
        g_array_append_vals (self->by_shape[shape], start, 1);
    }
}

static void
add_start (DlGrammar *self, const DlNodeRecord *node, guint rule)
{
  const Start start = { node, rule, self->tables->nodes[node->next].look };

  if (node->op == DL_NODE_LITERAL)
    add_keyed_start (self->by_literal, node->a, &start);
  else if (node->op == DL_NODE_CLASS)
    add_keyed_start (self->by_class, node->a, &start);
  else
    add_shaped_start (self, &start);
}

static Shape
get_shape (const DlToken *token)
{
  if (token->flags & DL_CHAR_DIGIT)
    return SHAPE_DIGITS;
  if (token->flags & DL_CHAR_UPPER)
    return SHAPE_CAPITAL;

  return token->flags & DL_CHAR_LETTER ? SHAPE_LETTERS : SHAPE_OTHER;
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
add_ready (DlGrammar *self, const DlRuleRecord *record)
{
  Rule rule = {
    .record = record,
    .demand = dl_demand_new_for_pattern (self->tables, self->n_words, record->entry),
  };

  g_array_append_val (self->rules, rule);
  self->look |= self->tables->nodes[record->entry].look;
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
  self->by_literal = g_ptr_array_new_with_free_func (free_starts);
  self->by_class = g_ptr_array_new_with_free_func (free_starts);
  for (Shape shape = 0; shape < N_SHAPES; shape++)
    self->by_shape[shape] = g_array_new (FALSE, FALSE, sizeof (Start));

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
    g_free (g_array_index (self->rules, Rule, i).demand);
  g_array_unref (self->rules);
  g_ptr_array_unref (self->by_literal);
  g_ptr_array_unref (self->by_class);
  for (Shape shape = 0; shape < N_SHAPES; shape++)
    g_array_unref (self->by_shape[shape]);
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
  DlNeeds *held;            /* what the sentence holds, once a rule was tried there */
  gboolean is_read;         /* whether @held is of the sentence */
  GByteArray *lives;        /* of Life, by rule */
  GArray *starts[N_SHAPES]; /* of Start: those of rules that live */
  gboolean has_starts[N_SHAPES];
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
  for (Shape shape = 0; shape < N_SHAPES; shape++)
    self->starts[shape] = g_array_new (FALSE, FALSE, sizeof (Start));
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
  for (Shape shape = 0; shape < N_SHAPES; shape++)
    g_array_unref (scratch->starts[shape]);
  g_array_unref (scratch->matches);
  g_ptr_array_unref (scratch->kept);
  g_byte_array_unref (scratch->taken);
  g_free (scratch);
}

/* One run over a passage. */
typedef struct
{
  DlGrammar *grammar;
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
    *life =
      dl_demand_is_met (g_array_index (run->grammar->rules, Rule, rule).demand, run->scratch->held)
        ? LIFE_LIVE
        : LIFE_DEAD;

  return *life == LIFE_LIVE;
}

static void
try_rule (Run *run, guint rule, guint token)
{
  DlMatch match;

  if (!is_live (run, rule) ||
      !dl_walker_match (run->passage, g_array_index (run->grammar->rules, Rule, rule).record,
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
      const Start *start = &g_array_index (starts, Start, i);

      if (start->after & look)
        try_rule (run, start->rule, token);
    }
}

/* Whether the token, which is the number @value, may begin at the entry point. */
static gboolean
accepts_number (Run *run, const DlNodeRecord *node, const DlToken *token, guint value, guint digits)
{
  if (node->op != DL_NODE_NUMBER)
    return dl_walker_accepts (run->passage, node, token);

  return value >= node->a && value <= node->b && (node->c == 0 || node->c == digits);
}

/* Returns: the entry points of that shape whose rules can match in the sentence */
static const GArray *
find_starts (Run *run, Shape shape)
{
  const GArray *all = run->grammar->by_shape[shape];
  GArray *starts = run->scratch->starts[shape];

  if (run->scratch->has_starts[shape])
    return starts;

  g_array_set_size (starts, 0);
  for (guint i = 0; i < all->len; i++)
    {
      if (is_live (run, g_array_index (all, Start, i).rule))
        g_array_append_val (starts, g_array_index (all, Start, i));
    }
  run->scratch->has_starts[shape] = TRUE;

  return starts;
}

static void
try_shapes (Run *run, const DlToken *token, guint i)
{
  const GArray *starts = find_starts (run, get_shape (token));
  const DlLook look = get_look (run, i + 1);
  guint value, digits;
  const gboolean is_numeral = dl_walker_is_numeral (token);
  const gboolean is_number =
    starts->len > 0 && dl_walker_read_number (run->passage, token, &value, &digits);

  for (guint k = 0; k < starts->len; k++)
    {
      const Start *start = &g_array_index (starts, Start, k);

      if (!is_numeral && !(start->after & look))
        continue;
      if (is_number ? accepts_number (run, start->node, token, value, digits)
                    : dl_walker_accepts (run->passage, start->node, token))
        try_rule (run, start->rule, i);
    }
}

static void
try_token (Run *run, guint i)
{
  const DlGrammar *grammar = run->grammar;
  const DlToken *token = dl_passage_get_token (run->passage, i);

  if (token->literal != 0)
    try_starts (run, find_keyed_starts (grammar->by_literal, token->literal), i, i + 1);
  for (guint32 e = g_array_index (run->passage->heads, guint32, i); e != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (run->passage->edges, DlEdge, e);

      try_starts (run, find_keyed_starts (grammar->by_class, edge->klass), i, edge->after);
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
      if (looks[i] & run->grammar->look)
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
  Run run = { .grammar = self, .passage = passage };

  if (passage->scratch == NULL)
    passage->scratch = make_scratch (self->n_words);
  run.scratch = passage->scratch;
  g_byte_array_set_size (run.scratch->lives, self->rules->len);
  for (guint i = 0; i < passage->sentences->len && self->rules->len > 0; i++)
    {
      const GPtrArray *kept = run.scratch->kept;

      run.sentence = g_array_index (passage->sentences, DlTokenRange, i);
      read_sentence (&run);
      for (guint k = 0; k < kept->len; k++)
        func (passage, g_ptr_array_index (kept, k), user_data);
    }
}

/* Copies as much of @from as it uses. */
void
dl_match_copy (DlMatch *to, const DlMatch *from)
{
  memcpy (to, from, offsetof (DlMatch, captures) + from->n_captures * sizeof (DlCapture));
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
