/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mark-painter.h"

#include <adwaita.h>

#include "mark-style.h"
#include "mention-finder.h"
#include "text-layout.h"

/* The marks of the mentions in sight: a line below each, and a ground behind what is selected or
 * pointed at. */

/* From the baseline to the mark, px. */
#define MARK_DROP 4
/* From the mark of a name to that of a name within. */
#define INNER_DROP 4

typedef struct
{
  GtkTextView *view;
  DlTextMap *map;
  DlSession *session;
  DlAnnotations *annotations;
  GtkSnapshot *snapshot;
  gboolean dark, bold;
  int ascent; /* of a line of a paragraph */

  /* Of the line at hand. */
  gsize line_end;
  double scale; /* of its letters */

  /* Of the mention at hand. */
  DlKind kind;
  gboolean lit;    /* it is selected, or its sibling is */
  gboolean chosen; /* it is selected itself */
  gboolean inner;  /* within another that is marked */
} Painter;

/* What is chosen differs from its siblings, and these from what is pointed at, by more than
 * lightness: an edge around it, a thicker line below. */
static void
draw_ground (const GdkRectangle *piece, gpointer user_data)
{
  Painter *self = user_data;
  const graphene_rect_t area =
    GRAPHENE_RECT_INIT (piece->x - 1, piece->y, piece->width + 2, piece->height);
  GskRoundedRect outline;
  GdkRGBA color;

  dl_mark_style_get_ground (self->kind, self->dark, self->lit, &color);
  gsk_rounded_rect_init_from_rect (&outline, &area, 3);

  gtk_snapshot_push_rounded_clip (self->snapshot, &outline);
  gtk_snapshot_append_color (self->snapshot, &color, &area);
  gtk_snapshot_pop (self->snapshot);

  if (self->chosen)
    {
      dl_mark_style_get_color (self->kind, self->dark, &color);
      gtk_snapshot_append_border (self->snapshot, &outline, (const float[]){ 1, 1, 1, 1 },
                                  (const GdkRGBA[]){ color, color, color, color });
    }
}

/* A name within a name has its line below the other's.  Lines of two names that touch do not. */
static void
draw_line (const GdkRectangle *piece, gpointer user_data)
{
  Painter *self = user_data;
  const int drop = MIN (self->ascent * self->scale + MARK_DROP, piece->height);
  const graphene_point_t start =
    GRAPHENE_POINT_INIT (piece->x + 1, piece->y + drop + (self->inner ? INNER_DROP : 0));

  dl_mark_style_draw (self->kind, self->snapshot, &start, MAX (piece->width - 2, 1), self->dark,
                      self->bold || self->lit);
}

/* Reads on to the line that holds @byte. */
static void
enter_line (Painter *self, gsize byte)
{
  guint line;

  if (byte < self->line_end)
    return;

  line = dl_text_map_find_line (self->map, byte);
  self->line_end = dl_text_map_get_line (self->map, line).end;
  self->scale = dl_text_layout_get_scale (dl_text_map_get_line_kind (self->map, line));
}

static void
draw_mention (Painter *self, guint mention)
{
  DlMention *row = dl_annotations_get_mention (self->annotations, mention);
  DlSpan span = dl_mention_get_span (row);
  guint entity = dl_mention_get_entity (row);

  self->kind = dl_mention_get_kind (row);
  enter_line (self, span.start);
  self->lit = dl_session_is_mention_lit (self->session, mention);
  self->chosen = mention == dl_session_get_mention (self->session);
  self->inner = dl_mention_finder_is_covered (self->session, mention);

  if (self->lit || (entity != DL_NONE && entity == dl_session_get_pointed_entity (self->session)))
    dl_text_layout_foreach_piece (self->view, self->map, span, draw_ground, self);
  if (dl_session_is_mention_shown (self->session, mention))
    dl_text_layout_foreach_piece (self->view, self->map, span, draw_line, self);
}

/**
 * dl_mark_painter_draw:
 * @view: shows the article of @session
 * @ascent: of a line of a paragraph: dl_text_layout_get_ascent()
 * @visible: bytes of it that are in sight
 *
 * Draws what belongs below the text, in buffer coordinates.
 */
void
dl_mark_painter_draw (DlSession *session,
                      GtkTextView *view,
                      DlTextMap *map,
                      int ascent,
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
                   .ascent = ascent,
                   .dark = adw_style_manager_get_dark (style),
                   .bold = adw_style_manager_get_high_contrast (style) };

  if (annotations == NULL)
    return;
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
