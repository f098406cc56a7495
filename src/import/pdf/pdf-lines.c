/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-lines.h"

#include <math.h>

#include <unicode/uchar.h>

/* Part of the size. */
#define SAME_SIZE 0.1
/* Times the usual distance. */
#define NEXT_LINE 1.25
/* What is larger than the text by so much is a heading. */
#define HEADING_SIZE 1.12

/* Sizes are counted in halves of a point, up to here. */
#define N_SIZES 400

struct _DlPdfLines
{
  GArray *places; /* of DlPdfPlace */
  double body;    /* size of most letters */
  double leading; /* from line to line, of the size */
  gboolean are_bold;
};

/**
 * dl_pdf_lines_get:
 * @i: from 0
 *
 * Returns: line @i, with its page
 */
const DlPdfPlace *
dl_pdf_lines_get (const DlPdfLines *self, guint i)
{
  return &g_array_index (self->places, DlPdfPlace, i);
}

/**
 * dl_pdf_lines_get_box:
 *
 * Returns: where it stands on its page
 */
const DlPdfBox *
dl_pdf_lines_get_box (const DlPdfLines *self, guint i)
{
  return &dl_pdf_lines_get (self, i)->line->box;
}

/**
 * dl_pdf_lines_is_same_size:
 *
 * Returns: whether letters of the sizes @a and @b look alike
 */
gboolean
dl_pdf_lines_is_same_size (double a, double b)
{
  return fabs (a - b) <= SAME_SIZE * MAX (a, b);
}

/**
 * dl_pdf_place_get_first_word:
 *
 * Returns: its first word, UTF-8
 */
const char *
dl_pdf_place_get_first_word (const DlPdfPlace *place)
{
  return dl_pdf_page_get_word (place->page, place->line->first)->text;
}

static gboolean
runs_from_right (const DlPdfPlace *place)
{
  UCharDirection direction =
    u_charDirection ((UChar32) g_utf8_get_char (dl_pdf_place_get_first_word (place)));

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/**
 * dl_pdf_lines_is_below:
 *
 * Returns: whether line @i stands below the one before it, in its column
 */
gboolean
dl_pdf_lines_is_below (const DlPdfLines *self, guint i)
{
  const DlPdfBox *a = dl_pdf_lines_get_box (self, i - 1);
  const DlPdfBox *b = dl_pdf_lines_get_box (self, i);

  return dl_pdf_lines_get (self, i - 1)->page == dl_pdf_lines_get (self, i)->page &&
         a->x1 < b->x2 && b->x1 < a->x2 && b->y2 > a->y2;
}

/**
 * dl_pdf_lines_follows:
 *
 * Returns: whether line @i is also its next line: as close as a line is as a rule, of its size and
 * weight
 */
gboolean
dl_pdf_lines_follows (const DlPdfLines *self, guint i)
{
  const DlPdfLine *a = dl_pdf_lines_get (self, i - 1)->line;
  const DlPdfLine *b = dl_pdf_lines_get (self, i)->line;

  return dl_pdf_lines_is_below (self, i) && dl_pdf_lines_is_same_size (a->size, b->size) &&
         a->bold == b->bold && b->box.y2 - a->box.y2 <= NEXT_LINE * self->leading * b->size;
}

/**
 * dl_pdf_lines_get_start:
 *
 * Returns: the edge at which line @i begins, as a distance that grows along the line: of lines that
 * run from the right it is below 0
 */
double
dl_pdf_lines_get_start (const DlPdfLines *self, guint i)
{
  return runs_from_right (dl_pdf_lines_get (self, i)) ? -dl_pdf_lines_get_box (self, i)->x2
                                                      : dl_pdf_lines_get_box (self, i)->x1;
}

/**
 * dl_pdf_lines_get_end:
 *
 * Returns: the edge at which line @i ends, as dl_pdf_lines_get_start() has it
 */
double
dl_pdf_lines_get_end (const DlPdfLines *self, guint i)
{
  return runs_from_right (dl_pdf_lines_get (self, i)) ? -dl_pdf_lines_get_box (self, i)->x1
                                                      : dl_pdf_lines_get_box (self, i)->x2;
}

/**
 * dl_pdf_lines_is_large:
 *
 * Returns: whether line @i is clearly larger than the text, as a heading is
 */
gboolean
dl_pdf_lines_is_large (const DlPdfLines *self, guint i)
{
  return dl_pdf_lines_get (self, i)->line->size > HEADING_SIZE * self->body;
}

/**
 * dl_pdf_lines_is_body:
 *
 * Returns: whether line @i is of the size of the text
 */
gboolean
dl_pdf_lines_is_body (const DlPdfLines *self, guint i)
{
  return dl_pdf_lines_is_same_size (dl_pdf_lines_get (self, i)->line->size, self->body);
}

/**
 * dl_pdf_lines_is_small:
 *
 * Returns: whether line @i is smaller than the text
 */
gboolean
dl_pdf_lines_is_small (const DlPdfLines *self, guint i)
{
  return dl_pdf_lines_get (self, i)->line->size < self->body * (1 - SAME_SIZE);
}

/**
 * dl_pdf_lines_are_bold:
 *
 * Returns: whether most of the text is bold
 */
gboolean
dl_pdf_lines_are_bold (const DlPdfLines *self)
{
  return self->are_bold;
}

/**
 * dl_pdf_lines_count:
 *
 * Returns: how many there are
 */
guint
dl_pdf_lines_count (const DlPdfLines *self)
{
  return self->places->len;
}

/* The size of most letters, and whether most are bold. */
static void
measure_body (DlPdfLines *self)
{
  guint counts[N_SIZES] = { 0 };
  guint n_bold = 0, n_all = 0, most = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const DlPdfLine *line = dl_pdf_lines_get (self, i)->line;
      guint n = (guint) MAX ((line->box.x2 - line->box.x1) / line->size, 1);
      guint at = (guint) MIN (line->size * 2, N_SIZES - 1);

      counts[at] += n;
      n_all += n;
      n_bold += line->bold ? n : 0;
      if (counts[at] > counts[most])
        most = at;
      if (most == at)
        self->body = line->size;
    }
  self->are_bold = n_bold * 2 > n_all;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The usual distance between two lines of one column. */
static void
measure_leading (DlPdfLines *self)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->places->len; i++)
    {
      double distance = dl_pdf_lines_get_box (self, i)->y2 - dl_pdf_lines_get_box (self, i - 1)->y2;
      double of_size = distance / dl_pdf_lines_get (self, i)->line->size;

      if (dl_pdf_lines_is_below (self, i) && of_size > 0.5 && of_size < 3 &&
          dl_pdf_lines_is_same_size (dl_pdf_lines_get (self, i)->line->size, self->body))
        g_array_append_val (distances, of_size);
    }
  g_array_sort (distances, compare_numbers);
  self->leading = distances->len > 0 ? g_array_index (distances, double, distances->len / 2) : 1.2;
}

static GArray *
find_places (const DlPdfDocument *document, gboolean all)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DlPdfPlace));

  for (guint i = 0; i < document->pages->len; i++)
    {
      const DlPdfPage *page = dl_pdf_document_get_page (document, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          DlPdfPlace place = { page, dl_pdf_page_get_line (page, k), i };

          if (all || !place.line->repeated)
            g_array_append_val (places, place);
        }
    }

  return places;
}

/**
 * dl_pdf_lines_new:
 * @document: its lines in the order of reading, its heads and feet marked; it outlives them
 * @all: with heads and feet
 */
DlPdfLines *
dl_pdf_lines_new (const DlPdfDocument *document, gboolean all)
{
  DlPdfLines *self = g_new0 (DlPdfLines, 1);

  self->places = find_places (document, all);
  measure_body (self);
  measure_leading (self);

  return self;
}

void
dl_pdf_lines_free (DlPdfLines *self)
{
  g_array_unref (self->places);
  g_free (self);
}
