/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timeline-filter.h"

#include <math.h>

/* Turns a stretch of the axis into a time filter, and back. */

/* A filter ends where a tick could stand if they stood this close. */
#define GRID_PX 22

static DlDatePoint
round_point (const DlTimelineItems *items, double day, DlAxisUnit unit)
{
  DlDatePoint point = DL_DATE_POINT_INIT;
  int month, mday;

  dl_date_civil_from_day ((gint64) floor (day), &point.year, &month, &mday);
  if (unit != DL_AXIS_YEAR)
    point.month = month;
  if (unit == DL_AXIS_DAY || unit == DL_AXIS_MINUTE)
    point.day = mday;
  if (items->yearless)
    point.year = DL_YEAR_UNKNOWN;

  return point;
}

/**
 * dl_timeline_filter_new:
 * @start: a day, with a fraction
 * @end: another, before or after it
 *
 * Counts in whole days, or in months or years where the zoom shows no less.
 *
 * Returns: (transfer full) (nullable): the time from the one to the other, without a year
 *   if the axis has none; %NULL if there is no such time
 */
DlDate *
dl_timeline_filter_new (const DlTimeScale *scale,
                        const DlTimelineItems *items,
                        double start,
                        double end)
{
  g_autoptr (GArray) ticks = dl_time_scale_dup_ticks (scale, GRID_PX);
  DlAxisUnit unit = ticks->len > 0 ? g_array_index (ticks, DlTick, 0).unit : DL_AXIS_DAY;
  DlDatePoint first, last;

  if (items->yearless && unit == DL_AXIS_YEAR)
    unit = DL_AXIS_MONTH;
  first = round_point (items, MIN (start, end), unit);
  last = round_point (items, MAX (start, end), unit);

  if (first.year == last.year && first.month == last.month && first.day == last.day)
    return dl_date_new (&first);

  return dl_date_new_interval (&first, &last);
}

/**
 * dl_timeline_filter_get_days:
 * @first: (out): its first day
 * @after: (out): the day after its last
 *
 * Returns: whether @filter has a place on the axis
 */
gboolean
dl_timeline_filter_get_days (DlDate *filter,
                             const DlTimelineItems *items,
                             gint64 *first,
                             gint64 *after)
{
  g_autoptr (DlDate) placed = dl_date_is_yearless (filter)
                                ? dl_date_with_year (filter, items->reference_year)
                                : dl_date_ref (filter);

  return placed != NULL && dl_date_get_days (placed, first, after);
}
