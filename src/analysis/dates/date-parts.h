/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* What the fields of an expression are counted from. */
typedef enum
{
  DL_DATE_BASE_NONE,
  DL_DATE_BASE_NOW,  /* the day of publication */
  DL_DATE_BASE_THEN, /* the date that the text named last */
  DL_DATE_BASE_HERE  /* the one in news, the other in history */
} DlDateBase;

typedef enum
{
  DL_DATE_UNIT_NONE,
  DL_DATE_UNIT_SECOND,
  DL_DATE_UNIT_MINUTE,
  DL_DATE_UNIT_HOUR,
  DL_DATE_UNIT_DAY,
  DL_DATE_UNIT_WEEK,
  DL_DATE_UNIT_WEEKEND,
  DL_DATE_UNIT_MONTH,
  DL_DATE_UNIT_QUARTER,
  DL_DATE_UNIT_YEAR,
  DL_DATE_UNIT_DECADE,
  DL_DATE_UNIT_CENTURY
} DlDateUnit;

/* What an expression speaks of, from fine to coarse. */
typedef enum
{
  DL_DATE_LEVEL_CLOCK = 1 << 0,
  DL_DATE_LEVEL_PART = 1 << 1, /* of the day */
  DL_DATE_LEVEL_WEEKDAY = 1 << 2,
  DL_DATE_LEVEL_DAY = 1 << 3,
  DL_DATE_LEVEL_WEEK = 1 << 4,
  DL_DATE_LEVEL_MONTH = 1 << 5, /* or a quarter, a season, a half year */
  DL_DATE_LEVEL_YEAR = 1 << 6
} DlDateLevels;

typedef enum
{
  DL_DATE_TOWARD_NONE,
  DL_DATE_TOWARD_PAST,   /* “last Friday” */
  DL_DATE_TOWARD_FUTURE, /* “next Friday” */
  DL_DATE_TOWARD_THIS    /* “this Friday” */
} DlDateToward;

/* What moves a feast from year to year. */
typedef enum
{
  DL_DATE_FEAST_NONE,
  DL_DATE_FEAST_EASTER,
  DL_DATE_FEAST_PASCHA,  /* Easter of the Eastern churches */
  DL_DATE_FEAST_CHINESE, /* the moon, by the clocks of Beijing */
  DL_DATE_FEAST_KOREAN,
  DL_DATE_FEAST_VIETNAMESE,
  DL_DATE_FEAST_SUN
} DlDateFeast;

/**
 * DlDateParts:
 * @base: what it is counted from
 * @unit: of @shift; the result is one such unit
 * @shift: so many units from @base
 * @is_vague: @shift is not known: “some years ago”
 * @is_same: of a year counted, the same month or quarter: “the year-earlier quarter”
 * @is_exact: weeks are counted to the day: “two weeks ago”
 * @point: the fields that are named, those not named unknown or 0
 * @away: so many @away_unit from the date that all the rest names: “two days after Easter”
 * @away_unit: of @away; none if that date itself is meant
 * @week: ISO 8601's number of the week in its year; 0: none
 * @weekday: 1 Monday to 7; 0: none
 * @nth: which @weekday of the month, -1 the last; 0: none
 * @half: of the year, 1 or 2; 0: none
 * @is_weekend: a Saturday with its Sunday
 * @feast: what moves its day; none if it has no such
 * @feast_day: so many days after Easter Sunday; by a moon, 100 for each month, 1 for each day; by the
 *   sun, its longitude in degrees
 * @feast_zone: whose clocks tell the day of the sun, minutes east
 * @is_islamic: @point's month and day are of the Islamic calendar
 * @hijra: year of the Islamic calendar; 0: unknown
 * @minutes_to: so many minutes before the hour that @point names
 * @has_half: the words tell the half of the day that its hour is in
 * @part: TIMEX3's code of the part of the day, “MO”; “” if none
 * @toward: which way to look for what repeats
 *
 * One date as words give it, before it is counted out.
 */
typedef struct
{
  DlDateBase base;
  DlDateUnit unit;
  int shift;
  gboolean is_vague;
  gboolean is_same;
  gboolean is_exact;
  DlDatePoint point;
  int away;
  DlDateUnit away_unit;
  int week;
  int weekday;
  int nth;
  int half;
  gboolean is_weekend;
  DlDateFeast feast;
  int feast_day;
  int feast_zone;
  gboolean is_islamic;
  int hijra;
  int minutes_to;
  gboolean has_half;
  char part[3];
  DlDateToward toward;
} DlDateParts;

void dl_date_parts_init (DlDateParts *self);
void dl_date_parts_set_field (DlDateParts *self, const char *name, const char *value);
void dl_date_parts_set_word (DlDateParts *self, const char *word);
void dl_date_parts_set_shift (DlDateParts *self, const char *text);
DlDateLevels dl_date_parts_get_levels (const DlDateParts *self);

G_END_DECLS
