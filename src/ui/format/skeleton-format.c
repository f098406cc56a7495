/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "skeleton-format.h"

#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

/* Longer than any date CLDR writes, in UTF-16 units. */
#define LABEL_MAX 256

/* A year that has a 29 February stands in for the year that is not known: skeletons of
 * year-less dates do not write it. */
#define LEAP_YEAR 2000

struct _DlSkeletonFormat
{
  char *locale;          /* ICU's, calendar fixed */
  GHashTable *patterns;  /* skeleton → UDateFormat */
  GHashTable *intervals; /* skeleton → UDateIntervalFormat */
  UNumberFormat *numbers[DL_N_NUMBER_STYLES];
  UDateTimePatternGenerator *generator;
  UCalendar *calendar; /* hybrid Julian/Gregorian like the formatters, in UTC */
};

/* DL_SKELETON_ZONE in UTF-16. */
#define ZONE_MARK 0xf8ff

static const UChar utc[] = { 'E', 't', 'c', '/', 'U', 'T', 'C', 0 };
static const UChar month_in_letters[] = { 'M', 'M', 'M', 0 };

static void
dl_skeleton_format_free (gpointer data)
{
  DlSkeletonFormat *self = data;

  for (guint i = 0; i < DL_N_NUMBER_STYLES; i++)
    g_clear_pointer (&self->numbers[i], unum_close);
  g_clear_pointer (&self->generator, udatpg_close);
  g_clear_pointer (&self->calendar, ucal_close);
  g_hash_table_unref (self->patterns);
  g_hash_table_unref (self->intervals);
  g_free (self->locale);
  g_free (self);
}

/* What an article tells is told in the Gregorian calendar, also where the reader's own
 * clock counts in another. */
static char *
fix_calendar (const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  char buffer[ULOC_FULLNAME_CAPACITY + ULOC_KEYWORDS_CAPACITY];

  g_strlcpy (buffer, locale, sizeof buffer);
  uloc_setKeywordValue ("calendar", "gregorian", buffer, sizeof buffer, &status);
  return g_strdup (U_SUCCESS (status) ? buffer : "en@calendar=gregorian");
}

static DlSkeletonFormat *
dl_skeleton_format_new (const char *locale)
{
  DlSkeletonFormat *self = g_new0 (DlSkeletonFormat, 1);
  UErrorCode status = U_ZERO_ERROR;

  self->locale = fix_calendar (locale);
  self->patterns =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udat_close);
  self->intervals =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udtitvfmt_close);
  self->generator = udatpg_open (self->locale, &status);
  self->calendar = ucal_open (utc, -1, self->locale, UCAL_GREGORIAN, &status);
  g_assert (U_SUCCESS (status));

  return self;
}

/**
 * dl_skeleton_format_get:
 * @locale: an ICU locale, “vi_VN”
 *
 * Returns: (transfer none): the calling thread's formatter for @locale
 */
DlSkeletonFormat *
dl_skeleton_format_get (const char *locale)
{
  static GPrivate formats = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
  GHashTable *by_locale = g_private_get (&formats);
  DlSkeletonFormat *self;

  g_return_val_if_fail (locale != NULL, NULL);

  if (by_locale == NULL)
    {
      by_locale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, dl_skeleton_format_free);
      g_private_set (&formats, by_locale);
    }

  self = g_hash_table_lookup (by_locale, locale);
  if (self == NULL)
    {
      self = dl_skeleton_format_new (locale);
      g_hash_table_insert (by_locale, g_strdup (locale), self);
    }

  return self;
}

const char *
dl_skeleton_format_get_locale (DlSkeletonFormat *self)
{
  return self->locale;
}

/* The instant whose fields ICU reads back as those of @point.  Its calendar is Julian
 * before October 1582 where ours is proleptic Gregorian; going through its fields keeps
 * day and month as they were given. */
static UDate
find_instant (DlSkeletonFormat *self, const DlDatePoint *point)
{
  UErrorCode status = U_ZERO_ERROR;
  int month = CLAMP (point->month, 1, 12);

  if (point->month >= 33 && point->month <= 36)
    month = (point->month - 33) * 3 + 1;

  ucal_clear (self->calendar);
  ucal_set (self->calendar, UCAL_EXTENDED_YEAR,
            point->year == DL_YEAR_UNKNOWN ? LEAP_YEAR : point->year);
  ucal_set (self->calendar, UCAL_MONTH, month - 1);
  ucal_set (self->calendar, UCAL_DATE, MAX (point->day, 1));
  ucal_set (self->calendar, UCAL_HOUR_OF_DAY, MAX (point->hour, 0));
  ucal_set (self->calendar, UCAL_MINUTE, MAX (point->minute, 0));

  return ucal_getMillis (self->calendar, &status);
}

/* Puts a mark in the place of the zone: the formatters are in UTC.  Letters between
 * apostrophes are no fields. */
static void
mark_zone (UChar *pattern)
{
  gboolean is_quoted = FALSE;
  UChar *to = pattern;

  for (const UChar *from = pattern; *from != 0; from++)
    {
      is_quoted ^= *from == '\'';
      if (is_quoted || *from != 'v')
        *to++ = *from;
      else if (to == pattern || to[-1] != ZONE_MARK)
        *to++ = ZONE_MARK;
    }
  *to = 0;
}

/* Returns: (transfer full): the locale's own pattern for @skeleton, NUL-terminated UTF-16 */
static UChar *
dup_pattern (DlSkeletonFormat *self, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[LABEL_MAX];
  UChar *pattern = g_new0 (UChar, LABEL_MAX);

  u_uastrcpy (wide, skeleton);
  udatpg_getBestPattern (self->generator, wide, -1, pattern, LABEL_MAX - 1, &status);
  mark_zone (pattern);
  return pattern;
}

static UDateFormat *
open_pattern (DlSkeletonFormat *self, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *pattern = dup_pattern (self, skeleton);

  return udat_open (UDAT_PATTERN, UDAT_PATTERN, self->locale, utc, -1, pattern, -1, &status);
}

/* Where a date has the number of its month, ICU 78 spells the month of an interval out, as in
 * “2021年十月13日 – 14日”; asked for the month cut short it writes the number there too. */
static UDateIntervalFormat *
open_interval (DlSkeletonFormat *self, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *pattern = dup_pattern (self, skeleton);
  const char *month = strstr (skeleton, "MMMM");
  UChar wide[LABEL_MAX];

  u_uastrcpy (wide, skeleton);
  if (month != NULL && u_strstr (pattern, month_in_letters) == NULL)
    u_memmove (wide + (month - skeleton), wide + (month - skeleton) + 1, (int32_t) strlen (month));

  return udtitvfmt_open (self->locale, wide, -1, utc, -1, &status);
}

static char *
to_utf8 (const UChar *text, int32_t length, UErrorCode status)
{
  g_return_val_if_fail (U_SUCCESS (status) && length < LABEL_MAX, g_strdup (""));

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/**
 * dl_skeleton_format_point:
 * @skeleton: CLDR fields in any order, “yMMMd”; the locale orders and joins them; “v”
 *   stands for #DL_SKELETON_ZONE
 *
 * Returns: (transfer full): the fields of @point that @skeleton names, UTF-8
 */
char *
dl_skeleton_format_point (DlSkeletonFormat *self, const DlDatePoint *point, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = g_hash_table_lookup (self->patterns, skeleton);
  UChar label[LABEL_MAX];
  int32_t length;

  if (format == NULL)
    {
      format = open_pattern (self, skeleton);
      g_hash_table_insert (self->patterns, g_strdup (skeleton), format);
    }

  length = udat_format (format, find_instant (self, point), label, LABEL_MAX, NULL, &status);
  return to_utf8 (label, length, status);
}

/**
 * dl_skeleton_format_interval:
 *
 * Returns: (transfer full): @start to @end with what both share written once, UTF-8
 */
char *
dl_skeleton_format_interval (DlSkeletonFormat *self,
                             const DlDatePoint *start,
                             const DlDatePoint *end,
                             const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateIntervalFormat *format = g_hash_table_lookup (self->intervals, skeleton);
  UChar label[LABEL_MAX];
  int32_t length;

  if (format == NULL)
    {
      format = open_interval (self, skeleton);
      g_hash_table_insert (self->intervals, g_strdup (skeleton), format);
    }

  length = udtitvfmt_format (format, find_instant (self, start), find_instant (self, end), label,
                             LABEL_MAX, NULL, &status);
  return to_utf8 (label, length, status);
}

static UNumberFormat *
open_numbers (DlSkeletonFormat *self, DlNumberStyle style)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = NULL;

  if (style == DL_NUMBER_ORDINAL)
    format = unum_open (UNUM_ORDINAL, NULL, 0, self->locale, NULL, &status);
  else if (style == DL_NUMBER_ROMAN)
    format = unum_open (UNUM_DECIMAL, NULL, 0, "en@numbers=roman", NULL, &status);
  else
    format = unum_open (UNUM_DECIMAL, NULL, 0, self->locale, NULL, &status);
  if (style == DL_NUMBER_PLAIN && U_SUCCESS (status))
    unum_setAttribute (format, UNUM_GROUPING_USED, FALSE);

  return format;
}

/**
 * dl_skeleton_format_number:
 *
 * Returns: (transfer full): @number in the locale's digits without grouping, UTF-8
 */
char *
dl_skeleton_format_number (DlSkeletonFormat *self, int number, DlNumberStyle style)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar label[LABEL_MAX];
  int32_t length;

  g_return_val_if_fail (style < DL_N_NUMBER_STYLES, NULL);

  if (self->numbers[style] == NULL)
    self->numbers[style] = open_numbers (self, style);

  length = unum_format (self->numbers[style], number, label, LABEL_MAX, NULL, &status);
  return to_utf8 (label, length, status);
}
