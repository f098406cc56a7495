/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <math.h>

#include "timeline-painter.h"

/* The events of the axis as pictures, small pieces of each lane.  A frame copies them, so that
 * panning costs about as much as an empty widget does, whatever the renderer:
 *
 * 1. They are drawn by cairo, which needs no GPU, and handed over as textures, which a GPU
 *    keeps from one frame to the next.
 * 2. A software GL pays for each pixel, four times as much for one of a texture as for one of
 *    a plain colour: a piece is no larger than what is drawn in it, and there is none where
 *    nothing is.
 * 3. It pays for clipping too.  Only the pieces at the edges of the widget are clipped, hence
 *    the widget itself is not.
 * 4. Pieces are so small that GTK's GL renderer puts them into a texture that they share, and
 *    copies all of them at once.
 * 5. While the zoom stays they are made beyond the widget's edges, and anew when the view
 *    leaves them; while the zoom changes a piece is all that is seen of a lane, for it serves
 *    a single frame.
 * 6. What changes the looks of an event drops them. */

/* In pixels of the device; GTK 4.8 shares textures of up to 128. */
#define PIECE_PX 120

/* Free on each side, in widths of the widget. */
#define MARGIN 0.5

/* About a bar, for the ring of the selected one. */
#define RING_EDGE_PX 5

/* A piece of a lane while it is drawn: what part of the layout it shows. */
typedef struct
{
  DlTimelineAxis *axis;
  GtkSnapshot *snapshot;
  const DlTimelinePalette *palette;
  guint selected; /* item, or DL_NONE */
  guint lane;
  double from_px; /* in the layout … */
  double to_px;
  double left_px; /* … what is drawn of it */
  double right_px;
  double top_px; /* … and from the top of the lane */
  double bottom_px;
} Drawing;

/* Where one event is selected its ring says enough; where a country or a person is, the
 * events that are not about it step back. */
static gboolean
is_dimmed (DlTimelineAxis *self, guint event)
{
  if (!dl_session_is_event_shown (self->session, event))
    return TRUE;

  return dl_session_has_selection (self->session) &&
         dl_session_get_event (self->session) == DL_NONE &&
         !dl_session_is_event_lit (self->session, event);
}

static gboolean
is_selected (const Drawing *self, const DlPlacement *placement)
{
  return self->selected != DL_NONE &&
         dl_timeline_layout_get_placement (self->axis->layout, self->selected) == placement;
}

/* What is more than @slack_px beyond an edge, in whole stripes: those of one piece go on in
 * the next. */
static double
find_excess (double beyond_px, double slack_px)
{
  return beyond_px > slack_px
           ? floor ((beyond_px - slack_px) / DL_MARK_STRIPE_PX) * DL_MARK_STRIPE_PX
           : 0;
}

/* Bars that reach far beyond the edges are cut there: what a renderer is given stays
 * about as large as the picture.  A cluster has its label in its middle. */
static graphene_rect_t
find_rect (const Drawing *self, const DlPlacement *placement)
{
  double slack = placement->n_items > 1 ? placement->width_px : 2 * DL_LANE_PITCH_PX;
  double width = self->to_px - self->from_px;
  double left = placement->x_px - self->from_px;
  double right = left + placement->width_px;
  double height =
    placement->n_items > 1 ? dl_timeline_axis_get_pill_height (self->axis) : DL_ITEM_SIZE_PX;

  left += find_excess (-left, slack);
  right -= find_excess (right - width, slack);

  return GRAPHENE_RECT_INIT (self->axis->scale.mirrored ? width - right : left,
                             DL_ITEM_SIZE_PX - height, right - left, height);
}

static void
draw_placement (Drawing *self, const DlPlacement *placement)
{
  const DlTimelineItem *item =
    &g_array_index (self->axis->items->rows, DlTimelineItem, placement->item);
  graphene_rect_t rect = find_rect (self, placement);
  DlMarkState state = is_selected (self, placement) ? DL_MARK_SELECTED : 0;
  double edge_px = state != 0 ? RING_EDGE_PX : 0;

  self->left_px = MIN (self->left_px, floor (placement->x_px - edge_px));
  self->right_px = MAX (self->right_px, ceil (placement->x_px + placement->width_px + edge_px));
  self->top_px = MIN (self->top_px, rect.origin.y - edge_px);
  self->bottom_px = MAX (self->bottom_px, DL_ITEM_SIZE_PX + edge_px);
  if (placement->n_items > 1)
    {
      dl_timeline_paint_cluster (self->snapshot, self->palette, &rect,
                                 dl_timeline_axis_get_count (self->axis, placement->n_items),
                                 state);
      return;
    }

  if (state == 0 && is_dimmed (self->axis, item->event))
    state |= DL_MARK_DIMMED;
  dl_timeline_paint_mark (self->snapshot, self->palette, &rect, item->flags, state,
                          self->axis->scale.mirrored);
}

static GskRenderNode *
draw_piece (Drawing *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  DlTimelineLayout *layout = self->axis->layout;
  GArray *placements = g_ptr_array_index (layout->lanes, self->lane);
  guint first, after;

  self->snapshot = snapshot;
  self->left_px = self->to_px;
  self->right_px = self->from_px;
  dl_timeline_layout_find_visible (layout, self->lane, self->from_px - RING_EDGE_PX,
                                   self->to_px + RING_EDGE_PX, &first, &after);
  for (guint i = first; i < after; i++)
    draw_placement (self, &g_array_index (placements, DlPlacement, i));

  self->left_px = MAX (self->left_px, self->from_px);
  self->right_px = MIN (self->right_px, self->to_px);
  return gtk_snapshot_to_node (snapshot);
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static GdkTexture *
make_texture (GskRenderNode *node, const graphene_rect_t *area, int scale_factor)
{
  int width = ceil (area->size.width) * scale_factor;
  int height = ceil (area->size.height) * scale_factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  int stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_set_device_scale (surface, scale_factor, scale_factor);
  cr = cairo_create (surface);
  cairo_translate (cr, -area->origin.x, -area->origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * height, destroy_surface, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
free_picture (gpointer picture)
{
  g_object_unref (((DlTimelinePicture *) picture)->texture);
}

/* Adds nothing where nothing is. */
static void
add_piece (DlTimelinePictures *self, Drawing *drawing)
{
  g_autoptr (GskRenderNode) node = draw_piece (drawing);
  double inset = drawing->axis->scale.mirrored ? drawing->to_px - drawing->right_px
                                               : drawing->left_px - drawing->from_px;
  double width = drawing->right_px - drawing->left_px;
  DlTimelinePicture picture = {
    .area =
      GRAPHENE_RECT_INIT (inset, drawing->top_px, width, drawing->bottom_px - drawing->top_px),
  };

  if (node == NULL || width <= 0)
    return;

  picture.texture = make_texture (node, &picture.area, self->scale_factor);
  graphene_rect_offset (&picture.area,
                        drawing->axis->scale.mirrored
                          ? self->left_px + self->width_px - drawing->to_px
                          : drawing->from_px - self->left_px,
                        -(double) drawing->lane * DL_LANE_PITCH_PX);
  g_array_append_val (self->pieces, picture);
}

static gboolean
covers (const DlTimelinePictures *self, double density, double left_px, double right_px)
{
  return self->pieces != NULL && self->density == density && left_px >= self->left_px &&
         right_px <= self->left_px + self->width_px;
}

static void
add_lane (DlTimelineAxis *self, guint lane, guint selected, gboolean is_zooming)
{
  DlTimelinePictures *pictures = &self->pictures;
  double right = pictures->left_px + pictures->width_px;
  double piece = is_zooming ? pictures->width_px : PIECE_PX / MIN (pictures->scale_factor, 4);

  for (double left = pictures->left_px; left < right; left += piece)
    {
      Drawing drawing = {
        .axis = self,
        .palette = dl_timeline_axis_get_palette (),
        .selected = selected,
        .lane = lane,
        .from_px = left,
        .to_px = MIN (left + piece, right),
      };

      add_piece (pictures, &drawing);
    }
}

static void
update_pictures (DlTimelineAxis *self, double offset)
{
  DlTimelinePictures *pictures = &self->pictures;
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean is_zooming = pictures->density != self->layout_density;
  double margin = is_zooming ? 0 : self->scale.width_px * MARGIN;

  if (pictures->scale_factor == scale_factor &&
      covers (pictures, self->layout_density, offset, offset + self->scale.width_px))
    return;

  dl_timeline_axis_drop_pictures (self);
  pictures->pieces = g_array_new (FALSE, FALSE, sizeof (DlTimelinePicture));
  g_array_set_clear_func (pictures->pieces, free_picture);
  pictures->density = self->layout_density;
  pictures->scale_factor = scale_factor;
  pictures->left_px = floor (offset - margin);
  pictures->width_px = ceil (self->scale.width_px + 2 * margin) + 1;
  for (guint i = 0; i < self->n_lanes; i++)
    add_lane (self, i, dl_timeline_axis_find_selected (self), is_zooming);
}

/**
 * dl_timeline_axis_drop_pictures:
 *
 * Has the events drawn anew with the next frame.
 */
void
dl_timeline_axis_drop_pictures (DlTimelineAxis *self)
{
  g_clear_pointer (&self->pictures.pieces, g_array_unref);
}

/* Copies the pieces that lie within @bounds; or, if @cut, those that do so in part. */
static void
copy_pieces (DlTimelineAxis *self,
             GtkSnapshot *snapshot,
             const graphene_rect_t *bounds,
             gboolean cut)
{
  const DlTimelinePictures *pictures = &self->pictures;
  double x = round (pictures->left_px - dl_timeline_axis_get_offset (self));
  double y = dl_timeline_axis_get_lane_y (self);

  if (self->scale.mirrored)
    x = self->scale.width_px - x - pictures->width_px;
  for (guint i = 0; i < pictures->pieces->len; i++)
    {
      const DlTimelinePicture *picture = &g_array_index (pictures->pieces, DlTimelinePicture, i);
      graphene_rect_t area = picture->area;

      /* On whole pixels the copies stay sharp, and are plain ones. */
      graphene_rect_offset (&area, x, y);
      if (graphene_rect_intersection (bounds, &area, NULL) &&
          graphene_rect_contains_rect (bounds, &area) != cut)
        gtk_snapshot_append_texture (snapshot, picture->texture, &area);
    }
}

/**
 * dl_timeline_axis_draw_pictures:
 *
 * The events that are seen.
 */
void
dl_timeline_axis_draw_pictures (DlTimelineAxis *self, GtkSnapshot *snapshot)
{
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, self->scale.width_px, gtk_widget_get_height (GTK_WIDGET (self)));

  dl_timeline_axis_get_layout (self);
  update_pictures (self, dl_timeline_axis_get_offset (self));

  /* By (3) and (4): what needs the same of the GPU stands together. */
  copy_pieces (self, snapshot, &bounds, FALSE);
  gtk_snapshot_push_clip (snapshot, &bounds);
  copy_pieces (self, snapshot, &bounds, TRUE);
  gtk_snapshot_pop (snapshot);
}
