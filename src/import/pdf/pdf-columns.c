/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-columns.h"

#include <unicode/uchar.h>

#include "deadline.h"

/* The columns of a page: its lines are cut where columns meet, and put in the order in which they
 * are read.
 *
 * The order is that of T. M. Breuel, “High Performance Document Layout Analysis” (2003), section
 * 4: a line comes before another if
 *
 * 1. they share some width and it is above, or
 * 2. it is wholly before the other, and no line between them in height shares width with both;
 *
 * and the lines are sorted topologically by this.  “Before” is to the left, but to the right on a
 * page of a script that runs so. */

/* Pages with more lines than this, of which none is text to be read, stay in the order given; the
 * sorting takes up to the cube of them. */
#define MAX_LINES 600
/* Words of a page in which gutters are looked for. */
#define MAX_WORDS 20000

/* Of the size of the letters: what always parts two columns, what may, and how much of it must be
 * common to the lines. */
#define WIDE_GAP 2.0
#define NARROW_GAP 0.45
#define COMMON_GAP 0.3
/* So many lines need to have a narrow gap at one place … */
#define MIN_ROWS 4
/* … and no more than one in so many may run across it. */
#define CROSSING_ONE_IN 5

typedef struct
{
  double left, right;
} Gap;

/* Between two words, whichever way the line runs; empty if there is none. */
static Gap
find_gap (const DlPdfPage *page, guint i)
{
  const DlPdfBox *a = &dl_pdf_page_get_word (page, i)->box;
  const DlPdfBox *b = &dl_pdf_page_get_word (page, i + 1)->box;

  return a->x1 <= b->x1 ? (Gap){ a->x2, b->x1 } : (Gap){ b->x2, a->x1 };
}

typedef enum
{
  ROW_ELSEWHERE,
  ROW_PARTED,
  ROW_CROSSES
} Row;

/* What @line does where @gap is. */
static Row
compare_row (const DlPdfPage *page, const DlPdfLine *line, Gap gap, double size)
{
  if (line->box.x1 >= gap.left || line->box.x2 <= gap.right)
    return ROW_ELSEWHERE;

  for (guint i = line->first; i + 1 < line->end; i++)
    {
      Gap other = find_gap (page, i);

      if (MIN (gap.right, other.right) - MAX (gap.left, other.left) >= COMMON_GAP * size)
        return ROW_PARTED;
    }

  return ROW_CROSSES;
}

static gboolean
is_gutter (const DlPdfPage *page, Gap gap, double size)
{
  guint counts[] = { 0, 0, 0 };

  if (gap.right - gap.left >= WIDE_GAP * size)
    return TRUE;
  if (gap.right - gap.left < NARROW_GAP * size || page->words->len > MAX_WORDS)
    return FALSE;

  for (guint i = 0; i < page->lines->len && !dl_deadline_is_over (); i++)
    counts[compare_row (page, dl_pdf_page_get_line (page, i), gap, size)]++;

  return counts[ROW_PARTED] >= MIN_ROWS &&
         counts[ROW_CROSSES] * CROSSING_ONE_IN <= counts[ROW_PARTED];
}

static void
split_line (const DlPdfPage *page, const DlPdfLine *line, GArray *into)
{
  guint first = line->first;

  for (guint i = line->first; i < line->end; i++)
    {
      if (i + 1 == line->end || is_gutter (page, find_gap (page, i), line->size))
        {
          DlPdfLine part = dl_pdf_page_measure (page, first, i + 1);

          g_array_append_val (into, part);
          first = i + 1;
        }
    }
}

/**
 * dl_pdf_columns_split:
 *
 * Cuts the lines of @page that reach over several columns.
 */
void
dl_pdf_columns_split (DlPdfPage *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (DlPdfLine));

  for (guint i = 0; i < page->lines->len; i++)
    split_line (page, dl_pdf_page_get_line (page, i), lines);
  g_array_unref (page->lines);
  page->lines = lines;
}

typedef struct
{
  const DlPdfPage *page;
  gboolean from_right;
  gboolean *seen; /* of each line */
  GArray *sorted; /* of DlPdfLine */
} Sorter;

static gboolean
share_width (const DlPdfBox *a, const DlPdfBox *b)
{
  return a->x1 < b->x2 && b->x1 < a->x2;
}

static double
get_middle (const DlPdfBox *box)
{
  return (box->y1 + box->y2) / 2;
}

static gboolean
is_beside (const Sorter *self, const DlPdfBox *a, const DlPdfBox *b)
{
  return self->from_right ? a->x1 >= b->x2 : a->x2 <= b->x1;
}

static gboolean
is_parted (const Sorter *self, const DlPdfBox *a, const DlPdfBox *b)
{
  double top = MIN (get_middle (a), get_middle (b));
  double bottom = MAX (get_middle (a), get_middle (b));

  for (guint i = 0; i < self->page->lines->len; i++)
    {
      const DlPdfBox *c = &dl_pdf_page_get_line (self->page, i)->box;
      double middle = get_middle (c);

      if (middle > top && middle < bottom && share_width (a, c) && share_width (b, c))
        return TRUE;
    }

  return FALSE;
}

static gboolean
comes_before (const Sorter *self, guint first, guint second)
{
  const DlPdfBox *a = &dl_pdf_page_get_line (self->page, first)->box;
  const DlPdfBox *b = &dl_pdf_page_get_line (self->page, second)->box;

  if (share_width (a, b))
    return get_middle (a) < get_middle (b);

  return is_beside (self, a, b) && !is_parted (self, a, b);
}

/* A line whose turn is when those before it have had theirs. */
typedef struct
{
  guint line;
  guint next; /* the first that is not known to come before it, or had its turn */
} Step;

static void
push (Sorter *self, GArray *stack, guint line)
{
  Step step = { line, 0 };

  self->seen[line] = TRUE;
  g_array_append_val (stack, step);
}

/* Depth first, with a stack of its own: the lines before @root, then @root. */
static void
visit (Sorter *self, guint root)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Step));
  guint n = self->page->lines->len;

  push (self, stack, root);
  while (stack->len > 0)
    {
      Step *top = &g_array_index (stack, Step, stack->len - 1);
      guint i = top->next;

      while (i < n &&
             (self->seen[i] || dl_deadline_is_over () || !comes_before (self, i, top->line)))
        i++;
      top->next = i + 1;
      if (i < n)
        {
          push (self, stack, i);
          continue;
        }
      g_array_append_val (self->sorted, *dl_pdf_page_get_line (self->page, top->line));
      g_array_set_size (stack, stack->len - 1);
    }
}

/* Whether most letters that have a direction go from right to left. */
static gboolean
runs_from_right (const DlPdfPage *page)
{
  guint n_left = 0, n_right = 0;

  for (guint i = 0; i < page->words->len; i++)
    {
      gunichar c = g_utf8_get_char (dl_pdf_page_get_word (page, i)->text);
      UCharDirection direction = u_charDirection ((UChar32) c);

      n_left += direction == U_LEFT_TO_RIGHT;
      n_right += direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
    }

  return n_right > n_left;
}

/**
 * dl_pdf_columns_sort:
 *
 * Puts the lines of @page in the order in which they are read.
 */
void
dl_pdf_columns_sort (DlPdfPage *page)
{
  Sorter self = { .page = page, .from_right = runs_from_right (page) };
  g_autofree gboolean *seen = g_new0 (gboolean, page->lines->len);

  if (page->lines->len > MAX_LINES)
    return;

  self.seen = seen;
  self.sorted = g_array_sized_new (FALSE, FALSE, sizeof (DlPdfLine), page->lines->len);
  for (guint i = 0; i < page->lines->len; i++)
    if (!seen[i])
      visit (&self, i);
  g_array_unref (page->lines);
  page->lines = self.sorted;
}
