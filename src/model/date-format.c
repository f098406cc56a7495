/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date.h"

static void
append_year (GString *out, int year, int digits)
{
  int value = ABS (year);

  if (year < 0)
    g_string_append_c (out, '-');
  if (digits == 4)
    g_string_append_printf (out, "%04d", value);
  else if (digits == 3)
    g_string_append_printf (out, "%03d", value / 10);
  else
    g_string_append_printf (out, "%02d", value / 100);
}

static void
append_part (GString *out, int value)
{
  if (value == 0)
    g_string_append (out, "-XX");
  else
    g_string_append_printf (out, "-%02d", value);
}

static void
append_time (GString *out, const DlDatePoint *point)
{
  int zone = ABS (point->zone);

  if (point->hour == -1)
    return;

  g_string_append_printf (out, "T%02d", point->hour);
  if (point->minute != -1)
    g_string_append_printf (out, ":%02d", point->minute);
  if (point->second != -1)
    g_string_append_printf (out, ":%02d", point->second);
  if (point->zone == 0)
    g_string_append_c (out, 'Z');
  else if (point->zone != DL_ZONE_NONE)
    g_string_append_printf (out, "%c%02d:%02d", point->zone < 0 ? '-' : '+', zone / 60, zone % 60);
}

/* What follows the year: a time of day shows all that stands before it. */
static void
append_rest (GString *out, const DlDatePoint *point)
{
  if (point->month != 0 || point->day != 0 || point->hour != -1)
    append_part (out, point->month);
  if (point->day != 0 || point->hour != -1)
    append_part (out, point->day);
  append_time (out, point);
}

static void
append_edtf (GString *out, const DlDatePoint *point)
{
  if (point == NULL)
    {
      g_string_append (out, "..");
      return;
    }

  if (point->year == DL_YEAR_UNKNOWN)
    g_string_append (out, "XXXX");
  else if (ABS (point->year) > 9999)
    g_string_append_c (out, 'Y');
  if (point->year != DL_YEAR_UNKNOWN)
    append_year (out, point->year, point->year_digits);
  for (int i = point->year_digits; i < 4; i++)
    g_string_append_c (out, 'X');

  append_rest (out, point);
  if (point->flags != 0)
    g_string_append_c (out, " ~?%"[point->flags]);
}

static void
append_timex (GString *out, const DlDatePoint *point)
{
  static const char *const seasons[] = { "SP", "SU", "FA", "WI" };

  if (point == NULL)
    {
      g_string_append (out, "..");
      return;
    }

  if (point->year == DL_YEAR_UNKNOWN)
    g_string_append (out, "XXXX");
  else if (point->year <= 0 && point->year_digits == 4)
    g_string_append_printf (out, "BC%04d", 1 - point->year);
  else
    append_year (out, point->year, point->year_digits);

  if (point->month >= 33)
    g_string_append_printf (out, "-Q%d", point->month - 32);
  else if (point->month >= 21)
    g_string_append_printf (out, "-%s", seasons[point->month - 21]);
  else
    append_rest (out, point);
}

static char *
format (DlDate *self, void (*append) (GString *, const DlDatePoint *))
{
  GString *out = g_string_new (NULL);

  append (out, dl_date_get_start (self));
  if (dl_date_is_interval (self))
    {
      g_string_append_c (out, '/');
      append (out, dl_date_get_end (self));
    }

  return g_string_free (out, FALSE);
}

/**
 * dl_date_to_edtf:
 * @self: a date
 *
 * Returns: (transfer full): it as ISO 8601-2 writes it; dl_date_parse() gives it back
 */
char *
dl_date_to_edtf (DlDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format (self, append_edtf);
}

/**
 * dl_date_to_timex:
 * @self: a date
 *
 * TIMEX3 (ISO 24617-1) writes a decade as “201”, a century as “20”, summer 2021 as
 * “2021-SU”, its third quarter as “2021-Q3” and 44 BC as “BC0044”.  It has no value for
 * “about” and “perhaps”, which are left out, nor for an interval, which is written as in
 * ISO 8601.
 *
 * Returns: (transfer full): its TIMEX3 value
 */
char *
dl_date_to_timex (DlDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format (self, append_timex);
}
