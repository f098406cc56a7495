/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hit-painter.h"

#include <adwaita.h>

#include "text-layout.h"

/* What a search found: a filled box with an edge, which no mark has, and a heavier one where the
 * reader is. */

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA fill, edge;
  float edge_width; /* px */
} Painter;

/**
 * dl_hit_painter_get_colors:
 * @current: of the one that the reader is at
 * @fill: (out): what is laid behind the words, over the paper
 * @edge: (out): around it
 */
void
dl_hit_painter_get_colors (gboolean dark, gboolean current, GdkRGBA *fill, GdkRGBA *edge)
{
  *fill = dark ? (GdkRGBA){ 0.66, 0.45, 0.00, 0.45 } : (GdkRGBA){ 0.98, 0.89, 0.36, 0.55 };
  *edge = dark ? (GdkRGBA){ 0.97, 0.83, 0.36, 0.75 } : (GdkRGBA){ 0.55, 0.40, 0.00, 0.90 };
  if (current)
    fill->alpha = 0.9;
}

static void
draw_piece (const GdkRectangle *piece, gpointer user_data)
{
  const Painter *self = user_data;
  const float w = self->edge_width;
  const float widths[] = { w, w, w, w };
  const GdkRGBA edges[] = { self->edge, self->edge, self->edge, self->edge };
  graphene_rect_t area =
    GRAPHENE_RECT_INIT (piece->x - 1, piece->y, piece->width + 2, piece->height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, 2);
  gtk_snapshot_append_color (self->snapshot, &self->fill, &area);
  gtk_snapshot_append_border (self->snapshot, &outline, widths, edges);
}

/* Returns: the place of the first of @hits that ends after @byte */
static guint
find_first_after (const GArray *hits, gsize byte)
{
  guint low = 0, high = hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (hits, DlSpan, middle).end > byte)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * dl_hit_painter_draw:
 * @hits: (element-type DlSpan): in order
 * @current: the one that the reader is at, or %DL_NONE
 * @visible: bytes of the article that are in sight
 *
 * Draws what belongs below the text, in buffer coordinates.
 */
void
dl_hit_painter_draw (const GArray *hits,
                     guint current,
                     GtkTextView *view,
                     DlTextMap *map,
                     DlSpan visible,
                     GtkSnapshot *snapshot)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  Painter self = { .snapshot = snapshot };

  for (guint i = find_first_after (hits, visible.start); i < hits->len; i++)
    {
      DlSpan hit = g_array_index (hits, DlSpan, i);

      if (hit.start >= visible.end)
        break;
      self.edge_width = i == current ? 2 : 1;
      dl_hit_painter_get_colors (dark, i == current, &self.fill, &self.edge);
      dl_text_layout_foreach_piece (view, map, hit, draw_piece, &self);
    }
}
