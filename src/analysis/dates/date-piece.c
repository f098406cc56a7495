/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-piece.h"

#include <string.h>

/* An expression of time, or a part of one, and how it grows. */

/* Begins the value of words that speak of a place's own time. */
#define LOCAL "local"

void
dl_date_piece_clear (gpointer data)
{
  DlDatePiece *piece = data;

  g_free (piece->expression);
}

static void
add_fields (DlDatePiece *piece, const char *fields)
{
  char *longer;

  if (*fields == '\0')
    return;
  longer = g_strconcat (piece->expression, " ", fields, NULL);
  g_free (piece->expression);
  piece->expression = longer;
}

/* Returns: whether it is a range of dates */
gboolean
dl_date_piece_is_range (const DlDatePiece *piece)
{
  return strstr (piece->expression, " / ") != NULL;
}

/**
 * dl_date_piece_add:
 * @value: of a lead, a tail or a bound
 *
 * Adds what a word beside it says to the piece.
 */
void
dl_date_piece_add (DlDatePiece *piece, const char *value)
{
  if (!g_str_has_prefix (value, LOCAL))
    {
      add_fields (piece, value);
      return;
    }

  piece->is_local = TRUE;
  if (value[strlen (LOCAL)] == ':')
    piece->clock = g_intern_string (value + strlen (LOCAL) + 1);
}

/**
 * dl_date_piece_merge:
 * @between: “/ ” for a range, or “”
 *
 * Takes @b, which stands behind @a, into it.
 */
void
dl_date_piece_merge (DlDatePiece *a, const DlDatePiece *b, const char *between)
{
  g_autofree char *fields = g_strconcat (between, b->expression, NULL);

  add_fields (a, fields);
  a->after = b->after;
  a->is_local |= b->is_local;
  a->clock = a->clock != NULL ? a->clock : b->clock;
  a->is_part = FALSE;
  if (b->rule->certainty > a->rule->certainty)
    a->rule = b->rule;
}
