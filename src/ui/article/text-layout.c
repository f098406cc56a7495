/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-layout.h"

/* Where parts of an article stand in the view that shows it. */

/* Hebrew, Arabic and the scripts between them in Unicode. */
static gboolean
is_right_to_left (gunichar c)
{
  return c >= 0x590 && c <= 0x8ff;
}

static GdkRectangle
get_area (GtkTextView *view, const GtkTextIter *iter)
{
  GdkRectangle area;

  gtk_text_view_get_iter_location (view, iter, &area);
  /* Right to left, a character's width is negative. */
  area.x = MIN (area.x, area.x + area.width);
  area.width = ABS (area.width);

  return area;
}

static void
add_area (GtkTextView *view, const GtkTextIter *iter, GdkRectangle *piece)
{
  const GdkRectangle area = get_area (view, iter);

  gdk_rectangle_union (piece, &area, piece);
}

/* Where letters of both directions are in [start, end), or digits among those of right to left,
 * the first and the last need not be the outermost.  The ends of the runs are. */
static void
add_runs (GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end, GdkRectangle *piece)
{
  GtkTextIter last = *start; /* letter that was seen */
  gboolean has_letter = FALSE, was_right = FALSE;

  for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, end) < 0;
       gtk_text_iter_forward_char (&iter))
    {
      const gunichar c = gtk_text_iter_get_char (&iter);
      const gboolean is_right = is_right_to_left (c);

      if (!is_right && !g_unichar_isalnum (c))
        continue;
      if (has_letter && is_right != was_right)
        {
          add_area (view, &last, piece);
          add_area (view, &iter, piece);
        }
      has_letter = TRUE;
      was_right = is_right;
      last = iter;
    }
}

/* The last character of [start, end).  A space at which the line is broken is no part of a
 * name. */
static GtkTextIter
find_last (const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter last = *end;

  do
    gtk_text_iter_backward_cursor_position (&last);
  while (g_unichar_isspace (gtk_text_iter_get_char (&last)) &&
         gtk_text_iter_compare (&last, start) > 0);

  return gtk_text_iter_compare (&last, start) < 0 ? *start : last;
}

/* What of [start, @end) is on the display line of @start; then @end is where that ends. */
static GdkRectangle
measure_piece (GtkTextView *view, const GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter last = find_last (start, end), stop = *start;
  GdkRectangle piece = get_area (view, start), last_area = get_area (view, &last);

  if (last_area.y != piece.y && gtk_text_view_forward_display_line (view, &stop) &&
      gtk_text_iter_compare (&stop, end) < 0)
    {
      *end = stop;
      last = find_last (start, end);
      last_area = get_area (view, &last);
    }
  gdk_rectangle_union (&piece, &last_area, &piece);
  add_runs (view, start, end, &piece);

  return piece;
}

/**
 * dl_text_layout_foreach_piece:
 * @span: bytes of the article
 *
 * Calls @func with the part of @span on each display line, in buffer coordinates.
 */
void
dl_text_layout_foreach_piece (GtkTextView *view,
                              DlTextMap *map,
                              DlSpan span,
                              DlPieceFunc func,
                              gpointer user_data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  dl_text_map_get_iter (map, buffer, span.start, &start);
  dl_text_map_get_iter (map, buffer, span.end, &end);

  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter stop = end;
      const GdkRectangle piece = measure_piece (view, &start, &stop);

      func (&piece, user_data);
      start = stop;
    }
}

/**
 * dl_text_layout_get_visible:
 *
 * Returns: the bytes of the article on the lines in sight
 */
DlSpan
dl_text_layout_get_visible (GtkTextView *view, DlTextMap *map)
{
  GdkRectangle visible;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &start, visible.x, visible.y);
  gtk_text_view_get_iter_at_location (view, &end, visible.x, visible.y + visible.height);
  gtk_text_view_backward_display_line_start (view, &start);
  gtk_text_view_forward_display_line_end (view, &end);

  return (DlSpan){ dl_text_map_get_byte (map, &start), dl_text_map_get_byte (map, &end) };
}

static int
get_text_height (GtkTextView *view)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);

  return MAX (y + height, 1);
}

/**
 * dl_text_layout_get_position:
 *
 * Returns: where @byte stands in the text, 0 to 1, by the heights known so far
 */
double
dl_text_layout_get_position (GtkTextView *view, DlTextMap *map, gsize byte)
{
  GtkTextIter iter;
  int y, height;
  double share;

  dl_text_map_get_iter (map, gtk_text_view_get_buffer (view), byte, &iter);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  share = gtk_text_iter_get_line_index (&iter) / MAX (gtk_text_iter_get_bytes_in_line (&iter), 1.);

  return CLAMP ((y + share * height) / get_text_height (view), 0, 1);
}

/**
 * dl_text_layout_find_position:
 * @position: 0 to 1
 *
 * Returns: the byte that dl_text_layout_get_position() finds there, to a character or two
 */
gsize
dl_text_layout_find_position (GtkTextView *view, DlTextMap *map, double position)
{
  const double wanted = position * get_text_height (view);
  GtkTextIter iter;
  int y, height;
  double share;

  gtk_text_view_get_line_at_y (view, &iter, wanted, &y);
  gtk_text_view_get_line_yrange (view, &iter, &y, &height);
  share = CLAMP ((wanted - y) / MAX (height, 1), 0, 1);

  return dl_text_map_get_byte (map, &iter) + share * gtk_text_iter_get_bytes_in_line (&iter);
}

/**
 * dl_text_layout_get_scale:
 *
 * Returns: how large the letters of such a block are beside those of a paragraph
 */
double
dl_text_layout_get_scale (DlBlockKind kind)
{
  switch (kind)
    {
    case DL_BLOCK_TITLE:
      return 1.4;
    case DL_BLOCK_HEADING:
      return 1.15;
    case DL_BLOCK_CAPTION:
      return 0.85;
    default:
      return 1;
    }
}

/**
 * dl_text_layout_get_ascent:
 *
 * Returns: from the top of a line of a paragraph to its baseline, px
 */
int
dl_text_layout_get_ascent (GtkTextView *view)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int ascent = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics));

  pango_font_metrics_unref (metrics);

  return ascent;
}
