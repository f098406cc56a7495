/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "walker.h"

#include <string.h>

#include "numeral.h"
#include "token-test.h"

/* Walks the nodes of one pattern along the tokens of one sentence, trying every
 * alternative in turn (backtracking, as in R. Cox, “Regular Expression Matching: the
 * Virtual Machine Approach”), and keeps the longest way through. */

/* Work for one pattern at one token; what is longer is given up, so that no text can
 * make a rule slow. */
#define MAX_STEPS 1500
#define MAX_DEPTH 400

typedef struct
{
  DlPassage *passage;
  const DlTables *tables;
  const DlLook *looks;
  const DlTokenRange *sentence;
  DlMatch now;   /* the way walked so far */
  DlMatch *best; /* the longest way through */
  gboolean found;
  guint steps;
  guint32 last_edge; /* the edge taken last, and the token it starts at */
  guint32 last_start;
} Walk;

static gboolean enter (Walk *walk, const DlNodeRecord *node, guint token, guint depth);

static DlLook
get_look (const Walk *walk, guint token)
{
  return token < walk->sentence->after ? walk->looks[token] : DL_LOOK_END;
}

/* Goes on from the node @at before the token @token.  Most ways end here at one look. */
static inline gboolean
step (Walk *walk, guint32 at, guint token, guint depth)
{
  const DlNodeRecord *node = &walk->tables->nodes[at];

  return (node->look & get_look (walk, token)) != 0 && enter (walk, node, token, depth);
}

/* @walk: (out caller-allocates): its captures are left as they are, there being none */
static void
start_walk (Walk *walk, DlPassage *passage, const DlTokenRange *sentence, DlMatch *best)
{
  walk->passage = passage;
  walk->tables = passage->reading->tables;
  walk->looks = (const DlLook *) passage->looks->data;
  walk->sentence = sentence;
  walk->best = best;
  walk->found = FALSE;
  walk->steps = 0;
  walk->last_edge = DL_FORMAT_NONE;
  walk->last_start = 0;
  walk->now.rule = NULL;
  walk->now.first = walk->now.after = walk->now.begin = walk->now.end = 0;
  walk->now.n_captures = 0;
}

static gboolean
is_numeral_next (DlPassage *passage, guint i, guint after)
{
  return i < after && dl_token_test_is_numeral (dl_passage_get_token (passage, i)) &&
         !(dl_passage_get_token (passage, i)->flags & DL_CHAR_SPACE);
}

/* Returns: the token after the whole numeral that begins at @first and is what @node asks
 *   for; 0 if none does */
static guint
find_numeral_end (Walk *walk, const DlNodeRecord *node, guint first)
{
  DlPassage *passage = walk->passage;
  const DlToken *token = dl_passage_get_token (passage, first), *last = token;
  guint after = first + 1, value, digits;

  if (first > walk->sentence->first && is_numeral_next (passage, first, first + 1) &&
      dl_token_test_is_numeral (token - 1))
    return 0;
  while (is_numeral_next (passage, after, walk->sentence->after))
    last = dl_passage_get_token (passage, after++);
  if (!dl_numeral_read (passage->matcher->fold->text + token->start, last->end - token->start,
                        &value, &digits))
    return 0;

  return value >= node->a && value <= node->b && (node->c == 0 || node->c == digits) ? after : 0;
}

static gboolean
has_value (const DlTables *tables, const DlNodeRecord *node, const DlEdge *edge)
{
  guint32 value = edge->value;

  if (node->c == 0)
    return TRUE;
  if (edge->candidate != NULL)
    {
      const char *role = edge->candidate->role != NULL ? edge->candidate->role : "";

      for (guint i = 0; i < node->c; i++)
        {
          if (strcmp (dl_tables_string (tables, tables->values[node->b + i]), role) == 0)
            return TRUE;
        }
      return FALSE;
    }

  for (guint i = 0; i < node->c; i++)
    {
      if (tables->values[node->b + i] == value)
        return TRUE;
    }

  return FALSE;
}

/* Takes every edge of the class from @token in turn. */
static gboolean
step_class (Walk *walk, const DlNodeRecord *node, guint token, guint depth)
{
  gboolean found = FALSE;

  for (guint32 i = g_array_index (walk->passage->heads, guint32, token); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (walk->passage->edges, DlEdge, i);

      if (edge->klass == node->a && edge->after <= walk->sentence->after &&
          has_value (walk->tables, node, edge))
        {
          walk->last_edge = i;
          walk->last_start = token;
          found |= step (walk, node->next, edge->after, depth + 1);
        }
      i = edge->next;
    }

  return found;
}

/* The edge that the capture from @first to @after is, if it is just one. */
static guint32
find_edge (Walk *walk, guint first, guint after)
{
  const DlEdge *edge;

  if (first >= after || walk->last_start != first || walk->last_edge == DL_FORMAT_NONE)
    return DL_FORMAT_NONE;

  edge = &g_array_index (walk->passage->edges, DlEdge, walk->last_edge);

  return edge->after == after ? walk->last_edge : DL_FORMAT_NONE;
}

static gboolean
begin_capture (Walk *walk, const DlNodeRecord *node, guint token, guint depth)
{
  const guint n = walk->now.n_captures;
  gboolean found;

  if (n == DL_MATCH_MAX_CAPTURES)
    return FALSE;
  walk->now.captures[n] = (DlCapture){ node->a, token, token, DL_FORMAT_NONE };
  walk->now.n_captures++;
  found = step (walk, node->next, token, depth + 1);
  walk->now.n_captures = n;

  return found;
}

/* Closes the latest capture of that name that is still open. */
static gboolean
end_capture (Walk *walk, const DlNodeRecord *node, guint token, guint depth)
{
  for (guint i = walk->now.n_captures; i > 0; i--)
    {
      DlCapture *capture = &walk->now.captures[i - 1];
      DlCapture before = *capture;
      gboolean found;

      if (capture->name != node->a)
        continue;
      capture->after = token;
      capture->edge = find_edge (walk, capture->first, token);
      found = step (walk, node->next, token, depth + 1);
      *capture = before;

      return found;
    }

  return FALSE;
}

static gboolean
is_longer (const DlMatch *a, const DlMatch *b)
{
  if (a->after - a->first != b->after - b->first)
    return a->after - a->first > b->after - b->first;

  return a->end - a->begin > b->end - b->begin;
}

/* The way walked so far, without its captures. */
static DlMatch
get_extent (const Walk *walk, guint token)
{
  const DlMatch *now = &walk->now;
  const gboolean is_marked = now->after != 0;

  return (DlMatch){ .first = is_marked ? now->first : now->begin,
                    .after = is_marked ? now->after : token,
                    .begin = now->begin,
                    .end = token };
}

static gboolean
accept (Walk *walk, guint token)
{
  const DlMatch extent = get_extent (walk, token);

  if (extent.after <= extent.first)
    return FALSE;
  if (!walk->found || is_longer (&extent, walk->best))
    {
      dl_match_copy (walk->best, &walk->now);
      walk->best->first = extent.first;
      walk->best->after = extent.after;
      walk->best->end = extent.end;
    }
  walk->found = TRUE;

  return TRUE;
}

/* Whether one node, the last of its pattern, takes a token. */
static gboolean
takes (Walk *walk, const DlNodeRecord *node, guint token)
{
  if (node->op == DL_NODE_NUMBER &&
      dl_token_test_is_numeral (dl_passage_get_token (walk->passage, token)))
    return find_numeral_end (walk, node, token) != 0;
  if (node->op != DL_NODE_CLASS)
    return dl_token_test_accepts (walk->passage, node, dl_passage_get_token (walk->passage, token));

  for (guint32 i = g_array_index (walk->passage->heads, guint32, token); i != DL_FORMAT_NONE;)
    {
      const DlEdge *edge = &g_array_index (walk->passage->edges, DlEdge, i);

      if (edge->klass == node->a && edge->after <= walk->sentence->after &&
          has_value (walk->tables, node, edge))
        return TRUE;
      i = edge->next;
    }

  return FALSE;
}

static gboolean
is_simple (const DlTables *tables, const DlNodeRecord *node)
{
  return node->op >= DL_NODE_LITERAL && node->op <= DL_NODE_CLOSE_QUOTE &&
         tables->nodes[node->next].op == DL_NODE_ACCEPT;
}

static gboolean
is_refused (Walk *walk, guint32 at, guint token, guint depth)
{
  const DlNodeRecord *node = &walk->tables->nodes[at];
  DlMatch scrap;
  Walk inner;

  if (is_simple (walk->tables, node))
    return token < walk->sentence->after && takes (walk, node, token);

  start_walk (&inner, walk->passage, walk->sentence, &scrap);
  inner.steps = walk->steps;
  inner.now.begin = inner.now.first = token;
  inner.now.after = token + 1; /* so that an empty way counts too */
  step (&inner, at, token, depth + 1);
  walk->steps = inner.steps;

  return inner.found;
}

static gboolean
set_extent (Walk *walk, const DlNodeRecord *node, guint token, guint depth)
{
  guint32 *edge = node->op == DL_NODE_EXTENT_BEGIN ? &walk->now.first : &walk->now.after;
  const guint32 before = *edge;
  gboolean found;

  *edge = token;
  found = step (walk, node->next, token, depth + 1);
  *edge = before;

  return found;
}

static gboolean
step_token (Walk *walk, const DlNodeRecord *node, guint token, guint depth)
{
  if (token >= walk->sentence->after)
    return FALSE;
  if (node->op == DL_NODE_CLASS)
    return step_class (walk, node, token, depth);
  if (node->op == DL_NODE_NUMBER &&
      dl_token_test_is_numeral (dl_passage_get_token (walk->passage, token)))
    {
      const guint after = find_numeral_end (walk, node, token);

      return after != 0 && step (walk, node->next, after, depth + 1);
    }
  if (!dl_token_test_accepts (walk->passage, node, dl_passage_get_token (walk->passage, token)))
    return FALSE;

  return step (walk, node->next, token + 1, depth + 1);
}

static gboolean
enter (Walk *walk, const DlNodeRecord *node, guint token, guint depth)
{
  gboolean found;

  if (++walk->steps > MAX_STEPS || depth > MAX_DEPTH)
    return FALSE;

  switch (node->op)
    {
    case DL_NODE_ACCEPT:
      return accept (walk, token);
    case DL_NODE_SPLIT:
      found = step (walk, node->next, token, depth + 1);
      return step (walk, node->a, token, depth + 1) || found;
    case DL_NODE_CAPTURE_BEGIN:
      return begin_capture (walk, node, token, depth);
    case DL_NODE_CAPTURE_END:
      return end_capture (walk, node, token, depth);
    case DL_NODE_EXTENT_BEGIN:
    case DL_NODE_EXTENT_END:
      return set_extent (walk, node, token, depth);
    case DL_NODE_NOT:
      return !is_refused (walk, node->a, token, depth) && step (walk, node->next, token, depth + 1);
    case DL_NODE_SENTENCE_START:
      return token == walk->sentence->first && step (walk, node->next, token, depth + 1);
    case DL_NODE_SENTENCE_END:
      return token == walk->sentence->after && step (walk, node->next, token, depth + 1);
    case DL_NODE_GLUE:
      return token < walk->sentence->after &&
             !(dl_passage_get_token (walk->passage, token)->flags & DL_CHAR_SPACE) &&
             step (walk, node->next, token, depth + 1);
    default:
      return step_token (walk, node, token, depth);
    }
}

/**
 * dl_walker_match:
 * @rule: a rule of the lexicon
 * @sentence: where its pattern may look
 * @start: the token it is to begin at
 * @match: (out caller-allocates): the longest match
 *
 * Returns: whether the pattern matches at @start
 */
gboolean
dl_walker_match (DlPassage *passage,
                 const DlRuleRecord *rule,
                 const DlTokenRange *sentence,
                 guint start,
                 DlMatch *match)
{
  Walk walk;

  start_walk (&walk, passage, sentence, match);
  walk.now.rule = rule;
  walk.now.begin = start;

  return step (&walk, rule->entry, start, 0);
}
