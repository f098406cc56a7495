/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-composer.h"

#include <string.h>

/* Puts the pieces that rules found together, by the words around them:
 *
 *   date-lead   “about”, “early”, “the end of” before a piece belong to it; their value
 *               is added to its expression; with value “!” words that end like one and
 *               are none; those without a value stand before no length of time
 *   duration-lead  “more than” the same before a length of time only
 *   date-tail   “local time”, “GMT” after it too, with or without brackets; value
 *               “local”, “local:” and whose (an IANA zone, or the code of a country or, by
 *               UN M49, of a continent), or the zone; a lead may have these too
 *   date-join   words that may stand between two pieces of one date: “on”, “of”; with value
 *               “loose” those that only tie an hour or a weekday to its day: “,”
 *   date-to     words that may stand between the ends of a range; with value “and” only
 *               with a date-between
 *   date-between  “between”: stands before the first end
 *   date-between-after  the same in a language where it follows the last end
 *   date-bound  “since”, “until”: stays outside; its value is added to the expression
 *   date-bound-after  the same in a language where it follows the date
 *   date-gap    “the”: may stand between a date-bound and the date */

/* So many tokens the longest of those words has. */
#define MAX_TOKENS 6

typedef struct
{
  DlPassage *passage;
  guint lead, length, tail, join, to, between, between_after, bound, bound_after, gap;
} Composer;

static gboolean
is_same_sentence (DlPassage *passage, guint a, guint b)
{
  return dl_passage_find_sentence (passage, a) == dl_passage_find_sentence (passage, b);
}

/* The edge of @klass that ends before @after; its first token is put in @first. */
static const DlEdge *
find_before (DlPassage *passage, guint after, guint klass, guint *first)
{
  const DlEdge *found = NULL;
  const guint floor = after > 0 ? dl_passage_find_sentence (passage, after - 1)->first : 0;

  for (guint k = 1; k <= MIN (MAX_TOKENS, after - floor); k++)
    {
      for (guint32 i = g_array_index (passage->heads, guint32, after - k); i != DL_FORMAT_NONE;)
        {
          const DlEdge *edge = &g_array_index (passage->edges, DlEdge, i);

          if (edge->klass == klass && edge->after == after)
            {
              *first = after - k;
              found = edge;
            }
          i = edge->next;
        }
    }

  return found;
}

static const char *
get_value (DlPassage *passage, const DlEdge *edge)
{
  return dl_tables_string (passage->reading->tables, edge->value);
}

static const DlEdge *
find_lead (Composer *self, const DlDatePiece *piece, guint *first)
{
  const gboolean is_length = piece->is_typed && piece->type == DL_TIMEX_DURATION;
  const DlEdge *edge = find_before (self->passage, piece->first, self->lead, first);
  guint between;

  /* “mid 1995” and “between 1995 and 1998” are one word in some languages. */
  if (dl_date_piece_is_range (piece) &&
      find_before (self->passage, piece->first, self->between, &between) != NULL)
    return NULL;
  if (edge != NULL && strcmp (get_value (self->passage, edge), "!") == 0)
    return NULL;
  /* “the end of the three-day talks” is the end of the talks. */
  if (is_length && (edge == NULL || *get_value (self->passage, edge) == '\0'))
    edge = find_before (self->passage, piece->first, self->length, first);

  return edge;
}

static void
add_leads (Composer *self, DlDatePiece *piece, guint floor)
{
  const DlEdge *edge;
  guint first;

  while (piece->first > floor && is_same_sentence (self->passage, piece->first - 1, piece->first) &&
         (edge = find_lead (self, piece, &first)) != NULL && first >= floor)
    {
      dl_date_piece_add (piece, get_value (self->passage, edge));
      piece->first = first;
    }
}

/* Whether the words from @first on belong to a word of Hangul that is none of them: 경
 * (“about”) in “오후 경찰”. */
static gboolean
is_torn (DlPassage *passage, guint first, guint after)
{
  const DlToken *next =
    after < dl_passage_get_n_tokens (passage) ? dl_passage_get_token (passage, after) : NULL;

  return next != NULL && (next->flags & DL_CHAR_HANGUL) && !(next->flags & DL_CHAR_SPACE) &&
         (dl_passage_get_token (passage, first)->flags & DL_CHAR_HANGUL) &&
         (dl_passage_get_token (passage, first)->flags & DL_CHAR_SPACE);
}

static void
add_tail (Composer *self, DlDatePiece *piece)
{
  DlPassage *passage = self->passage;
  const guint n = dl_passage_get_n_tokens (passage);
  const gboolean is_open = dl_passage_is_token (passage, piece->after, "(");
  const guint at = piece->after + (is_open ? 1 : 0);
  const DlEdge *edge = at < n ? dl_passage_find_edge (passage, at, self->tail) : NULL;

  if (edge == NULL || (is_open && !dl_passage_is_token (passage, edge->after, ")")) ||
      !is_same_sentence (passage, piece->first, at) || is_torn (passage, at, edge->after))
    return;

  dl_date_piece_add (piece, get_value (passage, edge));
  piece->after = edge->after + (is_open ? 1 : 0);
}

/* The word of @klass that fills the gap between the pieces. */
static const DlEdge *
find_between (Composer *self, const DlDatePiece *a, const DlDatePiece *b, guint klass)
{
  const DlEdge *edge =
    a->after < b->first ? dl_passage_find_edge (self->passage, a->after, klass) : NULL;

  return edge != NULL && edge->after == b->first ? edge : NULL;
}

/* “Monday (14 March)” */
static gboolean
is_in_brackets (DlPassage *passage, const DlDatePiece *a, const DlDatePiece *b)
{
  return a->after + 1 == b->first && dl_passage_is_token (passage, a->after, "(") &&
         dl_passage_is_token (passage, b->after, ")");
}

/* The date-bound before the piece, or NULL; @first: (out): its first token */
static const DlEdge *
find_bound (Composer *self, const DlDatePiece *piece, guint *first)
{
  const DlEdge *edge = find_before (self->passage, piece->first, self->bound, first);
  guint gap;

  if (edge == NULL && find_before (self->passage, piece->first, self->gap, &gap) != NULL)
    edge = find_before (self->passage, gap, self->bound, first);

  return edge;
}

/* Whether “from” or “between” stands before the piece; @first: (out): its first token */
static gboolean
is_marked (Composer *self, const DlDatePiece *piece, guint *first)
{
  const DlEdge *bound = find_bound (self, piece, first);

  if (bound != NULL && *get_value (self->passage, bound) == '>')
    return TRUE;

  return find_before (self->passage, piece->first, self->between, first) != NULL;
}

/* “Monday from 9 to 11 a.m.” */
static gboolean
is_before_range (Composer *self, const DlDatePiece *a, const DlDatePiece *b)
{
  guint first;

  if (!dl_date_piece_is_range (b) || !is_marked (self, b, &first))
    return FALSE;

  return a->after == first ||
         (a->after + 1 == first && dl_passage_is_token (self->passage, a->after, ","));
}

/* “every Monday at 4 p.m.”, “4 p.m. every Monday” */
static gboolean
repeat (Composer *self, DlDatePiece *a, DlDatePiece *b)
{
  const gboolean is_first = a->is_typed;
  const DlDatePiece *set = is_first ? a : b;
  char *both;

  if (a->is_typed == b->is_typed || set->type != DL_TIMEX_SET ||
      !is_same_sentence (self->passage, a->first, b->first) ||
      (a->after != b->first && find_between (self, a, b, self->join) == NULL))
    return FALSE;
  both = dl_date_expression_repeat_at (set->expression, is_first ? b->expression : a->expression);
  if (both == NULL)
    return FALSE;

  g_free (a->expression);
  a->expression = both;
  a->after = b->after;
  a->rule = set->rule;
  a->is_typed = TRUE;
  a->type = DL_TIMEX_SET;
  a->is_part = FALSE;

  return TRUE;
}

static gboolean
join (Composer *self, DlDatePiece *a, DlDatePiece *b)
{
  const gboolean is_bracket = is_in_brackets (self->passage, a, b);
  const DlEdge *edge = find_between (self, a, b, self->join);
  const gboolean is_loose =
    is_bracket || (edge != NULL && strcmp (get_value (self->passage, edge), "loose") == 0);

  if (a->is_typed || b->is_typed || !is_same_sentence (self->passage, a->first, b->first) ||
      (a->after != b->first && edge == NULL && !is_bracket && !is_before_range (self, a, b)) ||
      !dl_date_expression_can_join (a->expression, b->expression, is_loose))
    return FALSE;
  dl_date_piece_merge (a, b, "");
  a->after += is_bracket ? 1 : 0;

  return TRUE;
}

/* “between … and”, “… and … between” */
static gboolean
is_between (Composer *self, const DlDatePiece *a, const DlDatePiece *b)
{
  guint first;

  return find_before (self->passage, a->first, self->between, &first) != NULL ||
         (b->after < dl_passage_get_n_tokens (self->passage) &&
          dl_passage_find_edge (self->passage, b->after, self->between_after) != NULL);
}

static gboolean
span_how (Composer *self, DlDatePiece *a, DlDatePiece *b, gboolean is_small)
{
  const DlEdge *edge = find_between (self, a, b, self->to);
  guint first;
  DlDateSpan how = DL_DATE_SPAN_PLAIN;

  if (edge == NULL || a->is_typed || b->is_typed ||
      !is_same_sentence (self->passage, a->first, b->first))
    return FALSE;
  if (strcmp (get_value (self->passage, edge), "and") == 0 && !is_between (self, a, b))
    return FALSE;
  if (is_marked (self, a, &first))
    how = is_small ? DL_DATE_SPAN_SMALL : DL_DATE_SPAN_MARKED;
  else if (is_small)
    return FALSE;
  if (!dl_date_expression_can_span (a->expression, b->expression, how))
    return FALSE;
  if (!a->is_part && !b->is_part)
    {
      a->start = (DlDateEnd){ a->first, a->after };
      a->end = (DlDateEnd){ b->first, b->after };
    }
  dl_date_piece_merge (a, b, "/ ");

  return TRUE;
}

static gboolean
span (Composer *self, DlDatePiece *a, DlDatePiece *b)
{
  return span_how (self, a, b, FALSE);
}

/* First of all, so that the day before them holds for both. */
static gboolean
span_small (Composer *self, DlDatePiece *a, DlDatePiece *b)
{
  return span_how (self, a, b, TRUE);
}

typedef gboolean (*TakeFunc) (Composer *self, DlDatePiece *a, DlDatePiece *b);

static void
fold_pieces (Composer *self, GArray *pieces, TakeFunc take)
{
  for (guint i = 0; i + 1 < pieces->len;)
    {
      DlDatePiece *a = &g_array_index (pieces, DlDatePiece, i);

      if (take (self, a, a + 1))
        g_array_remove_index (pieces, i + 1);
      else
        i++;
    }
}

static void
extend_pieces (Composer *self, GArray *pieces)
{
  guint floor = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      DlDatePiece *piece = &g_array_index (pieces, DlDatePiece, i);

      add_leads (self, piece, floor);
      add_tail (self, piece);
      floor = piece->after;
    }
}

/* A time by itself: “by 15:00” is when it happened, “until 8 p.m. on Sunday” is not. */
static gboolean
is_clock (const DlDatePiece *piece)
{
  g_autoptr (DlDateExpression) expression = dl_date_expression_new (piece->expression);

  return dl_date_parts_get_levels (&expression->start) == DL_DATE_LEVEL_CLOCK;
}

static void
add_bound (Composer *self, DlDatePiece *piece)
{
  DlPassage *passage = self->passage;
  const DlEdge *edge;
  guint first;

  if (piece->is_typed || is_clock (piece) || dl_date_piece_is_range (piece))
    return;

  edge = find_bound (self, piece, &first);
  if (edge == NULL && piece->after < dl_passage_get_n_tokens (passage))
    edge = dl_passage_find_edge (passage, piece->after, self->bound_after);
  if (edge != NULL)
    dl_date_piece_add (piece, get_value (passage, edge));
}

static void
drop_parts (GArray *pieces)
{
  for (guint i = pieces->len; i > 0; i--)
    {
      if (g_array_index (pieces, DlDatePiece, i - 1).is_part)
        g_array_remove_index (pieces, i - 1);
    }
}

static guint
find_class (DlPassage *passage, const char *name)
{
  return dl_lexicon_find_class (passage->reading->lexicon, name);
}

/**
 * dl_date_composer_run:
 * @pieces: (element-type DlDatePiece): in the order of the text; changed in place
 *
 * Makes whole expressions of pieces that stand together.
 */
void
dl_date_composer_run (DlPassage *passage, GArray *pieces)
{
  Composer self = {
    .passage = passage,
    .lead = find_class (passage, "date-lead"),
    .length = find_class (passage, "duration-lead"),
    .tail = find_class (passage, "date-tail"),
    .join = find_class (passage, "date-join"),
    .to = find_class (passage, "date-to"),
    .between = find_class (passage, "date-between"),
    .between_after = find_class (passage, "date-between-after"),
    .bound = find_class (passage, "date-bound"),
    .bound_after = find_class (passage, "date-bound-after"),
    .gap = find_class (passage, "date-gap"),
  };

  extend_pieces (&self, pieces);
  fold_pieces (&self, pieces, span_small);
  fold_pieces (&self, pieces, join);
  fold_pieces (&self, pieces, repeat);
  fold_pieces (&self, pieces, span);
  drop_parts (pieces);
  extend_pieces (&self, pieces);
  for (guint i = 0; i < pieces->len; i++)
    add_bound (&self, &g_array_index (pieces, DlDatePiece, i));
}
