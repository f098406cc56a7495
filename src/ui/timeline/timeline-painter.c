/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-painter.h"

/* Draws one event.  Four things can be told at once, each by its own means:
 *
 *   colour   who says so: the text, or a background file
 *   fill     its year: full: stated; striped: inferred; hollow: not known
 *   ends     round: sure; fading: about; an arrow: open
 *   height   low: at some time within these days; high: all of them
 */

#define DIMMED_OPACITY 0.35
#define DURING_SHARE 0.45f /* of a bar's height */
#define FADE_PX 16.0f      /* of each vague end, at most */
#define FADE_STEPS 6       /* slices of a fading end: more cannot be told apart */
#define RING_GAP_PX 2.0f
#define RING_PX 2.0f

static GdkRGBA
with_opacity (GdkRGBA color, float opacity)
{
  color.alpha *= opacity;
  return color;
}

static void
append_stripes (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  const GskColorStop stops[] = { { 0, *color },
                                 { 0.5, *color },
                                 { 0.5, with_opacity (*color, 0) },
                                 { 1, with_opacity (*color, 0) } };

  /* Anchored at y only: stripes of stacked bars line up, and do not crawl while panning. */
  gtk_snapshot_append_repeating_linear_gradient (
    snapshot, rect, &GRAPHENE_POINT_INIT (rect->origin.x, rect->origin.y),
    &GRAPHENE_POINT_INIT (rect->origin.x + DL_MARK_STRIPE_PX / 2,
                          rect->origin.y + DL_MARK_STRIPE_PX / 2),
    stops, G_N_ELEMENTS (stops));
}

static void
append_body (GtkSnapshot *snapshot,
             const DlTimelinePalette *palette,
             const graphene_rect_t *rect,
             const GdkRGBA *color,
             DlItemFlags flags)
{
  GdkRGBA ground = with_opacity (*color, palette->hatch_opacity);
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, rect, rect->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  if ((flags & DL_ITEM_INFERRED) != 0)
    {
      gtk_snapshot_append_color (snapshot, &ground, rect);
      append_stripes (snapshot, rect, color);
    }
  else
    gtk_snapshot_append_color (snapshot, (flags & DL_ITEM_YEARLESS) != 0 ? &ground : color, rect);
  gtk_snapshot_pop (snapshot);

  if ((flags & (DL_ITEM_YEARLESS | DL_ITEM_INFERRED)) != 0)
    gtk_snapshot_append_border (snapshot, &shape, (float[4]){ 1.5, 1.5, 1.5, 1.5 },
                                (GdkRGBA[4]){ *color, *color, *color, *color });
}

/* One slice of the body, seen through @opacity. */
static void
append_slice (GtkSnapshot *snapshot,
              const DlTimelinePalette *palette,
              const graphene_rect_t *rect,
              const GdkRGBA *color,
              DlItemFlags flags,
              float x,
              float width,
              double opacity)
{
  gtk_snapshot_push_opacity (snapshot, opacity);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (x, rect->origin.y, width, rect->size.height));
  append_body (snapshot, palette, rect, color, flags);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_fading (GtkSnapshot *snapshot,
               const DlTimelinePalette *palette,
               const graphene_rect_t *rect,
               const GdkRGBA *color,
               DlItemFlags flags)
{
  float fade = MIN (FADE_PX, rect->size.width * 0.4f);
  float slice = fade / FADE_STEPS;
  float right = rect->origin.x + rect->size.width;

  for (guint i = 0; i < FADE_STEPS; i++)
    {
      double opacity = (i + 0.5) / FADE_STEPS;

      append_slice (snapshot, palette, rect, color, flags, rect->origin.x + i * slice, slice,
                    opacity);
      append_slice (snapshot, palette, rect, color, flags, right - (i + 1) * slice, slice, opacity);
    }
  append_slice (snapshot, palette, rect, color, flags, rect->origin.x + fade,
                rect->size.width - 2 * fade, 1);
}

/* A shaft that comes out of nothing and a head:  ··–——▶  */
static void
append_arrow (GtkSnapshot *snapshot,
              const graphene_rect_t *rect,
              const GdkRGBA *color,
              gboolean to_left,
              gboolean hollow)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  double width = rect->size.width, height = rect->size.height;
  double head = height * 0.8, inset = height * 0.25, line = 0.75;

  cairo_translate (cr, rect->origin.x + (to_left ? width : 0), rect->origin.y);
  cairo_scale (cr, to_left ? -1 : 1, 1);

  cairo_arc (cr, height / 2 - inset + line, height / 2, height / 2 - inset, G_PI / 2, -G_PI / 2);
  cairo_line_to (cr, width - head, inset);
  cairo_line_to (cr, width - head, line);
  cairo_line_to (cr, width - line, height / 2);
  cairo_line_to (cr, width - head, height - line);
  cairo_line_to (cr, width - head, height - inset);
  cairo_close_path (cr);

  gdk_cairo_set_source_rgba (cr, color);
  if (hollow)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  else
    cairo_fill (cr);
  cairo_destroy (cr);
}

static void
append_vague_point (GtkSnapshot *snapshot,
                    const DlTimelinePalette *palette,
                    const graphene_rect_t *rect,
                    const GdkRGBA *color,
                    DlItemFlags flags)
{
  GdkRGBA halo = with_opacity (*color, 0.3);
  graphene_rect_t core = *rect;
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, rect, rect->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &halo, rect);
  gtk_snapshot_pop (snapshot);

  graphene_rect_inset (&core, rect->size.width * 0.28f, rect->size.height * 0.28f);
  append_body (snapshot, palette, &core, color, flags);
}

static void
append_ring (GtkSnapshot *snapshot, const DlTimelinePalette *palette, const graphene_rect_t *rect)
{
  const GdkRGBA color = palette->selection;
  graphene_rect_t around = *rect;
  GskRoundedRect shape;

  graphene_rect_inset (&around, -(RING_GAP_PX + RING_PX), -(RING_GAP_PX + RING_PX));
  gsk_rounded_rect_init_from_rect (&shape, &around, around.size.height / 2);
  gtk_snapshot_append_border (snapshot, &shape, (float[4]){ RING_PX, RING_PX, RING_PX, RING_PX },
                              (GdkRGBA[4]){ color, color, color, color });
}

static graphene_rect_t
lower (const graphene_rect_t *rect, DlItemFlags flags)
{
  graphene_rect_t low = *rect;

  if ((flags & DL_ITEM_DURING) != 0 && (flags & DL_ITEM_POINT) == 0)
    graphene_rect_inset (&low, 0, rect->size.height * (1 - DURING_SHARE) / 2);

  return low;
}

/**
 * dl_timeline_paint_mark:
 * @rect: where; its height is that of a bar
 * @mirrored: time runs to the left
 */
void
dl_timeline_paint_mark (GtkSnapshot *snapshot,
                        const DlTimelinePalette *palette,
                        const graphene_rect_t *rect,
                        DlItemFlags flags,
                        DlMarkState state,
                        gboolean mirrored)
{
  const GdkRGBA *color = (flags & DL_ITEM_BACKGROUND) != 0 ? &palette->background : &palette->event;
  graphene_rect_t body = lower (rect, flags);

  if ((state & DL_MARK_DIMMED) != 0)
    gtk_snapshot_push_opacity (snapshot, DIMMED_OPACITY);

  if ((flags & (DL_ITEM_OPEN_START | DL_ITEM_OPEN_END)) != 0)
    append_arrow (snapshot, rect, color, ((flags & DL_ITEM_OPEN_START) != 0) != mirrored,
                  (flags & (DL_ITEM_INFERRED | DL_ITEM_YEARLESS)) != 0);
  else if ((flags & DL_ITEM_VAGUE) != 0 && (flags & DL_ITEM_POINT) != 0)
    append_vague_point (snapshot, palette, &body, color, flags);
  else if ((flags & DL_ITEM_VAGUE) != 0)
    append_fading (snapshot, palette, &body, color, flags);
  else
    append_body (snapshot, palette, &body, color, flags);

  if ((state & DL_MARK_DIMMED) != 0)
    gtk_snapshot_pop (snapshot);
  if ((state & DL_MARK_SELECTED) != 0)
    append_ring (snapshot, palette, rect);
}

/**
 * dl_timeline_paint_cluster:
 * @label: how many, “+35”
 *
 * Draws a pill that stands for events for which there is no room.
 */
void
dl_timeline_paint_cluster (GtkSnapshot *snapshot,
                           const DlTimelinePalette *palette,
                           const graphene_rect_t *rect,
                           PangoLayout *label,
                           DlMarkState state)
{
  GdkRGBA ground = with_opacity (palette->event, 0.18);
  GskRoundedRect shape;
  int width, height;

  pango_layout_get_pixel_size (label, &width, &height);
  gsk_rounded_rect_init_from_rect (&shape, rect, rect->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, rect);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rect->origin.x + (rect->size.width - width) / 2,
                                                rect->origin.y + (rect->size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, label, &palette->text);
  gtk_snapshot_restore (snapshot);

  if ((state & DL_MARK_SELECTED) != 0)
    append_ring (snapshot, palette, rect);
}
