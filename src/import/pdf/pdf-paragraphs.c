/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-paragraphs.h"

#include <math.h>
#include <string.h>

#include <unicode/uchar.h>

#include "pdf-hyphens.h"
#include "pdf-marks.h"

/* The lines of a document, in the order of reading → its paragraphs.
 *
 * A line begins another paragraph than the one before it if
 *
 * 1. its letters are of another size or weight,
 * 2. it stands further down than a line does as a rule,
 * 3. it stands further in than the line before it and the one after it, or further out than the
 *    lines before it,
 * 4. its first word would have had room in the line before it, or
 * 5. it begins with the mark of a list, or the line before it is one of a table of contents.
 *
 * In the next column or on the next page only (1) and (5) tell, and whether the sentence was over.
 */

/* (1): part of the size. */
#define SAME_SIZE 0.1
/* (2): times the usual distance. */
#define NEXT_LINE 1.25
/* (3), (4): of the size. */
#define INDENT 0.7
#define SPACE 0.3
#define SLACK 0.5

/* A heading is larger than the text by so much, or bold, and no longer than this; bytes. */
#define HEADING_SIZE 1.12
#define MAX_HEADING 300
/* A letter of so many sizes of the next line that begins a text; bytes of it. */
#define DROP_CAP_SIZE 1.8
#define MAX_DROP_CAP 4

/* Dots that lead to the number of a page. */
#define MIN_LEADER 4

#define SENTENCE_ENDS ".!?…:。！？؟۔।"
#define CLOSERS "\"'”’»)]」』）"

/* Sizes are counted in halves of a point, up to here. */
#define N_SIZES 400

typedef struct
{
  const DlPdfPage *page;
  const DlPdfLine *line;
  guint number; /* of the page */
} Place;

typedef struct
{
  GArray *places; /* of Place: the lines that count */
  DlPdfHyphens *hyphens;
  double body;    /* size of most letters */
  double leading; /* from line to line, of the size */
  gboolean body_is_bold;

  GArray *paragraphs; /* of DlPdfParagraph */
  GString *text;      /* of the paragraph that is being read */
  guint first;        /* place of its first line */
  double end;         /* where its longest line ends; see get_end() */
  gboolean drop_cap;  /* it begins with one, and its lines stand in for it */
} Reader;

static const Place *
get (const Reader *self, guint i)
{
  return &g_array_index (self->places, Place, i);
}

static const DlPdfBox *
get_box (const Reader *self, guint i)
{
  return &get (self, i)->line->box;
}

static gboolean
is_same_size (double a, double b)
{
  return fabs (a - b) <= SAME_SIZE * MAX (a, b);
}

static const char *
get_first_word (const Place *place)
{
  return dl_pdf_page_get_word (place->page, place->line->first)->text;
}

static gboolean
runs_from_right (const Place *place)
{
  UCharDirection direction = u_charDirection ((UChar32) g_utf8_get_char (get_first_word (place)));

  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/* Whether line @i stands below the one before it, in its column. */
static gboolean
is_below (const Reader *self, guint i)
{
  const DlPdfBox *a = get_box (self, i - 1);
  const DlPdfBox *b = get_box (self, i);

  return get (self, i - 1)->page == get (self, i)->page && a->x1 < b->x2 && b->x1 < a->x2 &&
         b->y2 > a->y2;
}

/* Whether it is its next line, for all that (1) and (2) say. */
static gboolean
follows (const Reader *self, guint i)
{
  const DlPdfLine *a = get (self, i - 1)->line;
  const DlPdfLine *b = get (self, i)->line;

  return is_below (self, i) && is_same_size (a->size, b->size) && a->bold == b->bold &&
         b->box.y2 - a->box.y2 <= NEXT_LINE * self->leading * b->size;
}

/* The edge at which the lines begin, and at which they end, as distances that grow along the
 * line. */
static double
get_start (const Reader *self, guint i)
{
  return runs_from_right (get (self, i)) ? -get_box (self, i)->x2 : get_box (self, i)->x1;
}

static double
get_end (const Reader *self, guint i)
{
  return runs_from_right (get (self, i)) ? -get_box (self, i)->x1 : get_box (self, i)->x2;
}

/* (3) */
static gboolean
is_set_off (const Reader *self, guint i)
{
  double indent = INDENT * get (self, i)->line->size;
  double before = get_start (self, i - 1);
  double own = get_start (self, i);

  if (own > before + indent)
    return i + 1 >= self->places->len || !follows (self, i + 1) ||
           own > get_start (self, i + 1) + indent;

  return own < before - indent && i - 1 > self->first && !self->drop_cap;
}

/* (4): the longest line around tells how much room there was. */
static gboolean
had_room (const Reader *self, guint i)
{
  const Place *place = get (self, i);
  const DlPdfBox *word = &dl_pdf_page_get_word (place->page, place->line->first)->box;
  double size = place->line->size;
  gboolean is_wide = g_unichar_iswide (g_utf8_get_char (get_first_word (place)));
  double needed = SPACE * size + (is_wide ? size : word->x2 - word->x1);
  double end = MAX (self->end, get_end (self, i));

  if (i + 1 < self->places->len && follows (self, i + 1))
    end = MAX (end, get_end (self, i + 1));

  return get_end (self, i - 1) + needed < end - SLACK * size;
}

static gboolean
begins_item (const Place *place)
{
  const DlPdfLine *line = place->line;

  return line->mark != NULL ||
         (line->end - line->first > 1 && dl_pdf_marks_is_mark (get_first_word (place)));
}

/* “Introduction . . . . . . 7” */
static gboolean
has_leader (const Place *place)
{
  guint n = 0;

  for (guint i = place->line->first; i < place->line->end; i++)
    {
      const char *word = dl_pdf_page_get_word (place->page, i)->text;

      n = g_str_equal (word, ".") ? n + 1 : 0;
      if (n >= MIN_LEADER || strstr (word, "....") != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
ends_sentence (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  while (last != NULL && g_utf8_strchr (CLOSERS, -1, g_utf8_get_char (last)) != NULL)
    last = g_utf8_find_prev_char (text, last);

  return last != NULL && g_utf8_strchr (SENTENCE_ENDS, -1, g_utf8_get_char (last)) != NULL;
}

/* Whether the paragraph goes on with line @i, at the head of another column or page. */
static gboolean
goes_on_elsewhere (const Reader *self, guint i)
{
  const DlPdfLine *a = get (self, i - 1)->line;
  const DlPdfLine *b = get (self, i)->line;
  gunichar c = g_utf8_get_char (get_first_word (get (self, i)));

  return is_same_size (a->size, b->size) && a->bold == b->bold &&
         is_same_size (b->size, self->body) && !ends_sentence (self->text->str) &&
         (!g_unichar_isupper (c) || i - self->first > 1);
}

static gboolean
is_drop_cap (const Reader *self, guint i)
{
  const Place *place = get (self, i);

  return place->line->end - place->line->first == 1 && i + 1 < self->places->len &&
         strlen (get_first_word (place)) <= MAX_DROP_CAP &&
         place->line->size >= DROP_CAP_SIZE * get (self, i + 1)->line->size &&
         get_box (self, i)->y2 > get_box (self, i + 1)->y1 &&
         get_box (self, i)->y1 < get_box (self, i + 1)->y2;
}

/* The lines of headings are set freely. */
static gboolean
is_large (const Reader *self, guint i)
{
  return get (self, i)->line->size > HEADING_SIZE * self->body;
}

static gboolean
begins_paragraph (const Reader *self, guint i)
{
  if (self->text->len == 0)
    return FALSE;
  if (self->drop_cap && i - 1 == self->first)
    return FALSE;
  if (begins_item (get (self, i)) || has_leader (get (self, i - 1)) ||
      get (self, i)->line->repeated || get (self, i - 1)->line->repeated)
    return TRUE;
  if (!is_below (self, i))
    return !goes_on_elsewhere (self, i);

  if (!follows (self, i) || is_large (self, i) || dl_pdf_hyphens_is_open (self->text->str))
    return !follows (self, i);

  return is_set_off (self, i) || had_room (self, i);
}

/* Returns: (transfer full) (nullable): the text of an item behind its bullet */
static char *
dup_item (const char *text)
{
  const char *behind = g_utf8_next_char (text);

  return dl_pdf_marks_is_bullet (g_utf8_get_char (text)) && *behind == ' ' ? g_strdup (behind + 1)
                                                                           : NULL;
}

static DlBlockKind
find_kind (const Reader *self, const char *text)
{
  const Place *first = get (self, self->first);
  gboolean is_bold = first->line->bold && !self->drop_cap && !self->body_is_bold &&
                     !ends_sentence (text) && first->line->size >= self->body * (1 - SAME_SIZE);

  if (strlen (text) <= MAX_HEADING &&
      ((is_large (self, self->first) && !self->drop_cap) || is_bold))
    return DL_BLOCK_HEADING;

  return DL_BLOCK_PARAGRAPH;
}

static void
end_paragraph (Reader *self)
{
  const Place *first = get (self, self->first);
  DlPdfParagraph paragraph = { .size = first->line->size, .page = first->number };

  paragraph.text = dup_item (self->text->str);
  paragraph.kind = DL_BLOCK_LIST_ITEM;
  if (paragraph.text == NULL)
    {
      paragraph.text = g_strdup (self->text->str);
      paragraph.kind = find_kind (self, paragraph.text);
    }
  g_array_append_val (self->paragraphs, paragraph);
  g_string_truncate (self->text, 0);
  self->drop_cap = FALSE;
}

static void
append_line (Reader *self, guint i)
{
  const Place *place = get (self, i);
  g_autofree char *text = dl_pdf_page_dup_text (place->page, place->line);

  self->end = self->text->len == 0 ? get_end (self, i) : MAX (self->end, get_end (self, i));
  if (self->text->len == 0)
    {
      self->first = i;
      self->drop_cap = is_drop_cap (self, i);
      g_string_append (self->text, text);
    }
  else if (self->drop_cap && i - 1 == self->first)
    g_string_append (self->text, text);
  else
    dl_pdf_hyphens_append_line (self->hyphens, self->text, text);
}

/* The size of most letters, and whether most are bold. */
static void
measure_body (Reader *self)
{
  guint counts[N_SIZES] = { 0 };
  guint n_bold = 0, n_all = 0, most = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const DlPdfLine *line = get (self, i)->line;
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
  self->body_is_bold = n_bold * 2 > n_all;
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
measure_leading (Reader *self)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->places->len; i++)
    {
      double distance = get_box (self, i)->y2 - get_box (self, i - 1)->y2;
      double of_size = distance / get (self, i)->line->size;

      if (is_below (self, i) && of_size > 0.5 && of_size < 3 &&
          is_same_size (get (self, i)->line->size, self->body))
        g_array_append_val (distances, of_size);
    }
  g_array_sort (distances, compare_numbers);
  self->leading = distances->len > 0 ? g_array_index (distances, double, distances->len / 2) : 1.2;
}

static GArray *
find_places (const DlPdfDocument *document, gboolean all)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < document->pages->len; i++)
    {
      const DlPdfPage *page = dl_pdf_document_get_page (document, i);

      for (guint k = 0; k < page->lines->len; k++)
        {
          Place place = { page, dl_pdf_page_get_line (page, k), i };

          if (all || !place.line->repeated)
            g_array_append_val (places, place);
        }
    }

  return places;
}

static void
clear_paragraph (gpointer data)
{
  g_free (((DlPdfParagraph *) data)->text);
}

/**
 * dl_pdf_paragraphs_find:
 * @document: its lines in the order of reading, its heads and feet marked
 * @all: with heads and feet
 *
 * Returns: (transfer full) (element-type DlPdfParagraph): its paragraphs
 */
GArray *
dl_pdf_paragraphs_find (const DlPdfDocument *document, gboolean all)
{
  g_autoptr (GArray) places = find_places (document, all);
  g_autoptr (DlPdfHyphens) hyphens = dl_pdf_hyphens_new (document);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { .places = places, .hyphens = hyphens, .text = text };

  self.paragraphs = g_array_new (FALSE, FALSE, sizeof (DlPdfParagraph));
  g_array_set_clear_func (self.paragraphs, clear_paragraph);
  measure_body (&self);
  measure_leading (&self);
  for (guint i = 0; i < places->len; i++)
    {
      if (begins_paragraph (&self, i))
        end_paragraph (&self);
      append_line (&self, i);
    }
  if (text->len > 0)
    end_paragraph (&self);

  return self.paragraphs;
}
