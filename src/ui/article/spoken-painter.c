/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "spoken-painter.h"

#include <adwaita.h>

#include "text-layout.h"

/* The sentence that is being said: a band behind its lines, of the letters' own colour, which
 * no mark has. */

static const GdkRGBA BAND_LIGHT = { 0, 0, 0, 0.11 }, BAND_DARK = { 1, 1, 1, 0.16 };

/* In high contrast: a band that cannot be overlooked. */
#define CONTRAST_ALPHA 0.3

/* How far it reaches beyond the letters at the side, px; lines must not overlap. */
#define REACH 3

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA colour;
} Painter;

static void
draw_piece (const GdkRectangle *piece, gpointer user_data)
{
  const Painter *self = user_data;
  graphene_rect_t area = GRAPHENE_RECT_INIT (piece->x - REACH, piece->y - 1,
                                             piece->width + 2 * REACH, piece->height + 2);

  gtk_snapshot_append_color (self->snapshot, &self->colour, &area);
}

/**
 * dl_spoken_painter_draw:
 * @spoken: bytes of the article
 * @visible: those that are in sight
 *
 * Draws what belongs below the text, in buffer coordinates.
 */
void
dl_spoken_painter_draw (DlSpan spoken,
                        GtkTextView *view,
                        DlTextMap *map,
                        DlSpan visible,
                        GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const DlSpan shown = { MAX (spoken.start, visible.start), MIN (spoken.end, visible.end) };
  Painter self = { snapshot, adw_style_manager_get_dark (style) ? BAND_DARK : BAND_LIGHT };

  if (shown.start >= shown.end)
    return;
  if (adw_style_manager_get_high_contrast (style))
    self.colour.alpha = CONTRAST_ALPHA;
  dl_text_layout_foreach_piece (view, map, shown, draw_piece, &self);
}
