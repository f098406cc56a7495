/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date.h"
#include "date-private.h"

/* A leap year, for dates that have none. */
#define ANY_YEAR 2000

struct _DlDate
{
  gatomicrefcount references;
  gboolean is_interval;
  gboolean is_open_start;
  gboolean is_open_end;
  DlDatePoint start;
  DlDatePoint end; /* of a single date the same as @start */
};

G_DEFINE_BOXED_TYPE (DlDate, dl_date, dl_date_ref, dl_date_unref)

/* Whether both have a year, and @end is over before @start begins. */
static gboolean
is_reversed (const DlDatePoint *start, const DlDatePoint *end)
{
  gint64 start_first, start_after, end_first, end_after;

  if (start->year == DL_YEAR_UNKNOWN || end->year == DL_YEAR_UNKNOWN)
    return FALSE;

  dl_date_point_get_days (start, start->year, &start_first, &start_after);
  dl_date_point_get_days (end, end->year, &end_first, &end_after);
  if (end_after <= start_first)
    return TRUE;

  return start->day != 0 && start->zone == end->zone && start_first == end_first &&
         end_after == end_first + 1 && end->hour != -1 &&
         dl_date_point_get_seconds (end) < dl_date_point_get_seconds (start);
}

/**
 * dl_date_build:
 * @start: (nullable): the date, or where the interval starts; %NULL: it is open there
 * @end: (nullable): where the interval ends; %NULL: it is open there
 * @is_interval: whether it is one
 * @date: (out) (transfer full): the date; untouched if something is wrong
 *
 * Returns: what is wrong with it
 */
DlDateFault
dl_date_build (const DlDatePoint *start,
               const DlDatePoint *end,
               gboolean is_interval,
               DlDate **date)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;
  DlDateFault fault = start == NULL && end == NULL ? DL_DATE_BAD_SYNTAX : DL_DATE_SOUND;
  DlDate *self;

  if (fault == DL_DATE_SOUND && start != NULL)
    fault = dl_date_point_check (start);
  if (fault == DL_DATE_SOUND && end != NULL)
    fault = dl_date_point_check (end);
  if (fault == DL_DATE_SOUND && start != NULL && end != NULL && is_reversed (start, end))
    fault = DL_DATE_BAD_ORDER;
  if (fault != DL_DATE_SOUND)
    return fault;

  self = g_new0 (DlDate, 1);
  g_atomic_ref_count_init (&self->references);
  self->is_interval = is_interval;
  self->is_open_start = start == NULL;
  self->is_open_end = end == NULL;
  self->start = start == NULL ? nothing : *start;
  self->end = end == NULL ? nothing : *end;
  *date = self;
  return DL_DATE_SOUND;
}

/**
 * dl_date_new:
 * @point: a date to the precision it is known
 *
 * Returns: (transfer full) (nullable): the date; %NULL if there is no such one, as 31
 *   February
 */
DlDate *
dl_date_new (const DlDatePoint *point)
{
  DlDate *self = NULL;

  g_return_val_if_fail (point != NULL, NULL);

  dl_date_build (point, point, FALSE, &self);
  return self;
}

/**
 * dl_date_new_interval:
 * @start: (nullable): where it starts; %NULL: it is open there
 * @end: (nullable): the last that belongs to it; %NULL: it is open there
 *
 * Returns: (transfer full) (nullable): the interval; %NULL if one of its ends is no date,
 *   it ends before it starts, or both ends are open
 */
DlDate *
dl_date_new_interval (const DlDatePoint *start, const DlDatePoint *end)
{
  DlDate *self = NULL;

  dl_date_build (start, end, TRUE, &self);
  return self;
}

/**
 * dl_date_new_ymd:
 * @year: astronomical, or %DL_YEAR_UNKNOWN
 * @month: 1 to 12, or another code of #DlDatePoint; 0: not given
 * @day: 1 to 31; 0: not given
 *
 * Returns: (transfer full) (nullable): the date; %NULL if there is no such one
 */
DlDate *
dl_date_new_ymd (int year, int month, int day)
{
  DlDatePoint point = DL_DATE_POINT_INIT;

  if (month < 0 || month > 36 || day < 0 || day > 31)
    return NULL;

  point.year = year;
  point.month = month;
  point.day = day;
  return dl_date_new (&point);
}

DlDate *
dl_date_ref (DlDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dl_date_unref (DlDate *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->references))
    g_free (self);
}

gboolean
dl_date_is_interval (DlDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_interval;
}

/**
 * dl_date_is_yearless:
 * @self: a date
 *
 * Returns: whether it, or an end of it that is given, has no year
 */
gboolean
dl_date_is_yearless (DlDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (!self->is_open_start && self->start.year == DL_YEAR_UNKNOWN) ||
         (!self->is_open_end && self->end.year == DL_YEAR_UNKNOWN);
}

/**
 * dl_date_get_start:
 * @self: a date
 *
 * Returns: (transfer none) (nullable): the date itself, or where the interval starts;
 *   %NULL: it is open there
 */
const DlDatePoint *
dl_date_get_start (DlDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->is_open_start ? NULL : &self->start;
}

/**
 * dl_date_get_end:
 * @self: a date
 *
 * Returns: (transfer none) (nullable): the date itself, or the last that belongs to the
 *   interval; %NULL: it is open there
 */
const DlDatePoint *
dl_date_get_end (DlDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->is_open_end ? NULL : &self->end;
}

/* The days of @self, its year-less ends being in @year. */
static void
get_days_in (DlDate *self, int year, gint64 *first, gint64 *after)
{
  const DlDatePoint *start = &self->start, *end = &self->end;
  gint64 unused;

  *first = G_MININT64;
  *after = G_MAXINT64;
  if (!self->is_open_start)
    dl_date_point_get_days (start, start->year == DL_YEAR_UNKNOWN ? year : start->year, first,
                            &unused);
  if (self->is_open_end)
    return;

  dl_date_point_get_days (end, end->year == DL_YEAR_UNKNOWN ? year : end->year, &unused, after);
  if (end->year == DL_YEAR_UNKNOWN && *after <= *first)
    dl_date_point_get_days (end, year + 1, &unused, after);
}

/**
 * dl_date_with_year:
 * @self: a date
 * @year: the year of those of its ends that have none; an interval that would end before
 *   it starts ends in the year after: 30 December to 2 January
 *
 * Returns: (transfer full) (nullable): the date with its year; %NULL if there is no such
 *   one, as 29 February 2021
 */
DlDate *
dl_date_with_year (DlDate *self, int year)
{
  const DlDatePoint *start, *end;
  DlDatePoint first, last;
  DlDate *dated = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  start = dl_date_get_start (self);
  end = dl_date_get_end (self);
  first = self->start;
  last = self->end;
  if (first.year == DL_YEAR_UNKNOWN)
    first.year = year;
  if (last.year == DL_YEAR_UNKNOWN)
    last.year = year;
  if (dl_date_build (start == NULL ? NULL : &first, end == NULL ? NULL : &last, self->is_interval,
                     &dated) == DL_DATE_BAD_ORDER &&
      self->end.year == DL_YEAR_UNKNOWN)
    {
      last.year++;
      dl_date_build (&first, &last, TRUE, &dated);
    }

  return dated;
}

/**
 * dl_date_get_days:
 * @self: a date
 * @first: (out): the number of its first day; %G_MININT64: it is open there
 * @after: (out): the number of the day after its last; %G_MAXINT64: it is open there
 *
 * Days are those of the date's own zone, counted by dl_date_day_from_civil().  “About” and
 * “perhaps” do not widen it.
 *
 * Returns: whether its year is known; if not, both are 0
 */
gboolean
dl_date_get_days (DlDate *self, gint64 *first, gint64 *after)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *first = *after = 0;
  if (dl_date_is_yearless (self))
    return FALSE;

  get_days_in (self, ANY_YEAR, first, after);
  return TRUE;
}

/**
 * dl_date_overlaps:
 * @a: a date
 * @b: another
 *
 * Returns: whether a day belongs to both; two year-less dates are taken to be of one
 *   year, and one never overlaps a date that has a year
 */
gboolean
dl_date_overlaps (DlDate *a, DlDate *b)
{
  gint64 a_first, a_after, b_first, b_after;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (dl_date_is_yearless (a) != dl_date_is_yearless (b))
    return FALSE;

  get_days_in (a, ANY_YEAR, &a_first, &a_after);
  get_days_in (b, ANY_YEAR, &b_first, &b_after);
  return MAX (a_first, b_first) < MIN (a_after, b_after);
}

/**
 * dl_date_equal:
 * @a: (nullable): a date
 * @b: (nullable): another
 *
 * Returns: whether they say the same to the same precision; %NULL equals %NULL
 */
gboolean
dl_date_equal (DlDate *a, DlDate *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->is_interval == b->is_interval && a->is_open_start == b->is_open_start &&
         a->is_open_end == b->is_open_end && dl_date_point_equal (&a->start, &b->start) &&
         dl_date_point_equal (&a->end, &b->end);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/**
 * dl_date_compare:
 * @a: a date
 * @b: another
 *
 * The order of a timeline: by first day, then by the clock (a day before its hours),
 * then by last day, then by the clock again.  Year-less dates come last, in the order of
 * their months.
 *
 * Returns: below, equal to or above 0
 */
int
dl_date_compare (DlDate *a, DlDate *b)
{
  gint64 a_first, a_after, b_first, b_after;
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  get_days_in (a, ANY_YEAR, &a_first, &a_after);
  get_days_in (b, ANY_YEAR, &b_first, &b_after);
  order = compare_numbers (dl_date_is_yearless (a), dl_date_is_yearless (b));
  if (order == 0)
    order = compare_numbers (a_first, b_first);
  if (order == 0)
    order = compare_numbers (dl_date_point_get_seconds (&a->start),
                             dl_date_point_get_seconds (&b->start));
  if (order == 0)
    order = compare_numbers (a_after, b_after);
  if (order == 0)
    order =
      compare_numbers (dl_date_point_get_seconds (&a->end), dl_date_point_get_seconds (&b->end));

  return order;
}
