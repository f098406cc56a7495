/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-axis-private.h"

#include <math.h>

/* Draws the axis: from below the filter, the line with its ticks, and the pictures of the
 * events that are seen.  What it costs depends on the width, not on the number of events. */

/* Ticks stand at least this many line heights apart: room for “Sep 2021”. */
#define TICK_SPACING 3.4

#define LABEL_DISTANCE_PX 8

/**
 * dl_timeline_axis_get_palette:
 *
 * Returns: (transfer none): the colours in the style of now
 */
const DlTimelinePalette *
dl_timeline_axis_get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return dl_timeline_palette_get (adw_style_manager_get_dark (style),
                                  adw_style_manager_get_high_contrast (style));
}

static void
append_stretch (DlTimelineAxis *self,
                GtkSnapshot *snapshot,
                const DlTimelinePalette *palette,
                double start,
                double end)
{
  double a = CLAMP (dl_time_scale_to_x (&self->scale, start), 0, self->scale.width_px);
  double b = CLAMP (dl_time_scale_to_x (&self->scale, end), 0, self->scale.width_px);
  graphene_rect_t rect =
    GRAPHENE_RECT_INIT (MIN (a, b), 0, fabs (a - b), dl_timeline_axis_get_line_y (self));

  gtk_snapshot_append_color (snapshot, &palette->brush, &rect);
  rect.size.width = 1;
  gtk_snapshot_append_color (snapshot, &palette->selection, &rect);
  rect.origin.x = MAX (a, b) - 1;
  gtk_snapshot_append_color (snapshot, &palette->selection, &rect);
}

static void
draw_filter (DlTimelineAxis *self, GtkSnapshot *snapshot, const DlTimelinePalette *palette)
{
  DlDate *filter = dl_session_get_time_filter (self->session);
  gint64 first, after;

  if (self->brush.active)
    {
      append_stretch (self, snapshot, palette, self->brush.start, self->brush.end);
      return;
    }
  if (filter == NULL)
    return;

  if (dl_timeline_filter_get_days (filter, self->items, &first, &after))
    append_stretch (self, snapshot, palette, MAX (first, self->scale.from - 1),
                    MIN (after, self->scale.to + 1));
}

static double
find_tick_x (DlTimelineAxis *self, const DlTick *tick)
{
  return floor (dl_time_scale_to_x (&self->scale, tick->day));
}

/* From @left to @right, in pixels. */
typedef struct
{
  double left;
  double right;
} Room;

/* Takes the room, unless it is taken. */
static gboolean
take_room (GArray *taken, const Room *room)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Room *other = &g_array_index (taken, Room, i);

      if (room->left < other->right + LABEL_DISTANCE_PX &&
          other->left < room->right + LABEL_DISTANCE_PX)
        return FALSE;
    }
  g_array_append_val (taken, *room);

  return TRUE;
}

/* Under its tick, but never out of sight. */
static void
draw_tick_label (DlTimelineAxis *self,
                 GtkSnapshot *snapshot,
                 const DlTimelinePalette *palette,
                 const DlTick *tick,
                 GArray *taken)
{
  PangoLayout *label = dl_timeline_labels_get_tick (self->labels, tick, self->items->yearless);
  int width;
  Room room;

  pango_layout_get_pixel_size (label, &width, NULL);
  room.left = CLAMP (floor (find_tick_x (self, tick) - width / 2.0), 0,
                     MAX (self->scale.width_px - width, 0));
  room.right = room.left + width;
  if (!take_room (taken, &room))
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (room.left, dl_timeline_axis_get_line_y (self) +
                                                             DL_LABEL_GAP_PX));
  gtk_snapshot_append_layout (snapshot, label, &palette->text);
  gtk_snapshot_restore (snapshot);
}

/* Where a day or a year begins comes first: the label of the first tick, which names the day
 * or the year before, must not hide it. */
static void
draw_tick_labels (DlTimelineAxis *self,
                  GtkSnapshot *snapshot,
                  const DlTimelinePalette *palette,
                  GArray *ticks)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Room));

  for (guint i = 1; i < ticks->len; i++)
    if (g_array_index (ticks, DlTick, i).full)
      draw_tick_label (self, snapshot, palette, &g_array_index (ticks, DlTick, i), taken);
  for (guint i = 0; i < ticks->len; i++)
    if (i == 0 || !g_array_index (ticks, DlTick, i).full)
      draw_tick_label (self, snapshot, palette, &g_array_index (ticks, DlTick, i), taken);
}

/* First all lines, then all labels: a GPU draws what is alike at once. */
static void
draw_ticks (DlTimelineAxis *self, GtkSnapshot *snapshot, const DlTimelinePalette *palette)
{
  double y = dl_timeline_axis_get_line_y (self);
  double spacing = dl_timeline_labels_get_height (self->labels) * TICK_SPACING;
  g_autoptr (GArray) ticks = dl_time_scale_dup_ticks (&self->scale, spacing);

  gtk_snapshot_append_color (snapshot, &palette->line,
                             &GRAPHENE_RECT_INIT (0, y, self->scale.width_px, 1));
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = find_tick_x (self, &g_array_index (ticks, DlTick, i));

      gtk_snapshot_append_color (snapshot, &palette->line,
                                 &GRAPHENE_RECT_INIT (x, y - DL_TICK_PX, 1, DL_TICK_PX));
    }
  draw_tick_labels (self, snapshot, palette, ticks);
}

/**
 * dl_timeline_axis_draw:
 *
 * The whole widget.
 */
void
dl_timeline_axis_draw (DlTimelineAxis *self, GtkSnapshot *snapshot)
{
  const DlTimelinePalette *palette = dl_timeline_axis_get_palette ();

  if (dl_timeline_axis_get_is_empty (self))
    return;

  draw_filter (self, snapshot, palette);
  dl_timeline_axis_draw_document (self, snapshot, palette);
  draw_ticks (self, snapshot, palette);
  dl_timeline_axis_draw_pictures (self, snapshot);
}
