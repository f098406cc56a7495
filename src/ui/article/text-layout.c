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

/* Whether letters of both directions, or digits among those of right to left, are there: then the
 * first and the last need not be the outermost. */
static gboolean
is_mixed (const GtkTextIter *start, const GtkTextIter *end)
{
  gboolean has_right = FALSE, has_left = FALSE;

  for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, end) < 0;
       gtk_text_iter_forward_char (&iter))
    {
      const gunichar c = gtk_text_iter_get_char (&iter);

      has_right |= is_right_to_left (c);
      has_left |= g_unichar_isalnum (c) && !is_right_to_left (c);
    }

  return has_right && has_left;
}

/* Widens @piece to every character of [start, end). */
static void
widen (GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end, GdkRectangle *piece)
{
  for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, end) < 0;
       gtk_text_iter_forward_char (&iter))
    {
      GdkRectangle at;

      gtk_text_view_get_iter_location (view, &iter, &at);
      at.x = MIN (at.x, at.x + at.width);
      at.width = ABS (at.width);
      gdk_rectangle_union (piece, &at, piece);
    }
}

/* What is left of [start, end) on the display line of @start. */
static GdkRectangle
measure_piece (GtkTextView *view, const GtkTextIter *start, const GtkTextIter *end)
{
  GdkRectangle first, last, piece;
  GtkTextIter before = *end;
  int left, right;

  /* A space at which the line is broken is no part of the name. */
  do
    gtk_text_iter_backward_cursor_position (&before);
  while (g_unichar_isspace (gtk_text_iter_get_char (&before)) &&
         gtk_text_iter_compare (&before, start) > 0);
  if (gtk_text_iter_compare (&before, start) < 0)
    before = *start;

  gtk_text_view_get_iter_location (view, start, &first);
  gtk_text_view_get_iter_location (view, &before, &last);

  /* Right to left, a character's width is negative. */
  left = MIN (MIN (first.x, first.x + first.width), MIN (last.x, last.x + last.width));
  right = MAX (MAX (first.x, first.x + first.width), MAX (last.x, last.x + last.width));
  piece = (GdkRectangle){ left, first.y, right - left, first.height };
  if (is_mixed (start, end))
    widen (view, start, end, &piece);

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
  GtkTextIter start, end, stop;

  dl_text_map_get_iter (map, buffer, span.start, &start);
  dl_text_map_get_iter (map, buffer, span.end, &end);

  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GdkRectangle piece;
      GtkTextIter next = start;
      gboolean more = gtk_text_view_forward_display_line (view, &next);

      stop = more && gtk_text_iter_compare (&next, &end) < 0 ? next : end;
      piece = measure_piece (view, &start, &stop);
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
