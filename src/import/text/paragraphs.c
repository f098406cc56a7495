/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paragraphs.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"

/* Finds the paragraphs of a plain text by the shape of its lines.
 *
 * A line is a paragraph.  Only where blank lines part the text into groups and no line is
 * longer than a typewriter's, a group whose lines are full is one paragraph: its writer broke
 * them at the margin, not at the end of a thought. */

/* Characters of the longest line that still may have been broken at a margin. */
#define MAX_MARGIN 100

/* A line is full if with the first word of the next one it would pass this part, in percent,
 * of the margin; of the lines of a group one in FULL_ONE_IN may be short. */
#define FULL_PERCENT 75
#define FULL_ONE_IN 4

/* Characters of the longest first line that is a title. */
#define MAX_TITLE 150

typedef struct
{
  DlSpan span; /* without white space at the ends */
  guint n_chars;
  guint first_word; /* its characters up to the first space */
  gboolean first;   /* of its group: a blank line, or nothing, stands before it */
} Line;

static DlSpan
trim (const char *text, gsize start, gsize end)
{
  while (start < end)
    {
      if (!g_unichar_isspace (g_utf8_get_char (text + start)))
        break;
      start = g_utf8_next_char (text + start) - text;
    }
  while (end > start)
    {
      const char *last = g_utf8_prev_char (text + end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last - text;
    }

  return (DlSpan){ start, end };
}

static Line
measure (const char *text, DlSpan span, gboolean first)
{
  Line line = { .span = span, .first = first };
  gboolean in_word = TRUE;

  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    {
      in_word = in_word && *p != ' ' && *p != '\t';
      line.first_word += in_word;
      line.n_chars++;
    }

  return line;
}

static GArray *
find_lines (const char *text, gsize length, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gboolean first = TRUE;

  for (gsize start = 0; start < length;)
    {
      const char *newline = memchr (text + start, '\n', length - start);
      gsize end = newline != NULL ? (gsize) (newline - text) : length;
      DlSpan span = trim (text, start, end);

      if (span.start == span.end)
        first = TRUE;
      else
        {
          Line line = measure (text, span, first);

          g_array_append_val (lines, line);
          first = FALSE;
        }
      if (lines->len > DL_PARAGRAPHS_MAX_LINES)
        {
          g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                       _ ("This text has more than %d lines. Split it into several files and "
                          "open them one by one."),
                       DL_PARAGRAPHS_MAX_LINES);
          return NULL;
        }
      start = end + 1;
    }

  return g_steal_pointer (&lines);
}

/* The margin the lines were broken at, or 0 if they were not.  A line of a single word, such
 * as an address of the web, cannot be broken and does not count. */
static guint
find_margin (GArray *lines)
{
  guint margin = 0;
  gboolean has_groups = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->first_word < line->n_chars)
        margin = MAX (margin, line->n_chars);
      has_groups = has_groups || (i > 0 && line->first);
    }

  return has_groups && margin <= MAX_MARGIN ? margin : 0;
}

static guint
find_group_end (GArray *lines, guint first)
{
  guint end = first + 1;

  while (end < lines->len && !g_array_index (lines, Line, end).first)
    end++;

  return end;
}

static gboolean
is_wrapped (GArray *lines, guint first, guint end, guint margin)
{
  guint n_short = 0;

  if (margin == 0 || end - first < 2)
    return FALSE;

  for (guint i = first; i + 1 < end; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = line + 1;

      if ((line->n_chars + 1 + next->first_word) * 100 <= margin * FULL_PERCENT)
        n_short++;
    }

  return n_short * FULL_ONE_IN <= end - first - 1;
}

static gboolean
ends_a_sentence (const char *text, DlSpan span)
{
  static const gunichar marks[] = { '.',    '!',    '?',    ':',    ';',    ',',    0x2026,
                                    0x3002, 0xFF01, 0xFF1F, 0xFF1A, 0xFF1B, 0xFF0C, 0x3001,
                                    0x060C, 0x061B, 0x061F, 0x06D4, 0x0964 };
  gunichar last = g_utf8_get_char (g_utf8_prev_char (text + span.end));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (last == marks[i])
      return TRUE;

  return FALSE;
}

static gboolean
is_title (const char *text, GArray *lines)
{
  const Line *line;

  if (lines->len < 2)
    return FALSE;
  line = &g_array_index (lines, Line, 0);

  return line[1].first && line->n_chars <= MAX_TITLE && !ends_a_sentence (text, line->span);
}

static void
append (GArray *paragraphs, DlBlockKind kind, const Line *first, const Line *last)
{
  DlParagraph paragraph = {
    .kind = kind,
    .span = { first->span.start, last->span.end },
    .n_lines = last - first + 1,
  };

  g_array_append_val (paragraphs, paragraph);
}

static void
append_group (GArray *paragraphs, GArray *lines, guint first, guint end, guint margin)
{
  const Line *line = &g_array_index (lines, Line, 0);

  if (is_wrapped (lines, first, end, margin))
    append (paragraphs, DL_BLOCK_PARAGRAPH, line + first, line + end - 1);
  else
    for (guint i = first; i < end; i++)
      append (paragraphs, DL_BLOCK_PARAGRAPH, line + i, line + i);
}

/**
 * dl_paragraphs_find:
 * @text: UTF-8; its lines end in LF or CR LF
 *
 * A short first line without a mark of punctuation at its end, and a blank line after it, is
 * the title.
 *
 * Returns: (transfer full) (element-type DlParagraph): in the order of the text, not
 *   overlapping, empty if the text is blank; or %NULL with %DL_ERROR_TOO_LARGE set if it has
 *   more than %DL_PARAGRAPHS_MAX_LINES lines that are not blank
 */
GArray *
dl_paragraphs_find (const char *text, gsize length, GError **error)
{
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (DlParagraph));
  g_autoptr (GArray) lines = NULL;
  guint margin;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lines = find_lines (text, length, error);
  if (lines == NULL)
    return NULL;

  margin = find_margin (lines);
  for (guint first = 0; first < lines->len;)
    {
      guint end = find_group_end (lines, first);

      append_group (paragraphs, lines, first, end, margin);
      first = end;
    }
  if (is_title (text, lines))
    g_array_index (paragraphs, DlParagraph, 0).kind = DL_BLOCK_TITLE;

  return g_steal_pointer (&paragraphs);
}
