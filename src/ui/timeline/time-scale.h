/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-format.h"

G_BEGIN_DECLS

/**
 * DlTimeScale:
 * @from: the day at the earlier edge, as dl_date_day_from_civil() counts, with a fraction
 * @to: the day at the later edge
 * @width_px: between the two edges
 * @mirrored: the later edge is at x = 0
 * @whole_days: nothing is told by the hour: no tick is either, nor a part of a day seen alone
 *
 * Which stretch of time is seen, and how wide.
 */
typedef struct
{
  double from;
  double to;
  double width_px;
  gboolean mirrored;
  gboolean whole_days;
} DlTimeScale;

/**
 * DlTick:
 * @day: where it stands
 * @unit: what it counts
 * @full: where a greater unit begins, or the first tick: its label names both
 */
typedef struct
{
  double day;
  DlAxisUnit unit;
  gboolean full;
} DlTick;

double dl_time_scale_to_x (const DlTimeScale *self, double day);
double dl_time_scale_to_day (const DlTimeScale *self, double x_px);
double dl_time_scale_get_density (const DlTimeScale *self);

void dl_time_scale_fit (DlTimeScale *self, double first, double after, double margin_px);
void dl_time_scale_zoom (DlTimeScale *self, double factor, double x_px);
void dl_time_scale_pan (DlTimeScale *self, double dx_px);

GArray *dl_time_scale_dup_ticks (const DlTimeScale *self, double spacing_px);

G_END_DECLS
