/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"
#include "event-clock.h"

G_BEGIN_DECLS

/**
 * DlItemFlags:
 * @DL_ITEM_POINT: one day, or a time of it
 * @DL_ITEM_OPEN_START: has no first day
 * @DL_ITEM_OPEN_END: has no last day
 * @DL_ITEM_VAGUE: its ends are not sure
 * @DL_ITEM_DURING: at some time within its days, not all of them
 * @DL_ITEM_INFERRED: its year is not the text's own
 * @DL_ITEM_YEARLESS: its year is not known; it stands in the reference year
 * @DL_ITEM_BACKGROUND: told by a background file, not by the text
 * @DL_ITEM_TIMED: told by the hour
 */
typedef enum
{
  DL_ITEM_POINT = 1 << 0,
  DL_ITEM_OPEN_START = 1 << 1,
  DL_ITEM_OPEN_END = 1 << 2,
  DL_ITEM_VAGUE = 1 << 3,
  DL_ITEM_DURING = 1 << 4,
  DL_ITEM_INFERRED = 1 << 5,
  DL_ITEM_YEARLESS = 1 << 6,
  DL_ITEM_BACKGROUND = 1 << 7,
  DL_ITEM_TIMED = 1 << 8
} DlItemFlags;

/**
 * DlTimelineItem:
 * @start: its first instant in days, with a fraction; of a point its middle
 * @end: the instant after its last; of a point its middle
 * @event: index of the event
 *
 * One event, as it stands on the axis.
 */
typedef struct
{
  double start;
  double end;
  guint event;
  DlItemFlags flags;
} DlTimelineItem;

/**
 * DlTimelineItems:
 * @rows: (element-type DlTimelineItem): by start, then order of the text
 * @first: the first day of any
 * @after: the day after the last
 * @own_first: the first day of any that the text tells; of any, if it tells none
 * @own_after: the day after the last of these
 * @yearless: no event has a year: the axis must not show one
 * @whole_days: no event is told by the hour
 * @reference_year: where year-less events stand
 */
typedef struct
{
  GArray *rows;
  double first;
  double after;
  double own_first;
  double own_after;
  gboolean yearless;
  gboolean whole_days;
  int reference_year;
} DlTimelineItems;

DlTimelineItems *dl_timeline_items_new (DlAnnotations *annotations, DlClock clock);
void dl_timeline_items_free (DlTimelineItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTimelineItems, dl_timeline_items_free)

G_END_DECLS
