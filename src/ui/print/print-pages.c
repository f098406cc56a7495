/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print-pages.h"

#include "mark-style.h"

#define LINE_SPACING 1.25f

/* How far a mark stands below the line that letters stand on. */
#define MARK_GAP 1.5f
/* Marks are drawn in pixels of the screen; so many points are one. */
#define MARK_SCALE 0.6f

typedef struct
{
  const DlPrintPiece *piece;
  PangoLayoutLine *line; /* owned; or NULL: of a picture */
  double indent;         /* from the left: on the right, the line is but shorter */
  double x, ascent, height;
  gboolean is_first;
} Line;

struct _DlPrintPages
{
  PangoContext *context; /* owned */
  double width, height;
  GPtrArray *pieces; /* of DlPrintPiece */
  guint n_laid_out;  /* pieces that have lines */
  GArray *lines;     /* of Line */
  GArray *pages;     /* of guint: the first line of each */
};

static void
piece_free (gpointer data)
{
  DlPrintPiece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->node, gsk_render_node_unref);
  g_array_unref (piece->marks);
  g_free (piece);
}

static void
line_clear (gpointer data)
{
  g_clear_pointer (&((Line *) data)->line, pango_layout_line_unref);
}

/**
 * dl_print_pages_new:
 * @context: of the printer
 * @width: of the part of a page that is printed on, points
 * @height: of the same
 *
 * Returns: (transfer full): nothing to print yet
 */
DlPrintPages *
dl_print_pages_new (PangoContext *context, double width, double height)
{
  DlPrintPages *self = g_new0 (DlPrintPages, 1);

  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
dl_print_pages_free (DlPrintPages *self)
{
  g_array_unref (self->pages);
  g_array_unref (self->lines);
  g_ptr_array_unref (self->pieces);
  g_object_unref (self->context);
  g_free (self);
}

static DlPrintPiece *
add_piece (DlPrintPages *self)
{
  DlPrintPiece *piece = g_new0 (DlPrintPiece, 1);

  piece->marks = g_array_new (FALSE, FALSE, sizeof (DlPrintMark));
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

/**
 * dl_print_pages_add_words:
 * @font: as pango_font_description_from_string() takes it
 * @indent: points
 * @language: (nullable): BCP 47, by which letters are chosen; %NULL: the interface's
 *
 * Returns: (transfer none): a paragraph, for the caller to fit out
 */
DlPrintPiece *
dl_print_pages_add_words (DlPrintPages *self,
                          const char *words,
                          const char *font,
                          double indent,
                          const char *language)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  DlPrintPiece *piece = add_piece (self);

  piece->indent = indent;
  piece->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (piece->layout, description);
  pango_layout_set_width (piece->layout, (self->width - indent) * PANGO_SCALE);
  pango_layout_set_wrap (piece->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (piece->layout, LINE_SPACING);
  pango_layout_set_text (piece->layout, words, -1);
  if (language != NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_language_new (pango_language_from_string (language)));
      pango_layout_set_attributes (piece->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_font_description_free (description);

  return piece;
}

/**
 * dl_print_pages_add_picture:
 *
 * As wide as the page, or half as high.
 *
 * Returns: (transfer none) (nullable): the piece; %NULL where @picture has no size yet
 */
DlPrintPiece *
dl_print_pages_add_picture (DlPrintPages *self, GdkPaintable *picture)
{
  const double width = gdk_paintable_get_intrinsic_width (picture);
  const double height = gdk_paintable_get_intrinsic_height (picture);
  GtkSnapshot *snapshot;
  DlPrintPiece *piece;
  double scale;

  if (width < 1 || height < 1)
    return NULL;

  scale = MIN (self->width / width, self->height / 2 / height);
  snapshot = gtk_snapshot_new ();
  piece = add_piece (self);
  piece->size = GRAPHENE_SIZE_INIT (width * scale, height * scale);
  gdk_paintable_snapshot (picture, snapshot, piece->size.width, piece->size.height);
  piece->node = gtk_snapshot_free_to_node (snapshot);

  return piece;
}

/* Returns: the kinds of all marks so far, a bit each */
guint
dl_print_pages_get_kinds (DlPrintPages *self)
{
  guint kinds = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const DlPrintPiece *piece = g_ptr_array_index (self->pieces, i);

      for (guint k = 0; k < piece->marks->len; k++)
        kinds |= 1u << g_array_index (piece->marks, DlPrintMark, k).kind;
    }

  return kinds;
}

static void
add_lines (DlPrintPages *self, const DlPrintPiece *piece)
{
  PangoLayoutIter *iter;
  gboolean is_first = TRUE;

  if (piece->layout == NULL)
    {
      g_array_append_val (
        self->lines, ((Line){ .piece = piece, .height = piece->size.height, .is_first = TRUE }));
      return;
    }

  iter = pango_layout_get_iter (piece->layout);
  do
    {
      Line line = { .piece = piece, .is_first = is_first };
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      if (pango_layout_line_get_resolved_direction (line.line) != PANGO_DIRECTION_RTL)
        line.indent = piece->indent;
      line.x = line.indent + logical.x / (double) PANGO_SCALE;
      line.ascent = (pango_layout_iter_get_baseline (iter) - logical.y) / (double) PANGO_SCALE;
      line.height = logical.height / (double) PANGO_SCALE;
      g_array_append_val (self->lines, line);
      is_first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * dl_print_pages_lay_out:
 *
 * Breaks into lines what was added since the last call, which is the long part of the work.
 */
void
dl_print_pages_lay_out (DlPrintPages *self)
{
  for (; self->n_laid_out < self->pieces->len; self->n_laid_out++)
    add_lines (self, g_ptr_array_index (self->pieces, self->n_laid_out));
}

static double
get_room (DlPrintPages *self, guint i, gboolean at_top)
{
  const Line *line = &g_array_index (self->lines, Line, i);

  return line->height + (line->is_first && !at_top ? line->piece->above : 0);
}

static const DlPrintPiece *
get_piece (DlPrintPages *self, guint i)
{
  return i < self->lines->len ? g_array_index (self->lines, Line, i).piece : NULL;
}

/* The room for the lines from @i on that stay together: all that is kept with what follows,
 * and the first two lines of that. */
static double
get_need (DlPrintPages *self, guint i)
{
  double need = 0;
  guint k = i;

  for (; get_piece (self, k) != NULL && get_piece (self, k)->keep; k++)
    need += get_room (self, k, k == i);
  for (guint n = 0; n < 2 && get_piece (self, k) != NULL; n++, k++)
    {
      need += get_room (self, k, k == i);
      if (get_piece (self, k + 1) != get_piece (self, k))
        break;
    }

  return need;
}

/**
 * dl_print_pages_break:
 *
 * Breaks what was added into pages.
 *
 * Returns: how many; at least one
 */
guint
dl_print_pages_break (DlPrintPages *self)
{
  double y = 0;

  dl_print_pages_lay_out (self);
  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const double above = line->is_first && y > 0 ? line->piece->above : 0;
      const double need = line->is_first ? get_need (self, i) : line->height;

      if (i == 0 || (y > 0 && y + above + need > self->height))
        {
          g_array_append_val (self->pages, i);
          y = 0;
        }
      y += (y > 0 ? above : 0) + line->height;
    }

  return MAX (self->pages->len, 1);
}

static void
draw_mark (const Line *line, const DlPrintMark *mark, GtkSnapshot *snapshot)
{
  int *ranges = NULL, n = 0;

  pango_layout_line_get_x_ranges (line->line, mark->start, mark->end, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      const float from = ranges[2 * i] / (float) PANGO_SCALE;
      const float to = ranges[2 * i + 1] / (float) PANGO_SCALE;

      dl_mark_style_draw (mark->kind, snapshot,
                          &GRAPHENE_POINT_INIT ((line->indent + from) / MARK_SCALE, 0),
                          (to - from) / MARK_SCALE, FALSE, FALSE);
    }
  g_free (ranges);
}

/* The marks of the line, below the line that its letters stand on. */
static void
draw_marks (const Line *line, cairo_t *cr)
{
  const int start = line->line->start_index, end = start + line->line->length;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  for (guint i = 0; i < line->piece->marks->len; i++)
    {
      const DlPrintMark *mark = &g_array_index (line->piece->marks, DlPrintMark, i);

      if (mark->start < end && mark->end > start)
        draw_mark (line,
                   &(DlPrintMark){ MAX (mark->start, start), MIN (mark->end, end), mark->kind },
                   snapshot);
    }
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, MARK_SCALE, MARK_SCALE);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

static void
draw_line (const Line *line, double y, cairo_t *cr)
{
  cairo_save (cr);
  if (line->line == NULL)
    {
      cairo_translate (cr, 0, y);
      gsk_render_node_draw (line->piece->node, cr);
    }
  else
    {
      cairo_move_to (cr, line->x, y + line->ascent);
      pango_cairo_show_layout_line (cr, line->line);
      cairo_translate (cr, 0, y + line->ascent + MARK_GAP);
      draw_marks (line, cr);
    }
  cairo_restore (cr);
}

/**
 * dl_print_pages_draw:
 * @page: counted from 0, of those that dl_print_pages_break() made
 * @cr: whose unit is a point, its origin the upper left corner of the page
 */
void
dl_print_pages_draw (DlPrintPages *self, guint page, cairo_t *cr)
{
  const guint after =
    page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->lines->len;
  double y = 0;

  for (guint i = page < self->pages->len ? g_array_index (self->pages, guint, page) : after;
       i < after; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->is_first && y > 0)
        y += line->piece->above;
      draw_line (line, y, cr);
      y += line->height;
    }
}
