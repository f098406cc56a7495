/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <poppler.h>

#include "pdf-exit.h"

/* A PDF document on standard input → its words and where they stand on standard output, for
 * src/import/pdf/pdf.c.  It is a program of its own, for three reasons: no document can bring down
 * who asked, the system itself sees to the limits of time and memory, and nobody loads a library
 * of PDF who opens none.
 *
 * The answer is lines of UTF-8, fields parted by tabs; lengths are points, from the upper left
 * corner of the page:
 *
 *   title TEXT, author TEXT, date TIMESTAMP     each at most once, before all pages
 *   page WIDTH HEIGHT
 *   line                                        the words that follow stand in one line
 *   word X1 Y1 X2 Y2 SIZE BOLD TEXT             of the page before, in an order of the library's
 */

/* Read at a time. */
#define CHUNK_BYTES (256 * 1024)

static void
set_limits (void)
{
  const struct rlimit time = { DL_PDF_MAX_SECONDS, DL_PDF_MAX_SECONDS };
  const struct rlimit memory = { DL_PDF_MAX_MEMORY, DL_PDF_MAX_MEMORY };
  const struct rlimit nothing = { 0, 0 };

  setrlimit (RLIMIT_CPU, &time);
  setrlimit (RLIMIT_AS, &memory);
  setrlimit (RLIMIT_CORE, &nothing);
  alarm (DL_PDF_MAX_SECONDS);
}

static GBytes *
read_input (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (;;)
    {
      guint length = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, length + CHUNK_BYTES);
      n = read (STDIN_FILENO, bytes->data + length, CHUNK_BYTES);
      if (n < 0 && errno == EINTR)
        n = 0;
      else if (n <= 0)
        {
          g_byte_array_set_size (bytes, length);
          return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
        }
      g_byte_array_set_size (bytes, length + n);
    }
}

/* What would end a field or a line becomes a space. */
static void
print_text (const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  for (char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < ' ' || *p == 0x7F)
      *p = ' ';
  puts (valid);
}

static void
print_field (const char *name, char *value)
{
  if (value != NULL && *value != '\0')
    {
      printf ("%s\t", name);
      print_text (value, -1);
    }
  g_free (value);
}

static void
print_metadata (PopplerDocument *document)
{
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

  print_field ("title", poppler_document_get_title (document));
  print_field ("author", poppler_document_get_author (document));
  if (created != NULL)
    print_field ("date", g_date_time_format_iso8601 (created));
}

typedef struct
{
  const PopplerRectangle *boxes; /* of the characters of the page */
  guint n_boxes;
  GList *attributes; /* (nullable): of the font of the next character, and of those behind it */
} Layout;

static const PopplerTextAttributes *
find_font (Layout *self, guint position)
{
  while (self->attributes != NULL)
    {
      const PopplerTextAttributes *font = self->attributes->data;

      if ((int) position <= font->end_index)
        return font;
      self->attributes = self->attributes->next;
    }

  return NULL;
}

static gboolean
is_bold (const PopplerTextAttributes *font)
{
  g_autofree char *name = font->font_name != NULL ? g_ascii_strdown (font->font_name, -1) : NULL;

  return name != NULL && (strstr (name, "bold") != NULL || strstr (name, "black") != NULL ||
                          strstr (name, "heavy") != NULL);
}

static void
print_word (const PopplerRectangle *box,
            const PopplerTextAttributes *font,
            const char *text,
            gsize length)
{
  const double numbers[] = { box->x1, MIN (box->y1, box->y2), box->x2, MAX (box->y1, box->y2),
                             font != NULL ? font->font_size : 0 };

  fputs ("word", stdout);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      printf ("\t%s", g_ascii_formatd (number, sizeof number, "%.2f", numbers[i]));
    }
  printf ("\t%d\t", font != NULL && is_bold (font));
  print_text (text, length);
}

static void
widen (PopplerRectangle *box, const PopplerRectangle *by)
{
  box->x1 = MIN (box->x1, by->x1);
  box->x2 = MAX (box->x2, by->x2);
  box->y1 = MIN (box->y1, by->y1);
  box->y2 = MAX (box->y2, by->y2);
}

/* The library sometimes says nothing between the end of a column and the head of the next. */
static gboolean
is_elsewhere (const PopplerRectangle *word, const PopplerRectangle *letter, double size)
{
  return letter->y1 >= word->y2 || letter->y2 <= word->y1 || letter->x1 > word->x2 + size ||
         letter->x2 < word->x1 - size;
}

/* @text has one box for each of its characters, spaces and newlines included.
 *
 * Returns: what it costs, as DL_PDF_MAX_TEXT counts */
static gsize
print_words (const char *text, Layout *layout)
{
  gboolean begins = TRUE;
  guint position = 0;
  gsize cost = 0;

  for (const char *p = text; *p != '\0' && position < layout->n_boxes && cost <= DL_PDF_MAX_TEXT;)
    {
      const char *start = p;
      PopplerRectangle box = layout->boxes[position];
      const PopplerTextAttributes *font = find_font (layout, position);

      if (begins && *p != ' ' && *p != '\n')
        {
          puts ("line");
          begins = FALSE;
        }
      while (*p != '\0' && *p != ' ' && *p != '\n' && position < layout->n_boxes)
        {
          begins = p > start && is_elsewhere (&box, &layout->boxes[position],
                                              font != NULL ? font->font_size : 0);
          if (begins)
            break;
          widen (&box, &layout->boxes[position++]);
          p = g_utf8_next_char (p);
        }
      if (p > start)
        {
          print_word (&box, font, start, p - start);
          cost += p - start + DL_PDF_WORD_COST;
          continue;
        }
      begins = begins || *p == '\n';
      position++;
      p++;
    }

  return cost;
}

/* Returns: what its text costs, as DL_PDF_MAX_TEXT counts */
static gsize
print_page (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  GList *attributes;
  Layout layout = { 0 };
  double width, height;
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];
  gsize cost;

  poppler_page_get_size (page, &width, &height);
  printf ("page\t%s\t%s\n", g_ascii_formatd (buffers[0], sizeof buffers[0], "%.2f", width),
          g_ascii_formatd (buffers[1], sizeof buffers[1], "%.2f", height));
  if (text == NULL || !poppler_page_get_text_layout (page, &boxes, &layout.n_boxes))
    return 0;

  attributes = poppler_page_get_text_attributes (page);
  layout.boxes = boxes;
  layout.attributes = attributes;
  cost = print_words (text, &layout);
  poppler_page_free_text_attributes (attributes);

  return cost;
}

static int
print_document (PopplerDocument *document)
{
  int n_pages = poppler_document_get_n_pages (document);
  gsize cost = 0;

  if (n_pages > DL_PDF_MAX_PAGES)
    return DL_PDF_EXIT_TOO_LARGE;

  print_metadata (document);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      if (page != NULL)
        cost += print_page (page);
      g_clear_object (&page);
      if (cost > DL_PDF_MAX_TEXT)
        return DL_PDF_EXIT_TOO_LARGE;
    }

  return fflush (stdout) == 0 ? DL_PDF_EXIT_DONE : DL_PDF_EXIT_DAMAGED;
}

int
main (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  int status;

  set_limits ();
  bytes = read_input ();
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (document == NULL)
    return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? DL_PDF_EXIT_ENCRYPTED
                                                                           : DL_PDF_EXIT_DAMAGED;

  status = print_document (document);
  g_object_unref (document);

  return status;
}
