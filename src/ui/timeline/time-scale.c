/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "time-scale.h"

#include <math.h>

/* Maps days to pixels and back, and chooses which of them get a tick.
 *
 * 1. from < to, and their distance stays between SPAN_MIN and SPAN_MAX.
 * 2. The whole lies between DAY_MIN and DAY_MAX, hence years fit an int by far. */

#define HOUR (1.0 / 24)
#define MINUTE (HOUR / 60)

#define SPAN_MIN (10 * MINUTE)      /* nothing in a text is told to the second */
#define SPAN_MIN_DAYS 2             /* a midnight at the least is seen, and labelled */
#define SPAN_MAX (20000 * 365.2425) /* from the first settlements to the far future */
#define DAY_MIN (-SPAN_MAX)
#define DAY_MAX SPAN_MAX

/**
 * Step:
 * @unit: of which @count make the step
 * @days: its mean length
 */
typedef struct
{
  DlAxisUnit unit;
  int count;
  double days;
} Step;

static const Step steps[] = {
  { DL_AXIS_MINUTE, 1, MINUTE },
  { DL_AXIS_MINUTE, 5, 5 * MINUTE },
  { DL_AXIS_MINUTE, 15, 15 * MINUTE },
  { DL_AXIS_MINUTE, 30, 30 * MINUTE },
  { DL_AXIS_MINUTE, 60, HOUR },
  { DL_AXIS_MINUTE, 180, 3 * HOUR },
  { DL_AXIS_MINUTE, 360, 6 * HOUR },
  { DL_AXIS_MINUTE, 720, 12 * HOUR },
  { DL_AXIS_DAY, 1, 1 },
  { DL_AXIS_DAY, 2, 2 },
  { DL_AXIS_DAY, 5, 5 },
  { DL_AXIS_DAY, 10, 10 },
  { DL_AXIS_MONTH, 1, 30.44 },
  { DL_AXIS_MONTH, 3, 91.3 },
  { DL_AXIS_MONTH, 6, 182.6 },
  { DL_AXIS_YEAR, 1, 365.2425 },
  { DL_AXIS_YEAR, 2, 730.5 },
  { DL_AXIS_YEAR, 5, 1826.2 },
  { DL_AXIS_YEAR, 10, 3652.4 },
  { DL_AXIS_YEAR, 20, 7304.9 },
  { DL_AXIS_YEAR, 50, 18262.1 },
  { DL_AXIS_YEAR, 100, 36524.3 },
  { DL_AXIS_YEAR, 200, 73048.5 },
  { DL_AXIS_YEAR, 500, 182621.3 },
  { DL_AXIS_YEAR, 1000, 365242.5 },
  { DL_AXIS_YEAR, 2000, 730485 },
  { DL_AXIS_YEAR, 5000, 1826212.5 },
};

/**
 * dl_time_scale_get_density:
 *
 * Returns: pixels a day
 */
double
dl_time_scale_get_density (const DlTimeScale *self)
{
  return self->width_px / (self->to - self->from);
}

double
dl_time_scale_to_x (const DlTimeScale *self, double day)
{
  double x_px = (day - self->from) * dl_time_scale_get_density (self);

  return self->mirrored ? self->width_px - x_px : x_px;
}

double
dl_time_scale_to_day (const DlTimeScale *self, double x_px)
{
  double forward_px = self->mirrored ? self->width_px - x_px : x_px;

  return self->from + forward_px / dl_time_scale_get_density (self);
}

static double
clamp_span (const DlTimeScale *self, double days)
{
  return CLAMP (days, self->whole_days ? SPAN_MIN_DAYS : SPAN_MIN, SPAN_MAX);
}

/* Keeps (1) and (2). */
static void
set_span (DlTimeScale *self, double from, double days)
{
  days = clamp_span (self, days);
  self->from = CLAMP (from, DAY_MIN, DAY_MAX - days);
  self->to = self->from + days;
}

/**
 * dl_time_scale_fit:
 * @first: the first day
 * @after: the day after the last
 * @margin_px: left free at both edges
 *
 * Shows all of [@first, @after), and never less than three days of it.
 */
void
dl_time_scale_fit (DlTimeScale *self, double first, double after, double margin_px)
{
  double days = MAX (after - first, 3);
  double share = MIN (margin_px / MAX (self->width_px, 1), 0.25);
  double whole = days / (1 - 2 * share);

  set_span (self, (first + after) / 2 - whole / 2, whole);
}

/**
 * dl_time_scale_zoom:
 * @factor: above 1 shows less, larger
 * @x_px: the day that is there stays there
 */
void
dl_time_scale_zoom (DlTimeScale *self, double factor, double x_px)
{
  double day = dl_time_scale_to_day (self, x_px);
  double share = (day - self->from) / (self->to - self->from);
  double days = clamp_span (self, (self->to - self->from) / factor);

  set_span (self, day - share * days, days);
}

/**
 * dl_time_scale_pan:
 * @dx_px: how far the content moves to the right
 */
void
dl_time_scale_pan (DlTimeScale *self, double dx_px)
{
  double days = dx_px / dl_time_scale_get_density (self);

  set_span (self, self->from - (self->mirrored ? -days : days), self->to - self->from);
}

static const Step *
choose_step (const DlTimeScale *self, double spacing_px)
{
  double density = dl_time_scale_get_density (self);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].days * density >= spacing_px && (steps[i].days >= 1 || !self->whole_days))
      return &steps[i];

  return &steps[G_N_ELEMENTS (steps) - 1];
}

static void
add_tick (GArray *ticks, const DlTimeScale *self, double day, DlAxisUnit unit, gboolean full)
{
  DlTick tick = { .day = day, .unit = unit, .full = full };

  if (day < self->from || day > self->to)
    return;

  tick.full = full || ticks->len == 0;
  g_array_append_val (ticks, tick);
}

/* Counted in whole minutes from a midnight, for the sum of fractions drifts. */
static void
add_minutes (GArray *ticks, const DlTimeScale *self, int count)
{
  double midnight = floor (self->from);
  gint64 last = (gint64) floor ((self->to - midnight) / MINUTE);

  for (gint64 minute = 0; minute <= last; minute += count)
    {
      gboolean new_day = minute % (24 * 60) == 0;

      add_tick (ticks, self, midnight + minute * MINUTE, new_day ? DL_AXIS_DAY : DL_AXIS_MINUTE,
                new_day);
    }
}

/* Steps of several days begin anew each month, 1, 6, 11 …: the last one is left out where
 * the next month's first follows too soon. */
static void
add_days (GArray *ticks, const DlTimeScale *self, int count)
{
  for (gint64 day = (gint64) floor (self->from); day <= self->to; day++)
    {
      int year, month, mday;

      dl_date_civil_from_day (day, &year, &month, &mday);
      if ((mday - 1) % count == 0 &&
          (count == 1 || mday + count / 2 <= dl_date_days_in_month (year, month)))
        add_tick (ticks, self, day, DL_AXIS_DAY, mday == 1);
    }
}

static int
get_year (double day)
{
  int year, month, mday;

  dl_date_civil_from_day ((gint64) floor (day), &year, &month, &mday);
  return year;
}

static void
add_months (GArray *ticks, const DlTimeScale *self, int count)
{
  for (int year = get_year (self->from); year <= get_year (self->to); year++)
    for (int month = 1; month <= 12; month += count)
      add_tick (ticks, self, dl_date_day_from_civil (year, month, 1), DL_AXIS_MONTH, month == 1);
}

/* The @number-th tick of steps of @count years: round in the reader's count, in which 1 BC
 * is the year 0 of ours and 1000 BC its -999:  1000 BC · 500 BC · 1 AD · 500 AD  */
static int
get_round_year (int number, int count)
{
  if (count == 1 || number > 0)
    return number * count;

  return number * count + 1;
}

static void
add_years (GArray *ticks, const DlTimeScale *self, int count)
{
  int first = (int) floor (get_year (self->from) / (double) count);
  int last = (int) ceil (get_year (self->to) / (double) count);

  for (int number = first; number <= last; number++)
    add_tick (ticks, self, dl_date_day_from_civil (get_round_year (number, count), 1, 1),
              DL_AXIS_YEAR, FALSE);
}

/**
 * dl_time_scale_dup_ticks:
 * @spacing_px: the least distance of two ticks
 *
 * Returns: (transfer full) (element-type DlTick): the ticks that are seen, in order of
 *   time, from minutes to millennia as the zoom asks
 */
GArray *
dl_time_scale_dup_ticks (const DlTimeScale *self, double spacing_px)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (DlTick));
  const Step *step;

  g_return_val_if_fail (self->width_px > 0 && spacing_px > 0, ticks);

  step = choose_step (self, spacing_px);
  switch (step->unit)
    {
    case DL_AXIS_MINUTE:
      add_minutes (ticks, self, step->count);
      break;
    case DL_AXIS_DAY:
      add_days (ticks, self, step->count);
      break;
    case DL_AXIS_MONTH:
      add_months (ticks, self, step->count);
      break;
    case DL_AXIS_YEAR:
    default:
      add_years (ticks, self, step->count);
    }

  return ticks;
}
