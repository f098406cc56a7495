/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-document.h"

#include <math.h>
#include <string.h>

#include "timestamp.h"

/* What dateline-pdf says of a document, as src/pdf/main.c describes it.  Its words come from bytes
 * that nobody trusts, so a line of the answer that is not as it should be is passed over. */

/* No page is larger, 20 m, and no letter; points. */
#define MAX_LENGTH 60000

static void
free_page (gpointer data)
{
  DlPdfPage *self = data;

  g_array_unref (self->words);
  g_array_unref (self->lines);
  g_free (self);
}

/* Ends the field at @p and moves @p behind it.
 *
 * Returns: (nullable): the field */
static char *
take_field (char **p)
{
  char *field = *p;
  char *tab = field != NULL ? strchr (field, '\t') : NULL;

  if (tab != NULL)
    *tab = '\0';
  *p = tab != NULL ? tab + 1 : NULL;

  return field;
}

static gboolean
take_number (char **p, double *number)
{
  const char *field = take_field (p);
  char *end = NULL;

  *number = field != NULL ? g_ascii_strtod (field, &end) : 0;

  return field != NULL && end > field && isfinite (*number) && fabs (*number) < MAX_LENGTH;
}

static void
add_page (DlPdfDocument *self, char *fields)
{
  DlPdfPage *page = g_new0 (DlPdfPage, 1);

  take_number (&fields, &page->width);
  take_number (&fields, &page->height);
  page->words = g_array_new (FALSE, FALSE, sizeof (DlPdfWord));
  page->lines = g_array_new (FALSE, FALSE, sizeof (DlPdfLine));
  g_ptr_array_add (self->pages, page);
}

static void
add_word (DlPdfPage *page, char *fields)
{
  DlPdfWord word;
  double bold;
  double *const numbers[] = { &word.box.x1, &word.box.y1, &word.box.x2,
                              &word.box.y2, &word.size,   &bold };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!take_number (&fields, numbers[i]))
      return;
  if (fields == NULL || *fields == '\0' || word.box.x2 < word.box.x1 || word.box.y2 < word.box.y1)
    return;
  /* a font may say that it has no size */
  word.size = MAX (word.size, 1);
  word.bold = bold != 0;
  word.text = fields;
  g_array_append_val (page->words, word);
}

/* The line that the words from @first on stand in. */
static void
end_line (DlPdfPage *page, guint first)
{
  if (page != NULL && first < page->words->len)
    {
      DlPdfLine line = dl_pdf_page_measure (page, first, page->words->len);

      g_array_append_val (page->lines, line);
    }
}

/**
 * dl_pdf_document_parse:
 * @answer: of dateline-pdf, UTF-8
 *
 * Returns: (transfer full): the document
 */
DlPdfDocument *
dl_pdf_document_parse (GBytes *answer)
{
  DlPdfDocument *self = g_new0 (DlPdfDocument, 1);
  DlPdfPage *page = NULL;
  guint first = 0;
  gsize length;
  const char *data = g_bytes_get_data (answer, &length);

  self->data = g_strndup (data != NULL ? data : "", length);
  self->pages = g_ptr_array_new_with_free_func (free_page);
  for (char *line = self->data, *next; line != NULL; line = next)
    {
      const char *kind;

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      kind = take_field (&line);
      if (g_str_equal (kind, "word") && page != NULL)
        {
          add_word (page, line);
          continue;
        }
      end_line (page, first);
      if (g_str_equal (kind, "page"))
        {
          add_page (self, line);
          page = dl_pdf_document_get_page (self, self->pages->len - 1);
        }
      else if (g_str_equal (kind, "title"))
        self->title = line;
      else if (g_str_equal (kind, "author"))
        self->author = line;
      else if (g_str_equal (kind, "date") && self->created == NULL)
        self->created = dl_timestamp_parse (line);
      first = page != NULL ? page->words->len : 0;
    }
  end_line (page, first);

  return self;
}

void
dl_pdf_document_free (DlPdfDocument *self)
{
  g_ptr_array_unref (self->pages);
  g_clear_pointer (&self->created, dl_date_unref);
  g_free (self->data);
  g_free (self);
}

/**
 * dl_pdf_page_measure:
 * @first: of its words, at least one
 * @end: behind the last
 *
 * Returns: the line that these words make
 */
DlPdfLine
dl_pdf_page_measure (const DlPdfPage *self, guint first, guint end)
{
  DlPdfLine line = { .box = dl_pdf_page_get_word (self, first)->box,
                     .first = first,
                     .end = end,
                     .bold = TRUE };
  gsize longest = 0;

  for (guint i = first; i < end; i++)
    {
      const DlPdfWord *word = dl_pdf_page_get_word (self, i);
      gsize length = strlen (word->text);

      line.box.x1 = MIN (line.box.x1, word->box.x1);
      line.box.y1 = MIN (line.box.y1, word->box.y1);
      line.box.x2 = MAX (line.box.x2, word->box.x2);
      line.box.y2 = MAX (line.box.y2, word->box.y2);
      line.bold = line.bold && word->bold;
      if (length > longest)
        {
          longest = length;
          line.size = word->size;
        }
    }

  return line;
}

/* Returns: (transfer full): its mark and its words, a space between two */
char *
dl_pdf_page_dup_text (const DlPdfPage *self, const DlPdfLine *line)
{
  GString *text = g_string_new (line->mark);

  for (guint i = line->first; i < line->end; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, dl_pdf_page_get_word (self, i)->text);
    }

  return g_string_free (text, FALSE);
}
