/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-expression.h"
#include "match.h"
#include "timex.h"

G_BEGIN_DECLS

/* The tokens of one end of a range. */
typedef struct
{
  guint32 first, after;
} DlDateEnd;

/**
 * DlDatePiece:
 * @first: its first token
 * @after: the token after its last
 * @rule: that found it
 * @expression: owned: what it says
 * @is_typed: the rule says of which @type it is
 * @is_part: it is a date only together with another piece
 * @is_local: the text says that it counts in the place's own time
 * @clock: interned, or %NULL: whose, as of #DlEventFields
 * @start: if @expression is a range, its first end where that is a date by itself; else empty
 * @end: the same of its last end
 *
 * An expression of time, or a part of one.
 */
typedef struct
{
  guint32 first, after;
  const DlRuleRecord *rule;
  char *expression;
  gboolean is_typed;
  DlTimexType type;
  gboolean is_part;
  gboolean is_local;
  const char *clock;
  DlDateEnd start, end;
} DlDatePiece;

void dl_date_piece_clear (gpointer piece);
gboolean dl_date_piece_is_range (const DlDatePiece *piece);
void dl_date_piece_add (DlDatePiece *piece, const char *value);
void dl_date_piece_merge (DlDatePiece *a, const DlDatePiece *b, const char *between);

G_END_DECLS
