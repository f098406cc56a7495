/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-paragraphs.h"

#include <string.h>

#include <unicode/uchar.h>

#include "pdf-hyphens.h"
#include "pdf-marks.h"
#include "pdf-lines.h"

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

/* (3), (4): of the size. */
#define INDENT 0.7
#define SPACE 0.3
#define SLACK 0.5

/* A heading is larger than the text, or bold, and no longer than this; bytes. */
#define MAX_HEADING 300
/* A letter of so many sizes of the next line that begins a text; bytes of it. */
#define DROP_CAP_SIZE 1.8
#define MAX_DROP_CAP 4

/* Dots that lead to the number of a page. */
#define MIN_LEADER 4

#define SENTENCE_ENDS ".!?…:。！？؟۔।"
#define CLOSERS "\"'”’»)]」』）"

typedef struct
{
  DlPdfLines *lines;
  DlPdfHyphens *hyphens;

  GArray *paragraphs; /* of DlPdfParagraph */
  GString *text;      /* of the paragraph that is being read */
  guint first;        /* place of its first line */
  double end;         /* where its longest line ends; see dl_pdf_lines_get_end() */
  gboolean drop_cap;  /* it begins with one, and its lines stand in for it */
} Reader;

/* (3) */
static gboolean
is_set_off (const Reader *self, guint i)
{
  double indent = INDENT * dl_pdf_lines_get (self->lines, i)->line->size;
  double before = dl_pdf_lines_get_start (self->lines, i - 1);
  double own = dl_pdf_lines_get_start (self->lines, i);

  if (own > before + indent)
    return i + 1 >= dl_pdf_lines_count (self->lines) ||
           !dl_pdf_lines_follows (self->lines, i + 1) ||
           own > dl_pdf_lines_get_start (self->lines, i + 1) + indent;

  return own < before - indent && i - 1 > self->first && !self->drop_cap;
}

/* (4): the longest line around tells how much room there was. */
static gboolean
had_room (const Reader *self, guint i)
{
  const DlPdfPlace *place = dl_pdf_lines_get (self->lines, i);
  const DlPdfBox *word = &dl_pdf_page_get_word (place->page, place->line->first)->box;
  double size = place->line->size;
  gboolean is_wide = g_unichar_iswide (g_utf8_get_char (dl_pdf_place_get_first_word (place)));
  double needed = SPACE * size + (is_wide ? size : word->x2 - word->x1);
  double end = MAX (self->end, dl_pdf_lines_get_end (self->lines, i));

  if (i + 1 < dl_pdf_lines_count (self->lines) && dl_pdf_lines_follows (self->lines, i + 1))
    end = MAX (end, dl_pdf_lines_get_end (self->lines, i + 1));

  return dl_pdf_lines_get_end (self->lines, i - 1) + needed < end - SLACK * size;
}

static gboolean
begins_item (const DlPdfPlace *place)
{
  const DlPdfLine *line = place->line;

  return line->mark != NULL || (line->end - line->first > 1 &&
                                dl_pdf_marks_is_mark (dl_pdf_place_get_first_word (place)));
}

/* “Introduction . . . . . . 7” */
static gboolean
has_leader (const DlPdfPlace *place)
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
  const DlPdfLine *a = dl_pdf_lines_get (self->lines, i - 1)->line;
  const DlPdfLine *b = dl_pdf_lines_get (self->lines, i)->line;
  gunichar c = g_utf8_get_char (dl_pdf_place_get_first_word (dl_pdf_lines_get (self->lines, i)));

  return dl_pdf_lines_is_same_size (a->size, b->size) && a->bold == b->bold &&
         dl_pdf_lines_is_body (self->lines, i) && !ends_sentence (self->text->str) &&
         (!g_unichar_isupper (c) || i - self->first > 1);
}

static gboolean
is_drop_cap (const Reader *self, guint i)
{
  const DlPdfPlace *place = dl_pdf_lines_get (self->lines, i);

  return place->line->end - place->line->first == 1 && i + 1 < dl_pdf_lines_count (self->lines) &&
         strlen (dl_pdf_place_get_first_word (place)) <= MAX_DROP_CAP &&
         place->line->size >= DROP_CAP_SIZE * dl_pdf_lines_get (self->lines, i + 1)->line->size &&
         dl_pdf_lines_get_box (self->lines, i)->y2 >
           dl_pdf_lines_get_box (self->lines, i + 1)->y1 &&
         dl_pdf_lines_get_box (self->lines, i)->y1 < dl_pdf_lines_get_box (self->lines, i + 1)->y2;
}

static gboolean
begins_paragraph (const Reader *self, guint i)
{
  if (self->text->len == 0)
    return FALSE;
  if (self->drop_cap && i - 1 == self->first)
    return FALSE;
  if (begins_item (dl_pdf_lines_get (self->lines, i)) ||
      has_leader (dl_pdf_lines_get (self->lines, i - 1)) ||
      dl_pdf_lines_get (self->lines, i)->line->repeated ||
      dl_pdf_lines_get (self->lines, i - 1)->line->repeated)
    return TRUE;
  if (!dl_pdf_lines_is_below (self->lines, i))
    return !goes_on_elsewhere (self, i);

  if (!dl_pdf_lines_follows (self->lines, i) || dl_pdf_lines_is_large (self->lines, i) ||
      dl_pdf_hyphens_is_open (self->text->str))
    return !dl_pdf_lines_follows (self->lines, i);

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
  const DlPdfPlace *first = dl_pdf_lines_get (self->lines, self->first);
  gboolean is_bold = first->line->bold && !self->drop_cap && !dl_pdf_lines_are_bold (self->lines) &&
                     !ends_sentence (text) && !dl_pdf_lines_is_small (self->lines, self->first);

  if (strlen (text) <= MAX_HEADING &&
      ((dl_pdf_lines_is_large (self->lines, self->first) && !self->drop_cap) || is_bold))
    return DL_BLOCK_HEADING;

  return DL_BLOCK_PARAGRAPH;
}

static void
end_paragraph (Reader *self)
{
  const DlPdfPlace *first = dl_pdf_lines_get (self->lines, self->first);
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
  const DlPdfPlace *place = dl_pdf_lines_get (self->lines, i);
  g_autofree char *text = dl_pdf_page_dup_text (place->page, place->line);

  self->end = self->text->len == 0 ? dl_pdf_lines_get_end (self->lines, i)
                                   : MAX (self->end, dl_pdf_lines_get_end (self->lines, i));
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
  g_autoptr (DlPdfLines) lines = dl_pdf_lines_new (document, all);
  g_autoptr (DlPdfHyphens) hyphens = dl_pdf_hyphens_new (document);
  g_autoptr (GString) text = g_string_new (NULL);
  Reader self = { .lines = lines, .hyphens = hyphens, .text = text };

  self.paragraphs = g_array_new (FALSE, FALSE, sizeof (DlPdfParagraph));
  g_array_set_clear_func (self.paragraphs, clear_paragraph);
  for (guint i = 0; i < dl_pdf_lines_count (lines); i++)
    {
      if (begins_paragraph (&self, i))
        end_paragraph (&self);
      append_line (&self, i);
    }
  if (text->len > 0)
    end_paragraph (&self);

  return self.paragraphs;
}
