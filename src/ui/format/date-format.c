/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "digits.h"
#include "interface-locale.h"
#include "skeleton-format.h"

/* Writes a DlDate for its reader: figures and months by CLDR, the words around them
 * (“about”, “until”, “spring”) by gettext. */

#define MINUTES_A_DAY (24 * 60)

/* Years before this one could be taken for a number: CLDR adds the era. */
#define FIRST_PLAIN_YEAR 100

/* The dashes with which CLDR's patterns join two dates, tildes in Korean and Japanese, with
 * the spaces about them, some of them thin or not to be broken.  A hyphen without spaces
 * belongs to a word. */
#define SPOKEN_DASH "[ \\x{a0}\\x{2009}\\x{202f}]*[–~～][ \\x{a0}\\x{2009}\\x{202f}]*| - "

static gboolean
has_year (const DlDatePoint *point)
{
  return point->year != DL_YEAR_UNKNOWN;
}

static gboolean
is_season (const DlDatePoint *point)
{
  return point->month >= 21 && point->month <= 24;
}

static gboolean
is_quarter (const DlDatePoint *point)
{
  return point->month >= 33 && point->month <= 36;
}

/* Whether the point is made of year, month, day and time only. */
static gboolean
is_civil (const DlDatePoint *point)
{
  return point->month <= 12 && (!has_year (point) || point->year_digits >= 4) &&
         (has_year (point) || point->month > 0 || point->hour >= 0);
}

static void
append_year (GString *skeleton, const DlDatePoint *point)
{
  if (point->year < FIRST_PLAIN_YEAR)
    g_string_append_c (skeleton, 'G');
  g_string_append_c (skeleton, 'y');
}

/* The CLDR skeleton of what is known of @point and wanted by @style. */
static char *
build_skeleton (const DlDatePoint *point, DlDateStyle style)
{
  GString *skeleton = g_string_new (NULL);

  if (has_year (point) && (style != DL_DATE_STYLE_SHORT || point->day == 0))
    append_year (skeleton, point);
  if (is_quarter (point))
    g_string_append (skeleton, "QQQ");
  else if (point->month > 0)
    g_string_append (skeleton, style == DL_DATE_STYLE_LONG ? "MMMM" : "MMM");
  if (point->day > 0)
    g_string_append_c (skeleton, 'd');
  if (point->hour >= 0)
    g_string_append (skeleton, point->zone != DL_ZONE_NONE ? "jmv" : "jm");

  return g_string_free (skeleton, FALSE);
}

static void
replace_number (GString *text,
                DlSkeletonFormat *format,
                const char *name,
                int number,
                DlNumberStyle style)
{
  g_autofree char *figure = NULL;

  if (strstr (text->str, name) == NULL)
    return;

  figure = dl_skeleton_format_number (format, number, style);
  g_string_replace (text, name, figure, 0);
}

/* Each language takes from @pattern the number it says. */
static char *
fill_number (DlSkeletonFormat *format, const char *pattern, int number)
{
  GString *text = g_string_new (pattern);

  replace_number (text, format, "{number}", number, DL_NUMBER_PLAIN);
  replace_number (text, format, "{ordinal}", number, DL_NUMBER_ORDINAL);
  replace_number (text, format, "{roman}", number, DL_NUMBER_ROMAN);
  return g_string_free (text, FALSE);
}

static char *
format_century (DlSkeletonFormat *format, int first_year)
{
  /* Year 0 is 1 BC: the century that begins in -99 is the first before Christ. */
  if (first_year < 0)
    return fill_number (format,
                        /* Translators: keep one of {number} “1”, {ordinal} “1st”, {roman} “I” */
                        C_ ("date", "{ordinal} century BC"), (99 - first_year) / 100);

  return fill_number (format,
                      /* Translators: keep one of {number} “20”, {ordinal} “20th”, {roman} “XX” */
                      C_ ("date", "{ordinal} century"), first_year / 100 + 1);
}

static char *
format_season (DlSkeletonFormat *format, const DlDatePoint *point)
{
  static const char *const seasons[] = { NC_ ("season", "spring"), NC_ ("season", "summer"),
                                         NC_ ("season", "autumn"), NC_ ("season", "winter") };
  static const char *const seasons_of_year[] = { NC_ ("season", "spring {year}"),
                                                 NC_ ("season", "summer {year}"),
                                                 NC_ ("season", "autumn {year}"),
                                                 NC_ ("season", "winter {year}") };
  g_autofree char *year = NULL;
  GString *text;

  if (!has_year (point))
    return g_strdup (g_dpgettext2 (NULL, "season", seasons[point->month - 21]));

  year = dl_skeleton_format_number (format, point->year, DL_NUMBER_PLAIN);
  text = g_string_new (g_dpgettext2 (NULL, "season", seasons_of_year[point->month - 21]));
  g_string_replace (text, "{year}", year, 0);
  return g_string_free (text, FALSE);
}

static char *
write_zone (int minutes)
{
  int hours = ABS (minutes) / 60;

  if (minutes == 0)
    return g_strdup ("UTC");
  if (minutes % 60 == 0)
    return g_strdup_printf ("UTC%s%d", minutes < 0 ? "−" : "+", hours);

  return g_strdup_printf ("UTC%s%d:%02d", minutes < 0 ? "−" : "+", hours, ABS (minutes) % 60);
}

/* In the digits of the date beside it. */
static char *
format_zone (DlSkeletonFormat *format, int minutes)
{
  g_autofree char *zone = write_zone (minutes);

  return dl_digits_localize (zone, dl_skeleton_format_get_locale (format));
}

static char *
format_civil (DlSkeletonFormat *format, const DlDatePoint *point, DlDateStyle style)
{
  g_autofree char *skeleton = build_skeleton (point, style);
  g_autofree char *written = dl_skeleton_format_point (format, point, skeleton);
  g_autofree char *zone = NULL;
  GString *text = g_string_new (written);

  if (point->hour >= 0 && point->zone != DL_ZONE_NONE)
    {
      zone = format_zone (format, point->zone);
      g_string_replace (text, DL_SKELETON_ZONE, zone, 1);
    }

  return g_string_free (text, FALSE);
}

static char *
format_unqualified (DlSkeletonFormat *format, const DlDatePoint *point, DlDateStyle style)
{
  if (has_year (point) && point->year_digits == 3)
    return fill_number (format,
                        /* Translators: a decade; {number} is its first year */
                        C_ ("date", "{number}s"), point->year);
  if (has_year (point) && point->year_digits == 2)
    return format_century (format, point->year);
  if (is_season (point))
    return format_season (format, point);
  if (!has_year (point) && point->month == 0 && point->day > 0)
    return fill_number (format,
                        /* Translators: a day of a month that is not told: “the 13th” */
                        C_ ("date", "the {ordinal}"), point->day);

  return format_civil (format, point, style);
}

static char *
qualify (char *text, DlDateFlags flags)
{
  g_autofree char *inner = text;

  if ((flags & DL_DATE_APPROXIMATE) != 0 && (flags & DL_DATE_UNCERTAIN) != 0)
    return g_strdup_printf (C_ ("date", "perhaps about %s"), inner);
  if ((flags & DL_DATE_APPROXIMATE) != 0)
    return g_strdup_printf (C_ ("date", "about %s"), inner);
  if ((flags & DL_DATE_UNCERTAIN) != 0)
    return g_strdup_printf (C_ ("date", "perhaps %s"), inner);

  return g_steal_pointer (&inner);
}

static char *
format_point (DlSkeletonFormat *format, const DlDatePoint *point, DlDateStyle style)
{
  return qualify (format_unqualified (format, point, style), point->flags);
}

/* Whether CLDR can write both ends as one: the same fields are known of both, and where
 * no year is, the second does not lie in the next one (CLDR would write the year that we
 * have put in its place). */
static gboolean
share_pattern (const DlDatePoint *start, const DlDatePoint *end)
{
  return is_civil (start) && is_civil (end) && has_year (start) == has_year (end) &&
         (start->month > 0) == (end->month > 0) && (start->day > 0) == (end->day > 0) &&
         (start->hour < 0) == (end->hour < 0) && start->zone == DL_ZONE_NONE &&
         end->zone == DL_ZONE_NONE && start->flags == end->flags &&
         (has_year (start) || start->month <= end->month);
}

static char *
join (DlSkeletonFormat *format, const DlDatePoint *start, const DlDatePoint *end, DlDateStyle style)
{
  g_autofree char *from = format_point (format, start, style);
  g_autofree char *to = format_point (format, end, style);

  /* Translators: two dates, the first and the last of a span */
  return g_strdup_printf (C_ ("date", "%s – %s"), from, to);
}

static char *
format_interval (DlSkeletonFormat *format,
                 const DlDatePoint *start,
                 const DlDatePoint *end,
                 DlDateStyle style)
{
  g_autofree char *skeleton = NULL;

  if (!share_pattern (start, end))
    return join (format, start, end, style);

  skeleton =
    build_skeleton (start, start->year == end->year ? style : MAX (style, DL_DATE_STYLE_MEDIUM));
  return qualify (dl_skeleton_format_interval (format, start, end, skeleton), start->flags);
}

/**
 * dl_date_format_for_locale:
 * @locale: the ICU locale of figures and months; words follow the interface's catalogue
 *
 * Returns: (transfer full): @date as its reader would write it, no more precise than it
 *   is known, UTF-8
 */
char *
dl_date_format_for_locale (DlDate *date, DlDateStyle style, const char *locale)
{
  DlSkeletonFormat *format = dl_skeleton_format_get (locale);
  const DlDatePoint *start, *end;
  g_autofree char *point = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  start = dl_date_get_start (date);
  end = dl_date_get_end (date);
  if (!dl_date_is_interval (date))
    return format_point (format, start, style);
  if (start != NULL && end != NULL)
    return format_interval (format, start, end, style);
  if (start == NULL && end == NULL)
    return g_strdup (C_ ("date", "at any time"));

  point = format_point (format, start != NULL ? start : end, style);
  if (start == NULL)
    /* Translators: up to this date, which still belongs to the span */
    return g_strdup_printf (C_ ("date", "until %s"), point);

  /* Translators: from this date on, which belongs to the span */
  return g_strdup_printf (C_ ("date", "from %s"), point);
}

/**
 * dl_date_format:
 *
 * Returns: (transfer full): @date in the interface's language, UTF-8
 */
char *
dl_date_format (DlDate *date, DlDateStyle style)
{
  return dl_date_format_for_locale (date, style, dl_interface_locale ());
}

/**
 * dl_date_format_spoken_for_locale:
 *
 * Returns: (transfer full): @date in full with words instead of dashes, since screen
 *   readers pass over a dash or call it a minus: “13 to 14 October 2021”
 */
char *
dl_date_format_spoken_for_locale (DlDate *date, const char *locale)
{
  g_autofree char *written = dl_date_format_for_locale (date, DL_DATE_STYLE_LONG, locale);
  g_autoptr (GRegex) dash = g_regex_new (SPOKEN_DASH, 0, 0, NULL);

  /* Translators: between the first and the last day of a span read aloud, with its spaces */
  return g_regex_replace_literal (dash, written, -1, 0, C_ ("date", " to "), 0, NULL);
}

/**
 * dl_date_format_spoken:
 *
 * Returns: (transfer full): dl_date_format_spoken_for_locale() for the interface
 */
char *
dl_date_format_spoken (DlDate *date)
{
  return dl_date_format_spoken_for_locale (date, dl_interface_locale ());
}

static DlDatePoint
find_point (double day)
{
  DlDatePoint point = DL_DATE_POINT_INIT;
  double whole = floor (day + 0.5 / MINUTES_A_DAY);
  int minutes = CLAMP ((int) lround ((day - whole) * MINUTES_A_DAY), 0, MINUTES_A_DAY - 1);
  int month, mday;

  dl_date_civil_from_day ((gint64) whole, &point.year, &month, &mday);
  point.month = month;
  point.day = mday;
  point.hour = minutes / 60;
  point.minute = minutes % 60;

  return point;
}

static const char *
choose_axis_skeleton (DlAxisUnit unit, DlAxisFlags flags, int year)
{
  gboolean full = (flags & DL_AXIS_FULL) != 0;
  gboolean yearless = (flags & DL_AXIS_YEARLESS) != 0;

  switch (unit)
    {
    case DL_AXIS_MINUTE:
      return full ? "MMMdjm" : "jm";
    case DL_AXIS_DAY:
      return full ? "MMMd" : "d";
    case DL_AXIS_MONTH:
      return full && !yearless ? (year < FIRST_PLAIN_YEAR ? "GyMMM" : "yMMM") : "MMM";
    case DL_AXIS_YEAR:
    default:
      return year < FIRST_PLAIN_YEAR ? "Gy" : "y";
    }
}

/**
 * dl_date_format_axis_for_locale:
 * @day: the tick, in days as dl_date_day_from_civil() counts them, with a fraction
 *
 * Returns: (transfer full): the tick's label, UTF-8
 */
char *
dl_date_format_axis_for_locale (double day, DlAxisUnit unit, DlAxisFlags flags, const char *locale)
{
  DlDatePoint point = find_point (day);

  return dl_skeleton_format_point (dl_skeleton_format_get (locale), &point,
                                   choose_axis_skeleton (unit, flags, point.year));
}

/**
 * dl_date_format_axis:
 *
 * Returns: (transfer full): dl_date_format_axis_for_locale() for the interface
 */
char *
dl_date_format_axis (double day, DlAxisUnit unit, DlAxisFlags flags)
{
  return dl_date_format_axis_for_locale (day, unit, flags, dl_interface_locale ());
}
