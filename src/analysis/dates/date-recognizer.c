/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-recognizer.h"

#include <string.h>

#include "date-composer.h"
#include "date-count.h"
#include "numeral.h"

/* What the rules of stage “dates” say in their attributes:
 *
 *   value=   the expression of DlDateExpression, in which {name} stands for a capture: the
 *            value of the word it is, else its text; a field whose capture is empty is
 *            left out; {name/2} writes at least two digits
 *   type=    DURATION or SET; otherwise what the expression is
 *   alone=   "no": it is a date only together with another one next to it
 *   ends=    the captures that are the ends of a range, where each is a date by itself
 *   tense=   "past" or "future": of a verb; such a rule has no kind; "likely": what is planned
 *            looks ahead, unless the day has just been
 *
 * A rule with neither kind nor tense keeps what it matches from being a date. */

typedef struct
{
  GArray *pieces; /* of DlDatePiece */
  GArray *tenses; /* of DlDateTense */
} Found;

/* The ASCII digits of a number, else the text as it is once folded. */
static void
append_text (GString *out, DlPassage *passage, const DlCapture *capture)
{
  const DlFold *fold = passage->matcher->fold;
  const char *p = fold->text + dl_passage_get_token (passage, capture->first)->start;
  const char *end = fold->text + dl_passage_get_token (passage, capture->after - 1)->end;
  guint value, digits;

  if (dl_numeral_read (p, end - p, &value, &digits))
    {
      g_string_append_printf (out, "%0*u", (int) digits, value);
      return;
    }
  for (; p < end; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c))
        g_string_append_c (out, '0' + g_unichar_digit_value (c));
      else if (c == ',' || c == '.')
        g_string_append_c (out, '.');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
    }
}

static gboolean
append_capture (GString *out, DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlCapture *capture = dl_match_find (passage, match, name);
  const DlEdge *edge = dl_capture_get_edge (passage, capture);

  if (capture == NULL || capture->after <= capture->first)
    return FALSE;
  if (edge != NULL)
    g_string_append (out, dl_tables_string (passage->reading->tables, edge->value));
  else
    append_text (out, passage, capture);

  return TRUE;
}

/* Fills in one field; returns: whether all its captures were there. */
static gboolean
append_field (GString *out, DlPassage *passage, const DlMatch *match, const char *field)
{
  while (*field != '\0')
    {
      const char *close = *field == '{' ? strchr (field, '}') : NULL;
      g_autofree char *name = NULL;
      gboolean is_padded;
      gsize before;

      if (close == NULL)
        {
          g_string_append_c (out, *field++);
          continue;
        }
      name = g_strndup (field + 1, close - field - 1);
      before = out->len;
      is_padded = g_str_has_suffix (name, "/2");
      name[strlen (name) - (is_padded ? 2 : 0)] = '\0';
      if (!append_capture (out, passage, match, name))
        return FALSE;
      if (is_padded && out->len == before + 1)
        g_string_insert_c (out, before, '0');
      field = close + 1;
    }

  return TRUE;
}

static char *
fill_in (DlPassage *passage, const DlMatch *match, const char *template)
{
  g_auto (GStrv) fields = g_strsplit (template, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const gsize before = out->len;

      if (before > 0)
        g_string_append_c (out, ' ');
      if (!append_field (out, passage, match, fields[i]))
        g_string_truncate (out, before);
    }

  return g_string_free (out, FALSE);
}

static gboolean
find_type (const char *name, DlTimexType *type)
{
  for (*type = DL_TIMEX_DATE; *type <= DL_TIMEX_SET; (*type)++)
    {
      if (g_strcmp0 (dl_timex_type_get_nick (*type), name) == 0)
        return TRUE;
    }
  *type = DL_TIMEX_DATE;

  return FALSE;
}

static void
add_tense (Found *found, const DlMatch *match, const char *tense)
{
  DlDateTense mark = { match->first, strcmp (tense, "past") == 0     ? -1
                                     : strcmp (tense, "likely") == 0 ? DL_DATE_TENSE_LIKELY
                                                                     : 1 };

  g_array_append_val (found->tenses, mark);
}

static DlDateEnd
find_end (DlPassage *passage, const DlMatch *match, const char *name)
{
  const DlCapture *capture = name != NULL ? dl_match_find (passage, match, name) : NULL;

  return capture != NULL ? (DlDateEnd){ capture->first, capture->after } : (DlDateEnd){ 0, 0 };
}

static void
set_ends (DlPassage *passage, const DlMatch *match, DlDatePiece *piece)
{
  const char *ends = dl_match_get_attribute (passage, match, "ends");
  g_auto (GStrv) names = ends != NULL ? g_strsplit (ends, " ", 2) : NULL;

  if (names == NULL)
    return;
  piece->start = find_end (passage, match, names[0]);
  piece->end = find_end (passage, match, names[1]);
}

/* “Jean-Noël”: a given name before the hyphen makes it one too. */
static gboolean
is_in_name (DlPassage *passage, guint first)
{
  const guint given = dl_lexicon_find_class (passage->reading->lexicon, "given-name");

  return first >= 2 && dl_passage_is_glued (passage, first) &&
         dl_passage_is_glued (passage, first - 1) &&
         dl_passage_is_token (passage, first - 1, "-") &&
         dl_passage_find_edge (passage, first - 2, given) != NULL &&
         (dl_passage_get_token (passage, first)->flags & DL_CHAR_UPPER);
}

static void
add_match (DlPassage *passage, const DlMatch *match, gpointer user_data)
{
  Found *found = user_data;
  const char *tense = dl_match_get_attribute (passage, match, "tense");
  const char *template = dl_match_get_attribute (passage, match, "value");
  DlDatePiece piece = { match->first, match->after, match->rule };

  if (tense != NULL)
    add_tense (found, match, tense);
  if (match->rule->kind != DL_KIND_DATE || template == NULL || is_in_name (passage, match->first))
    return;

  piece.is_typed = find_type (dl_match_get_attribute (passage, match, "type"), &piece.type);
  piece.is_part = dl_match_get_attribute (passage, match, "alone") != NULL;
  piece.expression = fill_in (passage, match, template);
  set_ends (passage, match, &piece);
  g_array_append_val (found->pieces, piece);
}

/* So much farther away a verb counts that stands on the wrong side of the date. */
#define WRONG_SIDE 1000

/* How far the verb is from the date that it may tell the tense of: one before it counts as
 * nearer, but in Japanese and Korean the verb closes its clause, and one before is another's. */
static guint
get_distance (DlPassage *passage, const DlDateTense *mark, const DlDatePiece *piece)
{
  const gboolean is_before = mark->token < piece->first;
  const guint tokens = is_before ? piece->first - mark->token : mark->token - piece->first;

  if (passage->language == DL_LANGUAGE_JA || passage->language == DL_LANGUAGE_KO)
    return is_before ? tokens + WRONG_SIDE : tokens;

  return is_before ? tokens : 2 * tokens;
}

/* The tense of the nearest verb in the sentence. */
static int
find_tense (DlPassage *passage, GArray *tenses, const DlDatePiece *piece)
{
  const DlTokenRange *sentence = dl_passage_find_sentence (passage, piece->first);
  guint least = G_MAXUINT;
  int tense = 0;

  for (guint i = 0; i < tenses->len; i++)
    {
      const DlDateTense *mark = &g_array_index (tenses, DlDateTense, i);
      guint distance;

      if (mark->token < sentence->first || mark->token >= sentence->after)
        continue;
      distance = get_distance (passage, mark, piece);
      if (distance < least)
        {
          least = distance;
          tense = mark->tense;
        }
    }

  return tense;
}

/* @end: which part of a range; a range itself is of the type of its start */
static DlTimexType
get_type (const DlDatePiece *piece, DlTimexEnd end)
{
  g_autoptr (DlDateExpression) expression = NULL;
  DlDateLevels levels;

  if (piece->is_typed)
    return piece->type;
  expression = dl_date_expression_new (piece->expression);
  if (expression->value != NULL)
    return DL_TIMEX_DATE;

  levels = dl_date_parts_get_levels (end == DL_TIMEX_END ? &expression->end : &expression->start);

  return levels & (DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_PART) ? DL_TIMEX_TIME : DL_TIMEX_DATE;
}

static DlCandidate *
make_candidate (DlPassage *passage, const DlDatePiece *piece, DlTimexEnd end, int tense)
{
  DlCandidate *candidate =
    dl_candidate_new (DL_KIND_DATE, dl_tables_string (passage->reading->tables, piece->rule->id),
                      piece->rule->certainty);

  candidate->timex = dl_timex_new (get_type (piece, end), piece->expression);
  candidate->timex->end = end;
  candidate->timex->tense = tense;
  candidate->timex->local_time = piece->is_local;
  candidate->timex->clock = piece->clock;

  return candidate;
}

static void
add_end (DlPassage *passage, DlCandidate *range, const DlDatePiece *piece, DlTimexEnd which)
{
  const DlDateEnd *end = which == DL_TIMEX_START ? &piece->start : &piece->end;
  DlCandidate *candidate = make_candidate (passage, piece, which, range->timex->tense);

  candidate->same = range;
  dl_passage_add (passage, candidate, end->first, end->after);
}

/* A range, and the ends of it that are dates by themselves. */
static void
add_candidates (DlPassage *passage, const DlDatePiece *piece, int tense)
{
  DlCandidate *candidate = make_candidate (passage, piece, DL_TIMEX_WHOLE, tense);

  candidate->timex->has_ends = piece->start.after > 0 && piece->end.after > 0;
  dl_passage_add (passage, candidate, piece->first, piece->after);
  if (!candidate->timex->has_ends)
    return;
  add_end (passage, candidate, piece, DL_TIMEX_START);
  add_end (passage, candidate, piece, DL_TIMEX_END);
}

/**
 * dl_date_recognizer_run:
 * @grammar: of stage “dates”
 *
 * Adds a candidate for each expression of time in the passage.
 */
void
dl_date_recognizer_run (DlPassage *passage, DlGrammar *grammar)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (DlDatePiece));
  g_autoptr (GArray) tenses = g_array_new (FALSE, FALSE, sizeof (DlDateTense));
  Found found = { pieces, tenses };

  g_array_set_clear_func (pieces, dl_date_piece_clear);
  dl_grammar_run (grammar, passage, add_match, &found);
  dl_date_composer_run (passage, pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      const DlDatePiece *piece = &g_array_index (pieces, DlDatePiece, i);

      add_candidates (passage, piece, find_tense (passage, tenses, piece));
    }
}
