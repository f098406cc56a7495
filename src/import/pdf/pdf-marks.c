/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-marks.h"

#include <string.h>

#include "deadline.h"

/* The marks of lists, “•”, “1.”, “(a)”, “2.1”: often they stand so far before their line that they
 * look like a column, and are given back to it. */

#define BULLETS "•‣◦▪▫●○■□–*➢"
#define MAX_MARK 6 /* bytes */
/* Times the size of the letters. */
#define MAX_DISTANCE 3.0

/* Lines of a page among which is looked for theirs. */
#define MAX_LINES 5000

gboolean
dl_pdf_marks_is_bullet (gunichar c)
{
  return g_utf8_strchr (BULLETS, -1, c) != NULL;
}

/* Returns: whether @word, alone before others, begins an item */
gboolean
dl_pdf_marks_is_mark (const char *word)
{
  gsize length = strlen (word);

  if (*g_utf8_next_char (word) == '\0')
    return dl_pdf_marks_is_bullet (g_utf8_get_char (word));
  if (*word == '(')
    return length <= MAX_MARK && word[length - 1] == ')';

  return length <= 4 && g_ascii_isdigit (*word) && strspn (word, "0123456789") == length - 1 &&
         strchr (".)", word[length - 1]) != NULL;
}

/* The numbers of sections too, if they stand apart. */
static gboolean
is_apart (const DlPdfPage *page, const DlPdfLine *line)
{
  const char *word = dl_pdf_page_get_word (page, line->first)->text;

  return line->end - line->first == 1 &&
         (dl_pdf_marks_is_mark (word) ||
          (strlen (word) <= MAX_MARK && strspn (word, "0123456789.") == strlen (word)));
}

/* Whether @line stands behind @mark, seen in the direction of the script. */
static gboolean
is_behind (const DlPdfLine *mark, const DlPdfLine *line)
{
  double middle = (mark->box.y1 + mark->box.y2) / 2;
  double right = line->box.x1 - mark->box.x2;
  double left = mark->box.x1 - line->box.x2;

  return line != mark && middle > line->box.y1 && middle < line->box.y2 && MAX (left, right) >= 0 &&
         MAX (left, right) <= MAX_DISTANCE * line->size;
}

static DlPdfLine *
find_line (const DlPdfPage *page, const DlPdfLine *mark)
{
  for (guint i = 0; i < page->lines->len && !dl_deadline_is_over (); i++)
    {
      DlPdfLine *line = dl_pdf_page_get_line (page, i);

      if (line->mark == NULL && is_behind (mark, line) && !is_apart (page, line))
        return line;
    }

  return NULL;
}

/**
 * dl_pdf_marks_attach:
 *
 * Gives marks that stand apart to the lines of @page that they belong to.
 */
void
dl_pdf_marks_attach (DlPdfPage *page)
{
  GArray *lines;

  if (page->lines->len > MAX_LINES)
    return;

  lines = g_array_new (FALSE, FALSE, sizeof (DlPdfLine));
  for (guint i = 0; i < page->lines->len; i++)
    {
      DlPdfLine *line = dl_pdf_page_get_line (page, i);
      DlPdfLine *its = is_apart (page, line) ? find_line (page, line) : NULL;

      if (its != NULL)
        its->mark = dl_pdf_page_get_word (page, line->first)->text;
      line->is_mark = its != NULL;
    }
  for (guint i = 0; i < page->lines->len; i++)
    if (!dl_pdf_page_get_line (page, i)->is_mark)
      g_array_append_val (lines, *dl_pdf_page_get_line (page, i));
  g_array_unref (page->lines);
  page->lines = lines;
}
