/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date.h"
#include "date-private.h"

/* The furthest zone from UTC that is in use (Line Islands). */
#define MAX_ZONE_MINUTES (14 * 60)

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

/**
 * dl_date_point_get_span:
 * @point: a date
 *
 * Returns: how many years its year stands for: 1, 10 or 100
 */
int
dl_date_point_get_span (const DlDatePoint *point)
{
  return point->year_digits == 3 ? 10 : point->year_digits == 2 ? 100 : 1;
}

static DlDateFault
check_year (const DlDatePoint *point)
{
  int span = dl_date_point_get_span (point);
  int first;

  if (point->year_digits < 2 || point->year_digits > 4)
    return DL_DATE_BAD_YEAR;
  if (point->year == DL_YEAR_UNKNOWN)
    return span == 1 ? DL_DATE_SOUND : DL_DATE_BAD_YEAR;
  if (point->year < -DL_DATE_MAX_YEAR || point->year > DL_DATE_MAX_YEAR)
    return DL_DATE_BAD_YEAR;

  /* Decades before Christ count away from 0: “-004X” is -49 to -40. */
  first = point->year >= 0 ? point->year - point->year % span
                           : point->year - point->year % span - (span - 1);
  if (first != point->year && span > 1)
    return DL_DATE_BAD_YEAR;
  if (span > 1 && (point->month != 0 || point->day != 0 || ABS (point->year) > 9999))
    return DL_DATE_BAD_YEAR;

  return DL_DATE_SOUND;
}

static DlDateFault
check_month_and_day (const DlDatePoint *point)
{
  gboolean is_month = point->month >= 1 && point->month <= 12;
  gboolean is_season = point->month >= 21 && point->month <= 24;
  gboolean is_quarter = point->month >= 33 && point->month <= 36;

  if (point->month != 0 && !is_month && !is_season && !is_quarter)
    return DL_DATE_BAD_MONTH;
  if (point->month != 0 && point->year != DL_YEAR_UNKNOWN && ABS (point->year) > 9999)
    return DL_DATE_BAD_YEAR;
  if (point->day == 0)
    return DL_DATE_SOUND;
  if (is_season || is_quarter || point->day < 1 || point->day > 31)
    return DL_DATE_BAD_DAY;
  if (is_month && point->day > dl_date_days_in_month (point->year, point->month))
    return DL_DATE_BAD_DAY;

  return DL_DATE_SOUND;
}

static DlDateFault
check_time (const DlDatePoint *point)
{
  gboolean has_no_date = point->year == DL_YEAR_UNKNOWN && point->month == 0 && point->day == 0;
  gboolean has_zone = point->zone != DL_ZONE_NONE;

  if (point->hour == -1)
    {
      if (point->minute != -1 || point->second != -1 || has_zone)
        return DL_DATE_BAD_TIME;
      return has_no_date ? DL_DATE_BAD_SYNTAX : DL_DATE_SOUND;
    }

  if (point->day == 0 && !has_no_date)
    return DL_DATE_BAD_TIME;
  if (point->hour < 0 || point->hour > 24 || point->minute < -1 || point->minute > 59 ||
      point->second < -1 || point->second > 60)
    return DL_DATE_BAD_TIME;
  if (point->hour == 24 && (point->minute > 0 || point->second > 0))
    return DL_DATE_BAD_TIME;
  if (point->minute == -1 && point->second != -1)
    return DL_DATE_BAD_TIME;
  if (has_zone && ABS (point->zone) > MAX_ZONE_MINUTES)
    return DL_DATE_BAD_TIME;

  return DL_DATE_SOUND;
}

/**
 * dl_date_point_check:
 * @point: a date that may be none
 *
 * Returns: what is wrong with it
 */
DlDateFault
dl_date_point_check (const DlDatePoint *point)
{
  DlDateFault fault = check_year (point);

  if (fault == DL_DATE_SOUND)
    fault = check_month_and_day (point);
  if (fault == DL_DATE_SOUND)
    fault = check_time (point);

  return fault;
}

/* The months of a season or quarter.  Seasons are those of weather services in the north:
 * spring begins on 1 March, and winter reaches into the next year. */
static void
get_months (int code, int *first, int *count)
{
  *count = code > 12 ? 3 : 1;
  if (code >= 33)
    *first = (code - 33) * 3 + 1;
  else if (code >= 21)
    *first = (code - 21) * 3 + 3;
  else
    *first = code;
}

static void
get_point_days (const DlDatePoint *point, int year, gint64 *first, gint64 *after)
{
  int month, count;

  if (point->month == 0)
    {
      int span = dl_date_point_get_span (point);

      *first = dl_date_day_from_civil (year, 1, 1);
      *after = dl_date_day_from_civil (year + span, 1, 1);
    }
  else if (point->day != 0)
    {
      *first = dl_date_day_from_civil (year, point->month, point->day);
      *after = *first + 1;
    }
  else
    {
      get_months (point->month, &month, &count);
      *first = dl_date_day_from_civil (year, month, 1);
      month += count;
      *after = dl_date_day_from_civil (year + (month > 12), month > 12 ? month - 12 : month, 1);
    }
}

static int
get_seconds (const DlDatePoint *point)
{
  if (point->hour == -1)
    return -1;

  return point->hour * 3600 + MAX (point->minute, 0) * 60 + MAX (point->second, 0);
}

/* Whether both have a year, and @end is over before @start begins. */
static gboolean
is_reversed (const DlDatePoint *start, const DlDatePoint *end)
{
  gint64 start_first, start_after, end_first, end_after;

  if (start->year == DL_YEAR_UNKNOWN || end->year == DL_YEAR_UNKNOWN)
    return FALSE;

  get_point_days (start, start->year, &start_first, &start_after);
  get_point_days (end, end->year, &end_first, &end_after);
  if (end_after <= start_first)
    return TRUE;

  return start->day != 0 && start->zone == end->zone && start_first == end_first &&
         end_after == end_first + 1 && end->hour != -1 && get_seconds (end) < get_seconds (start);
}

/**
 * dl_date_build:
 * @start: (nullable): the date, or where the interval starts; %NULL: it is open there
 * @end: (nullable): where the interval ends; %NULL: it is open there
 * @interval: whether it is one
 * @date: (out) (transfer full): the date; untouched if something is wrong
 *
 * Returns: what is wrong with it
 */
DlDateFault
dl_date_build (const DlDatePoint *start, const DlDatePoint *end, gboolean interval, DlDate **date)
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
  self->is_interval = interval;
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
    get_point_days (start, start->year == DL_YEAR_UNKNOWN ? year : start->year, first, &unused);
  if (self->is_open_end)
    return;

  get_point_days (end, end->year == DL_YEAR_UNKNOWN ? year : end->year, &unused, after);
  if (end->year == DL_YEAR_UNKNOWN && *after <= *first)
    get_point_days (end, year + 1, &unused, after);
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

static gboolean
point_equals (const DlDatePoint *a, const DlDatePoint *b)
{
  return a->year == b->year && a->year_digits == b->year_digits && a->month == b->month &&
         a->day == b->day && a->hour == b->hour && a->minute == b->minute &&
         a->second == b->second && a->zone == b->zone && a->flags == b->flags;
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
         a->is_open_end == b->is_open_end && point_equals (&a->start, &b->start) &&
         point_equals (&a->end, &b->end);
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
    order = compare_numbers (get_seconds (&a->start), get_seconds (&b->start));
  if (order == 0)
    order = compare_numbers (a_after, b_after);
  if (order == 0)
    order = compare_numbers (get_seconds (&a->end), get_seconds (&b->end));

  return order;
}
