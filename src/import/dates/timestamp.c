/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timestamp.h"

#include <stdio.h>
#include <string.h>

/* The times of publication that files and pages carry: ISO 8601 as it is written out there, with
 * a space for the “T”, parts of a second and no colon in the zone; and the dates of mail (RFC
 * 5322, section 3.3), which feeds have. */

static const char MONTHS[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

/* The zones that RFC 5322 still allows (section 4.3). */
static const struct
{
  const char *name, *offset;
} ZONES[] = {
  { "GMT", "+00:00" }, { "UT", "+00:00" },  { "UTC", "+00:00" }, { "Z", "+00:00" },
  { "EST", "-05:00" }, { "EDT", "-04:00" }, { "CST", "-06:00" }, { "CDT", "-05:00" },
  { "MST", "-07:00" }, { "MDT", "-06:00" }, { "PST", "-08:00" }, { "PDT", "-07:00" },
};

static DlDate *
parse_iso (const char *text)
{
  g_autofree char *joined = g_strdup (text);
  g_autofree char *format = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (strlen (joined) > 10 && joined[10] == ' ')
    joined[10] = 'T';
  time = g_date_time_new_from_iso8601 (joined, NULL);
  if (time == NULL)
    return NULL;
  format = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

  return format != NULL ? dl_date_parse (format, NULL) : NULL;
}

/* “+0700” or “GMT” → “+07:00” */
static char *
dup_offset (const char *zone)
{
  if ((*zone == '+' || *zone == '-') && strlen (zone) == 5)
    return g_strdup_printf ("%.3s:%s", zone, zone + 3);
  for (guint i = 0; i < G_N_ELEMENTS (ZONES); i++)
    {
      if (strcmp (zone, ZONES[i].name) == 0)
        return g_strdup (ZONES[i].offset);
    }

  return NULL;
}

/* “Thu, 14 Oct 2021 09:30:00 +0700”, its weekday and its seconds optional */
static DlDate *
parse_mail (const char *text)
{
  const char *comma = strchr (text, ',');
  const char *month;
  int day, year, hour, minute, second = 0, used = 0;
  char name[4], zone[6];
  g_autofree char *offset = NULL, *iso = NULL;

  if (sscanf (comma != NULL ? comma + 1 : text, " %2d %3[A-Za-z] %4d %2d:%2d%n", &day, name, &year,
              &hour, &minute, &used) != 5)
    return NULL;
  text = (comma != NULL ? comma + 1 : text) + used;
  if (sscanf (text, ":%2d%n", &second, &used) == 1)
    text += used;
  month = strstr (MONTHS, name);
  if (sscanf (text, " %5s", zone) != 1 || month == NULL || strlen (name) != 3 ||
      (month - MONTHS) % 3 != 0)
    return NULL;
  offset = dup_offset (zone);
  iso = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%s", year, (int) (month - MONTHS) / 3 + 1,
                         day, hour, minute, second, offset != NULL ? offset : "");

  return dl_date_parse (iso, NULL);
}

/* “20211014” at the start of @text, as in “20211014T093000Z” */
static DlDate *
parse_basic_day (const char *text)
{
  g_autofree char *iso = NULL;

  for (guint i = 0; i < 8; i++)
    if (!g_ascii_isdigit (text[i]))
      return NULL;
  iso = g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);

  return g_ascii_isdigit (text[8]) ? NULL : dl_date_parse (iso, NULL);
}

/* What programs write where they know no time: MySQL, .NET. */
static gboolean
is_unset (const char *text)
{
  return g_str_has_prefix (text, "0000-") || g_str_has_prefix (text, "0001-01-01");
}

/* The day of something longer that begins with one. */
static DlDate *
parse_day (const char *text)
{
  g_autofree char *day = g_strndup (text, 10);

  return g_utf8_validate (day, -1, NULL) ? dl_date_parse (day, NULL) : NULL;
}

/**
 * dl_timestamp_parse:
 * @text: (nullable): a time as a file or a page gives it
 *
 * Returns: (transfer full) (nullable): the second or the day; %NULL if @text is neither
 */
DlDate *
dl_timestamp_parse (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  DlDate *date;

  if (stripped == NULL || is_unset (stripped))
    return NULL;
  date = parse_iso (stripped);
  if (date == NULL)
    date = parse_mail (stripped);
  if (date == NULL)
    date = parse_basic_day (stripped);

  return date != NULL ? date : parse_day (stripped);
}

/**
 * dl_timestamp_parse_given:
 * @text: a date that a person or a program gave: EDTF, or as files and pages write times
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the date; %NULL with the error of dl_date_parse() set if
 *   @text is neither
 */
DlDate *
dl_timestamp_parse_given (const char *text, GError **error)
{
  g_autoptr (GError) fault = NULL;
  DlDate *date = dl_date_parse (text, &fault);

  if (date == NULL)
    date = dl_timestamp_parse (text);
  if (date == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return date;
}
