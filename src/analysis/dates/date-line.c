/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-line.h"

#include <string.h>
#include <unicode/uchar.h>

#include "date-expression.h"

/* The day of publication where only the text has it: in a line of its own near the head
 * (“Wednesday, 7 September 2016”, “Published 7 September 2016, 09:30”), or in what news agencies
 * begin with (“HANOI, 13 October 2021 – The ministers …”, “Hanoi, 13 October 2021. The …”). */

/* How far from the head such a line stands, blocks. */
#define MAX_BLOCK 5
/* Words beside the date in a line that is there for its date: “Published on”. */
#define MAX_WORDS 2
/* A block that is longer is no such line; bytes. */
#define MAX_LINE 300
/* What stands before and after the date of an agency, up to the dash, bytes. */
#define MAX_BEFORE 40
#define MAX_DASH 24
/* The longest name of a town, words: “San Pedro de Macorís”. */
#define MAX_TOWN 4

/* What parts a town from the date behind it, in any script. */
#define COMMAS ",(،、，（"

static const char *const DASHES[] = { "—", "–", "--", " - " };

static guint
count_words (const char *text, gsize start, gsize end)
{
  gboolean in_word = FALSE;
  guint n = 0;

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      gboolean letter = g_unichar_isalpha (g_utf8_get_char (p));

      n += letter && !in_word;
      in_word = letter;
    }

  return n;
}

/* Whether there is a sentence within, told by the mark that ends one. */
static gboolean
has_sentence (const char *text, DlSpan span)
{
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    {
      if (u_hasBinaryProperty (g_utf8_get_char (p), UCHAR_S_TERM))
        return TRUE;
    }

  return FALSE;
}

/* Whether a story follows of which the line may be the head: a date that stands alone is
 * a note, and one under a text is its last word. */
static gboolean
is_head (DlReading *reading, guint block)
{
  const guint n = dl_article_get_n_blocks (reading->article);
  const char *text = dl_article_get_text (reading->article);

  for (guint i = block + 1; i < n; i++)
    {
      DlSpan span = dl_block_get_span (dl_article_get_block (reading->article, i));

      if (count_words (text, span.start, span.end) > MAX_WORDS && has_sentence (text, span))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_line (const char *text, DlSpan block, DlSpan date)
{
  return block.end - block.start <= MAX_LINE &&
         count_words (text, block.start, date.start) + count_words (text, date.end, block.end) <=
           MAX_WORDS;
}

/* Whether it stands at the head of @block, or is set off there from a town. */
static gboolean
is_set_off (const char *text, DlSpan block, DlSpan date)
{
  const char *start = text + block.start;
  const char *before = g_utf8_find_prev_char (start, text + date.start);

  while (before != NULL && g_unichar_isspace (g_utf8_get_char (before)))
    before = g_utf8_find_prev_char (start, before);

  return before == NULL || g_utf8_strchr (COMMAS, -1, g_utf8_get_char (before)) != NULL;
}

static gboolean
is_before_dash (const char *text, DlSpan block, DlSpan date)
{
  g_autofree char *after = g_strndup (text + date.end, MIN (MAX_DASH, block.end - date.end));

  if (date.start - block.start > MAX_BEFORE || !is_set_off (text, block, date))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (DASHES); i++)
    {
      const char *dash = strstr (after, DASHES[i]);

      if (dash != NULL)
        return has_sentence (text, (DlSpan){ date.end + (dash - after), block.end });
    }

  return FALSE;
}

/* Nothing but the town and the date, up to a stop. */
static gboolean
is_with_town (const char *text, DlSpan block, DlSpan date)
{
  return date.start - block.start <= MAX_LINE &&
         count_words (text, block.start, date.start) <= MAX_TOWN && date.start > block.start + 2 &&
         strncmp (text + date.start - 2, ", ", 2) == 0 && date.end + 1 < block.end &&
         strchr (".:", text[date.end]) != NULL && text[date.end + 1] == ' ';
}

/* Returns: (transfer full) (nullable): the day that @timex names in full */
static DlDate *
get_day (const DlTimex *timex)
{
  g_autoptr (DlDateExpression) expression = dl_date_expression_new (timex->expression);
  const DlDatePoint *point = &expression->start.point;

  if (timex->end != DL_TIMEX_WHOLE || expression->is_range || point->year == DL_YEAR_UNKNOWN ||
      point->month == 0 || point->day == 0)
    return NULL;

  return dl_date_new_ymd (point->year, point->month, point->day);
}

/* “3 May 2020 – Talks begin.  5 May 2020 – …”: paragraphs that begin with their days. */
static gboolean
is_chronicle (DlReading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->candidates->len && n < 2; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      DlBlock *block = dl_article_get_block (reading->article, candidate->block);
      g_autoptr (DlDate) day = NULL;

      if (candidate->timex == NULL || candidate->span.start != dl_block_get_span (block).start)
        continue;
      day = get_day (candidate->timex);
      n += day != NULL;
    }

  return n >= 2;
}

static gboolean
is_date_of_article (DlReading *reading, const DlCandidate *candidate)
{
  const char *text = dl_article_get_text (reading->article);
  const DlSpan block =
    dl_block_get_span (dl_article_get_block (reading->article, candidate->block));

  return (is_line (text, block, candidate->span) && is_head (reading, candidate->block)) ||
         is_before_dash (text, block, candidate->span) ||
         is_with_town (text, block, candidate->span);
}

/**
 * dl_date_line_find:
 *
 * Returns: (transfer full) (nullable): the day that the article says it is of, if it does
 */
DlDate *
dl_date_line_find (DlReading *reading)
{
  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      DlDate *day;

      if (candidate->timex == NULL || candidate->block >= MAX_BLOCK ||
          !is_date_of_article (reading, candidate))
        continue;
      day = get_day (candidate->timex);
      if (day == NULL)
        continue;
      if (is_chronicle (reading))
        g_clear_pointer (&day, dl_date_unref);
      return day;
    }

  return NULL;
}
