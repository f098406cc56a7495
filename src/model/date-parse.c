/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date.h"
#include "date-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* Longer than any date, an interval of two date-times with zones and flags included. */
#define MAX_LENGTH 96

static gboolean
read_number (const char **at, guint digits, int *value)
{
  *value = 0;
  for (guint i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      *value = *value * 10 + g_ascii_digit_value ((*at)[i]);
    }

  *at += digits;
  return TRUE;
}

static gboolean
read_literal (const char **at, const char *literal)
{
  if (!g_str_has_prefix (*at, literal))
    return FALSE;

  *at += strlen (literal);
  return TRUE;
}

/* “Y12345”: more than four digits. */
static DlDateFault
read_long_year (const char **at, DlDatePoint *point)
{
  gboolean negative = read_literal (at, "-");
  int digits = 0, value = 0;

  for (; g_ascii_isdigit (**at); (*at)++, digits++)
    if (value <= DL_DATE_MAX_YEAR)
      value = value * 10 + g_ascii_digit_value (**at);

  if (digits < 5 || value < 10000)
    return DL_DATE_BAD_SYNTAX;
  if (value > DL_DATE_MAX_YEAR)
    return DL_DATE_BAD_YEAR;

  point->year = negative ? -value : value;
  return DL_DATE_SOUND;
}

/* “2021”, “-0044”, “201X”, “20XX”, “XXXX”. */
static DlDateFault
read_year (const char **at, DlDatePoint *point)
{
  gboolean negative;
  int high, low = 0;

  if (read_literal (at, "Y"))
    return read_long_year (at, point);
  if (read_literal (at, "XXXX"))
    return DL_DATE_SOUND;

  negative = read_literal (at, "-");
  if (!read_number (at, 2, &high))
    return DL_DATE_BAD_SYNTAX;
  if (read_literal (at, "XX"))
    point->year_digits = 2;
  else if (g_ascii_isdigit ((*at)[0]) && (*at)[1] == 'X')
    {
      point->year_digits = 3;
      low = g_ascii_digit_value ((*at)[0]) * 10;
      *at += 2;
    }
  else if (!read_number (at, 2, &low))
    return DL_DATE_BAD_SYNTAX;

  point->year = high * 100 + low;
  if (negative && point->year == 0)
    return DL_DATE_BAD_YEAR;
  if (negative)
    point->year = -point->year - (dl_date_point_get_span (point) - 1);
  return DL_DATE_SOUND;
}

/* “-10”, or “-XX” for one that is not known. */
static DlDateFault
read_part (const char **at, DlDateFault fault, gint8 *part)
{
  int value;

  if (!read_literal (at, "-") || read_literal (at, "XX"))
    return DL_DATE_SOUND;
  if (!read_number (at, 2, &value))
    return DL_DATE_BAD_SYNTAX;
  if (value == 0)
    return fault;

  *part = value;
  return DL_DATE_SOUND;
}

/* “Z”, “+07:00”, “+0700”, “-05”. */
static DlDateFault
read_zone (const char **at, DlDatePoint *point)
{
  int hours, minutes = 0;
  gboolean west = **at == '-';

  if (read_literal (at, "Z"))
    {
      point->zone = 0;
      return DL_DATE_SOUND;
    }
  if (!read_literal (at, "+") && !read_literal (at, "-"))
    return DL_DATE_SOUND;

  if (!read_number (at, 2, &hours))
    return DL_DATE_BAD_SYNTAX;
  if (read_literal (at, ":") && !read_number (at, 2, &minutes))
    return DL_DATE_BAD_SYNTAX;
  if (g_ascii_isdigit (**at) && !read_number (at, 2, &minutes))
    return DL_DATE_BAD_SYNTAX;
  if (minutes > 59)
    return DL_DATE_BAD_TIME;

  point->zone = (west ? -1 : 1) * (hours * 60 + minutes);
  return DL_DATE_SOUND;
}

static DlDateFault
read_time (const char **at, DlDatePoint *point)
{
  gint8 *const parts[] = { &point->hour, &point->minute, &point->second };
  int value;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (i > 0 && !read_literal (at, ":"))
        break;
      if (!read_number (at, 2, &value))
        return DL_DATE_BAD_SYNTAX;
      *parts[i] = value;
    }

  if (point->second != -1 && (**at == '.' || **at == ','))
    {
      if (!g_ascii_isdigit (*++(*at)))
        return DL_DATE_BAD_SYNTAX;
      while (g_ascii_isdigit (**at))
        (*at)++;
    }

  return read_zone (at, point);
}

static void
read_flags (const char **at, DlDatePoint *point)
{
  if (read_literal (at, "~"))
    point->flags = DL_DATE_APPROXIMATE;
  else if (read_literal (at, "?"))
    point->flags = DL_DATE_UNCERTAIN;
  else if (read_literal (at, "%"))
    point->flags = DL_DATE_APPROXIMATE | DL_DATE_UNCERTAIN;
}

static DlDateFault
read_point (const char **at, DlDatePoint *point)
{
  DlDateFault fault = read_year (at, point);

  if (fault == DL_DATE_SOUND)
    fault = read_part (at, DL_DATE_BAD_MONTH, &point->month);
  if (fault == DL_DATE_SOUND)
    fault = read_part (at, DL_DATE_BAD_DAY, &point->day);
  if (fault == DL_DATE_SOUND && read_literal (at, "T"))
    fault = read_time (at, point);
  if (fault == DL_DATE_SOUND)
    read_flags (at, point);

  return fault;
}

static DlDateFault
read_interval (const char *edtf, DlDate **date)
{
  DlDatePoint points[] = { DL_DATE_POINT_INIT, DL_DATE_POINT_INIT };
  g_auto (GStrv) ends = g_strsplit (edtf, "/", 3);
  gboolean is_open[2];

  if (g_strv_length (ends) != 2)
    return DL_DATE_BAD_SYNTAX;

  for (guint i = 0; i < 2; i++)
    {
      const char *at = ends[i];
      DlDateFault fault;

      is_open[i] = *at == '\0' || g_str_equal (at, "..");
      fault = is_open[i] ? DL_DATE_SOUND : read_point (&at, &points[i]);
      if (fault != DL_DATE_SOUND)
        return fault;
      if (!is_open[i] && *at != '\0')
        return DL_DATE_BAD_SYNTAX;
    }

  return dl_date_build (is_open[0] ? NULL : &points[0], is_open[1] ? NULL : &points[1], TRUE, date);
}

static DlDateFault
read_date (const char *edtf, DlDate **date)
{
  DlDatePoint point = DL_DATE_POINT_INIT;
  DlDateFault fault;

  if (strchr (edtf, '/') != NULL)
    return read_interval (edtf, date);

  fault = read_point (&edtf, &point);
  if (fault == DL_DATE_SOUND && *edtf != '\0')
    fault = DL_DATE_BAD_SYNTAX;

  return fault == DL_DATE_SOUND ? dl_date_build (&point, &point, FALSE, date) : fault;
}

static char *
describe (DlDateFault fault, const char *edtf)
{
  switch (fault)
    {
    case DL_DATE_BAD_YEAR:
      /* TRANSLATORS: %s is a date as somebody wrote it, such as 2021-10-13 */
      return g_strdup_printf (_ ("“%s” is not a date: there is no such year."), edtf);
    case DL_DATE_BAD_MONTH:
      return g_strdup_printf (_ ("“%s” is not a date: there is no such month."), edtf);
    case DL_DATE_BAD_DAY:
      return g_strdup_printf (_ ("“%s” is not a date: there is no such day in that month."), edtf);
    case DL_DATE_BAD_TIME:
      return g_strdup_printf (_ ("“%s” is not a date: there is no such time of day."), edtf);
    case DL_DATE_BAD_ORDER:
      return g_strdup_printf (_ ("“%s” is not a date: it ends before it starts."), edtf);
    default:
      return g_strdup_printf (_ ("“%s” is not a date such as 2021-10-13."), edtf);
    }
}

/**
 * dl_date_parse:
 * @edtf: a date of ISO 8601-2, level 1 (EDTF), with these additions: a year that is not
 *   known (“XXXX-10-13”, “XXXX-XX-14”), the quarters of level 2 (33 to 36), and a time of
 *   day to the hour, minute or second, with or without a zone
 * @error: return location
 *
 * What is written but not known is not kept: “2021-XX” is 2021, an end of an interval that
 * is left empty is open, and fractions of a second are dropped.
 *
 * Returns: (transfer full): the date, or %NULL with %DL_ERROR_DATE set
 */
DlDate *
dl_date_parse (const char *edtf, GError **error)
{
  DlDate *date = NULL;
  DlDateFault fault;

  g_return_val_if_fail (edtf != NULL, NULL);

  if (strlen (edtf) > MAX_LENGTH)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_DATE, _ ("That is too long for a date."));
      return NULL;
    }

  fault = read_date (edtf, &date);
  if (fault != DL_DATE_SOUND)
    {
      g_autofree char *valid = g_utf8_make_valid (edtf, -1);
      g_autofree char *message = describe (fault, valid);

      g_set_error_literal (error, DL_ERROR, DL_ERROR_DATE, message);
    }

  return date;
}
