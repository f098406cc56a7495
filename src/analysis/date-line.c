/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-line.h"

#include <string.h>

#include "date-expression.h"

/* The day of publication where only the text has it: in a line of its own near the head
 * (“Wednesday, 7 September 2016”, “Published 7 September 2016, 09:30”), or in what news agencies
 * begin with (“HANOI, 13 October 2021 – The ministers …”, “Hanoi, 13 October 2021. The …”). */

/* How far from the head such a line stands, blocks. */
#define MAX_BLOCK 5
/* Words beside the date in a line that is there for its date: “Published on”. */
#define MAX_WORDS 2
/* A text shorter than this is a note, not an article with a head; bytes. */
#define MIN_TEXT 300
/* A block that is longer is no such line; bytes. */
#define MAX_LINE 300
/* What stands before and after the date of an agency, up to the dash, bytes. */
#define MAX_BEFORE 40
#define MAX_DASH 24
/* The longest name of a town, words: “San Pedro de Macorís”. */
#define MAX_TOWN 4

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

static gboolean
is_line (const char *text, DlSpan block, DlSpan date)
{
  return block.end - block.start <= MAX_LINE &&
         count_words (text, block.start, date.start) + count_words (text, date.end, block.end) <=
           MAX_WORDS;
}

static gboolean
is_before_dash (const char *text, DlSpan block, DlSpan date)
{
  g_autofree char *after = g_strndup (text + date.end, MIN (MAX_DASH, block.end - date.end));

  if (date.start - block.start > MAX_BEFORE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (DASHES); i++)
    {
      if (strstr (after, DASHES[i]) != NULL)
        return TRUE;
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

/**
 * dl_date_line_find:
 *
 * Returns: (transfer full) (nullable): the day that the article says it is of, if it does
 */
DlDate *
dl_date_line_find (DlReading *reading)
{
  const char *text = dl_article_get_text (reading->article);

  if (dl_article_get_length (reading->article) < MIN_TEXT)
    return NULL;

  for (guint i = 0; i < reading->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (reading->candidates, i);
      DlSpan block;

      if (candidate->timex == NULL || candidate->block >= MAX_BLOCK)
        continue;
      block = dl_block_get_span (dl_article_get_block (reading->article, candidate->block));
      if (is_line (text, block, candidate->span) || is_before_dash (text, block, candidate->span) ||
          is_with_town (text, block, candidate->span))
        {
          DlDate *day = get_day (candidate->timex);

          if (day != NULL)
            return day;
        }
    }

  return NULL;
}
