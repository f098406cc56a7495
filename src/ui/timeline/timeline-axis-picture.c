/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "digits.h"
#include "timeline-painter.h"

/* The events of the axis as pictures, one a lane.  A frame copies them, so that panning costs
 * about as much as an empty widget does, whatever the renderer:
 *
 * 1. They are drawn by cairo, which needs no GPU, and handed over as textures, which a GPU
 *    keeps from one frame to the next.
 * 2. They are no higher than what is drawn in the lane: a software GL pays for each pixel.
 * 3. While the zoom stays they are wider than the widget, and drawn anew when the view leaves
 *    them; while the zoom changes they are as wide, for they serve a single frame.
 * 4. What changes the looks of an event drops them. */

/* Free on each side, in widths of the widget. */
#define MARGIN 0.5

/* About a bar: for edges that are smoothed; for the ring of the selected one. */
#define EDGE_PX 1
#define RING_EDGE_PX 5

/* A lane's picture while it is drawn: what part of the layout it shows. */
typedef struct
{
  DlTimelineAxis *axis;
  GtkSnapshot *snapshot;
  const DlTimelinePalette *palette;
  double left_px; /* in the layout */
  double width_px;
  guint selected; /* item, or DL_NONE */
  guint lane;
  gboolean ringed; /* the selected one is in the lane */
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

static void
draw_cluster (const Drawing *self, const graphene_rect_t *rect, guint n_items, DlMarkState state)
{
  /* Translators: so many events for which there is no room */
  g_autofree char *text = dl_digits_printf (C_ ("timeline", "+%u"), n_items);

  dl_timeline_paint_cluster (self->snapshot, self->palette, rect,
                             dl_timeline_axis_get_label (self->axis, text), state);
}

/* Bars that reach far beyond the edges are cut there: what a renderer is given stays
 * about as large as the picture. */
static graphene_rect_t
find_rect (const Drawing *self, const DlPlacement *placement)
{
  double slack = 2 * DL_LANE_PITCH_PX;
  double left = MAX (placement->x_px - self->left_px, -slack);
  double right =
    MIN (placement->x_px + placement->width_px - self->left_px, self->width_px + slack);

  return GRAPHENE_RECT_INIT (self->axis->scale.mirrored ? self->width_px - right : left,
                             RING_EDGE_PX, right - left, DL_ITEM_SIZE_PX);
}

static void
draw_placement (const Drawing *self, const DlPlacement *placement)
{
  const DlTimelineItem *item =
    &g_array_index (self->axis->items->rows, DlTimelineItem, placement->item);
  graphene_rect_t rect = find_rect (self, placement);
  DlMarkState state = is_selected (self, placement) ? DL_MARK_SELECTED : 0;

  if (placement->n_items > 1)
    {
      draw_cluster (self, &rect, placement->n_items, state);
      return;
    }

  if (state == 0 && is_dimmed (self->axis, item->event))
    state |= DL_MARK_DIMMED;
  dl_timeline_paint_mark (self->snapshot, self->palette, &rect, item->flags, state,
                          self->axis->scale.mirrored);
}

static GskRenderNode *
draw_lane (Drawing *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  DlTimelineLayout *layout = self->axis->layout;
  GArray *placements = g_ptr_array_index (layout->lanes, self->lane);
  guint first, after;

  self->snapshot = snapshot;
  dl_timeline_layout_find_visible (layout, self->lane, self->left_px - DL_LANE_PITCH_PX,
                                   self->left_px + self->width_px + DL_LANE_PITCH_PX, &first,
                                   &after);
  for (guint i = first; i < after; i++)
    {
      const DlPlacement *placement = &g_array_index (placements, DlPlacement, i);

      self->ringed |= is_selected (self, placement);
      draw_placement (self, placement);
    }

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

/* Leaves a lane without a picture where nothing is in it. */
static void
draw_picture (DlTimelinePicture *self, Drawing *drawing, int scale_factor)
{
  g_autoptr (GskRenderNode) node = draw_lane (drawing);
  int edge = drawing->ringed ? RING_EDGE_PX : EDGE_PX;

  if (node == NULL)
    return;

  self->area =
    GRAPHENE_RECT_INIT (0, RING_EDGE_PX - edge, drawing->width_px, DL_ITEM_SIZE_PX + 2 * edge);
  self->texture = make_texture (node, &self->area, scale_factor);
}

static gboolean
covers (const DlTimelinePictures *self, double density, double left_px, double right_px)
{
  return self->is_drawn && self->density == density && left_px >= self->left_px &&
         right_px <= self->left_px + self->width_px;
}

static void
update_pictures (DlTimelineAxis *self, double offset)
{
  DlTimelinePictures *pictures = &self->pictures;
  int scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double margin = pictures->density == self->layout_density ? self->scale.width_px * MARGIN : 0;

  if (pictures->scale_factor == scale_factor &&
      covers (pictures, self->layout_density, offset, offset + self->scale.width_px))
    return;

  dl_timeline_axis_drop_pictures (self);
  pictures->is_drawn = TRUE;
  pictures->density = self->layout_density;
  pictures->scale_factor = scale_factor;
  pictures->left_px = floor (offset - margin);
  pictures->width_px = ceil (self->scale.width_px + 2 * margin) + 1;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      Drawing drawing = {
        .axis = self,
        .palette = dl_timeline_axis_get_palette (),
        .left_px = pictures->left_px,
        .width_px = pictures->width_px,
        .selected = dl_timeline_axis_find_selected (self),
        .lane = i,
      };

      draw_picture (&pictures->lanes[i], &drawing, scale_factor);
    }
}

/**
 * dl_timeline_axis_drop_pictures:
 *
 * Has the events drawn anew with the next frame.
 */
void
dl_timeline_axis_drop_pictures (DlTimelineAxis *self)
{
  self->pictures.is_drawn = FALSE;
  for (guint i = 0; i < DL_LANES_MAX; i++)
    g_clear_object (&self->pictures.lanes[i].texture);
}

/**
 * dl_timeline_axis_draw_pictures:
 *
 * The events that are seen.
 */
void
dl_timeline_axis_draw_pictures (DlTimelineAxis *self, GtkSnapshot *snapshot)
{
  const DlTimelinePictures *pictures = &self->pictures;
  double x, y = dl_timeline_axis_get_line_y (self) - DL_AXIS_GAP_PX - DL_ITEM_SIZE_PX;

  dl_timeline_axis_get_layout (self);
  update_pictures (self, dl_timeline_axis_get_offset (self));

  /* On whole pixels the copies stay sharp, and are plain ones. */
  x = round (pictures->left_px - dl_timeline_axis_get_offset (self));
  if (self->scale.mirrored)
    x = self->scale.width_px - x - pictures->width_px;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      graphene_rect_t area = pictures->lanes[i].area;

      if (pictures->lanes[i].texture == NULL)
        continue;
      graphene_rect_offset (&area, x, y - RING_EDGE_PX - i * DL_LANE_PITCH_PX);
      gtk_snapshot_append_texture (snapshot, pictures->lanes[i].texture, &area);
    }
}
