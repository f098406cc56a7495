/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "latest.h"
#include "time-scale.h"
#include "timeline-axis.h"
#include "timeline-filter.h"
#include "timeline-labels.h"
#include "timeline-layout.h"
#include "timeline-palette.h"

G_BEGIN_DECLS

/**
 * DlTimelineBrush:
 * @active: the pointer is drawing it
 * @start: the day where it began
 * @end: the day where the pointer is
 *
 * A stretch of time while it is chosen.
 */
typedef struct
{
  gboolean active;
  double start;
  double end;
} DlTimelineBrush;

/* Some events of one lane, drawn. */
typedef struct
{
  GdkTexture *texture;
  graphene_rect_t area; /* x from the left of all pictures, y from the top of the lowest lane */
} DlTimelinePicture;

/**
 * DlTimelinePictures:
 * @pieces: (element-type DlTimelinePicture) (nullable): %NULL: to be drawn
 * @density: pixels a day for which they are drawn
 * @scale_factor: pixels of the device in one of the widget
 * @left_px: where they begin in the layout
 *
 * The events, drawn.
 */
typedef struct
{
  GArray *pieces;
  double density;
  int scale_factor;
  double left_px;
  double width_px;
} DlTimelinePictures;

struct _DlTimelineAxis
{
  GtkWidget parent_instance;

  DlSession *session;
  DlLatest *latest;         /* finds the items; NULL once it is disposed of */
  DlTimelineItems *items;   /* or NULL: no annotations, or not found yet */
  DlTimelineLayout *layout; /* of @items at layout_density; or NULL */
  double layout_density;    /* pixels a day */
  guint n_lanes;            /* for which there is room */
  DlTimelinePictures pictures;

  DlTimeScale scale;
  gboolean fitted;   /* shows all until the reader zooms or pans … */
  gboolean fits_own; /* … all that the text tells, not the background */
  double pointer_x;
  double zoom_before; /* of a pinch: density at its start */

  DlTimelineBrush brush;
  DlTimelineLabels *labels;
  GtkWidget *cluster; /* the list of one that is open, or NULL */
};

/* timeline-axis.c */
void dl_timeline_axis_redraw (DlTimelineAxis *self);
void dl_timeline_axis_items_changed (DlTimelineAxis *self);

/* timeline-axis-items.c */
void dl_timeline_axis_init_items (DlTimelineAxis *self);
void dl_timeline_axis_clear_items (DlTimelineAxis *self);
void dl_timeline_axis_renew_items (DlTimelineAxis *self);
void dl_timeline_axis_find_items (DlTimelineAxis *self);

/* timeline-axis-move.c */
void dl_timeline_axis_set_width (DlTimelineAxis *self, int width);
void dl_timeline_axis_reveal_selected (DlTimelineAxis *self);

/* timeline-axis-place.c */
PangoLayout *dl_timeline_axis_get_count (DlTimelineAxis *self, guint n_items);
double dl_timeline_axis_get_pill_height (DlTimelineAxis *self);
void dl_timeline_axis_drop_layout (DlTimelineAxis *self);
DlTimelineLayout *dl_timeline_axis_get_layout (DlTimelineAxis *self);
double dl_timeline_axis_get_offset (DlTimelineAxis *self);
double dl_timeline_axis_get_line_y (DlTimelineAxis *self);
double dl_timeline_axis_get_lane_y (DlTimelineAxis *self);
graphene_rect_t dl_timeline_axis_get_area (DlTimelineAxis *self, const DlPlacement *placement);
const DlPlacement *dl_timeline_axis_find_placement (DlTimelineAxis *self, double x_px, double y_px);
const DlTimelineItem *
dl_timeline_axis_get_member (DlTimelineAxis *self, const DlPlacement *placement, guint position);
guint dl_timeline_axis_find_selected (DlTimelineAxis *self);

/* timeline-axis-document.c */
void dl_timeline_axis_draw_document (DlTimelineAxis *self,
                                     GtkSnapshot *snapshot,
                                     const DlTimelinePalette *palette);
char *dl_timeline_axis_describe_document (DlTimelineAxis *self, double x_px);

/* timeline-axis-draw.c */
const DlTimelinePalette *dl_timeline_axis_get_palette (void);
void dl_timeline_axis_draw (DlTimelineAxis *self, GtkSnapshot *snapshot);

/* timeline-axis-picture.c */
void dl_timeline_axis_draw_pictures (DlTimelineAxis *self, GtkSnapshot *snapshot);
void dl_timeline_axis_drop_pictures (DlTimelineAxis *self);

/* timeline-axis-cluster.c */
void dl_timeline_axis_open_cluster (DlTimelineAxis *self, const DlPlacement *placement);
void dl_timeline_axis_close_cluster (DlTimelineAxis *self);

/* timeline-axis-input.c */
void dl_timeline_axis_class_install_keys (GtkWidgetClass *widget_class);
void dl_timeline_axis_add_controllers (DlTimelineAxis *self);

/* Of the drawing, from the top: lanes, the line, ticks, labels. */
#define DL_AXIS_PADDING_PX 10
#define DL_LANE_PITCH_PX 22
#define DL_AXIS_GAP_PX 10 /* between the lowest bar and the line */
#define DL_TICK_PX 4
#define DL_LABEL_GAP_PX 4

/* Free beside the first and the last event when all are shown. */
#define DL_AXIS_MARGIN_PX 40

/* The width that it asks for: that of a side panel. */
#define DL_AXIS_PANEL_PX 420

G_END_DECLS
