/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mark-painter.h"

#include <adwaita.h>

#include "mark-style.h"
#include "text-layout.h"

/* The marks of the mentions in sight: a line below each, and a ground behind what is selected or
 * pointed at. */

/* From the baseline to the mark, px. */
#define MARK_DROP 4

typedef struct
{
  GtkTextView *view;
  DlTextMap *map;
  DlSession *session;
  DlAnnotations *annotations;
  GtkSnapshot *snapshot;
  gboolean dark, bold;
  int ascent; /* of a line of a paragraph */

  /* Of the mention at hand. */
  DlKind kind;
  double scale; /* of the letters of its block */
  gboolean lit, pointed;
} Painter;

static void
draw_ground (const GdkRectangle *piece, gpointer user_data)
{
  Painter *self = user_data;
  GskRoundedRect outline;
  graphene_rect_t area;
  GdkRGBA color;

  dl_mark_style_get_color (self->kind, self->dark, &color);
  color.alpha = self->lit ? (self->dark ? 0.30 : 0.18) : (self->dark ? 0.16 : 0.09);
  graphene_rect_init (&area, piece->x - 1, piece->y, piece->width + 2, piece->height);
  gsk_rounded_rect_init_from_rect (&outline, &area, 3);

  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, &color, &area);
  gtk_snapshot_pop (self->snapshot);
}

static void
draw_line (const GdkRectangle *piece, gpointer user_data)
{
  Painter *self = user_data;
  const int drop = self->ascent * self->scale + MARK_DROP;
  graphene_point_t start = GRAPHENE_POINT_INIT (piece->x, piece->y + MIN (drop, piece->height));

  dl_mark_style_draw (self->kind, self->snapshot, &start, piece->width, self->dark, self->bold);
}

/**
 * dl_mark_painter_is_covered:
 *
 * A name inside a marked name has no line of its own: one line a word is enough.
 */
gboolean
dl_mark_painter_is_covered (DlSession *session, guint mention)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  guint within = dl_mention_get_fields (dl_annotations_get_mention (annotations, mention))->within;

  for (; within != DL_NONE;
       within = dl_mention_get_fields (dl_annotations_get_mention (annotations, within))->within)
    if (dl_session_is_mention_shown (session, within))
      return TRUE;

  return FALSE;
}

static double
find_scale (Painter *self, DlSpan span)
{
  GtkTextIter start;

  dl_text_map_get_iter (self->map, gtk_text_view_get_buffer (self->view), span.start, &start);

  return dl_text_layout_get_scale (
    dl_text_map_get_line_kind (self->map, gtk_text_iter_get_line (&start)));
}

static void
draw_mention (Painter *self, guint mention)
{
  DlMention *row = dl_annotations_get_mention (self->annotations, mention);
  DlSpan span = dl_mention_get_span (row);
  guint entity = dl_mention_get_entity (row);

  self->kind = dl_mention_get_kind (row);
  self->scale = find_scale (self, span);
  self->lit = dl_session_is_mention_lit (self->session, mention);
  self->pointed = entity != DL_NONE && entity == dl_session_get_pointed_entity (self->session);

  if (self->lit || self->pointed)
    dl_text_layout_foreach_piece (self->view, self->map, span, draw_ground, self);
  if (dl_session_is_mention_shown (self->session, mention) &&
      !dl_mark_painter_is_covered (self->session, mention))
    dl_text_layout_foreach_piece (self->view, self->map, span, draw_line, self);
}

/**
 * dl_mark_painter_draw:
 * @view: shows the article of @session
 * @visible: bytes of it that are in sight
 *
 * Draws what belongs below the text, in buffer coordinates.
 */
void
dl_mark_painter_draw (DlSession *session,
                      GtkTextView *view,
                      DlTextMap *map,
                      DlSpan visible,
                      GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  DlAnnotations *annotations = dl_session_get_annotations (session);
  Painter self = { .view = view,
                   .map = map,
                   .session = session,
                   .annotations = annotations,
                   .snapshot = snapshot,
                   .dark = adw_style_manager_get_dark (style),
                   .bold = adw_style_manager_get_high_contrast (style) };

  if (annotations == NULL)
    return;
  self.ascent = dl_text_layout_get_ascent (view);
  for (guint i = dl_annotations_find_first_after (annotations, visible.start);
       i < dl_annotations_get_n_mentions (annotations); i++)
    {
      DlSpan span = dl_mention_get_span (dl_annotations_get_mention (annotations, i));

      if (span.start >= visible.end)
        break;
      if (span.end > visible.start)
        draw_mention (&self, i);
    }
}
