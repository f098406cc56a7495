/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-parts.h"

#include <string.h>

/* Longer numbers are cut to it. */
#define MAX_NUMBER 999999

static const struct
{
  const char *code;
  DlDateUnit unit;
} units[] = {
  { "TS", DL_DATE_UNIT_SECOND }, { "TM", DL_DATE_UNIT_MINUTE },  { "TH", DL_DATE_UNIT_HOUR },
  { "D", DL_DATE_UNIT_DAY },     { "WE", DL_DATE_UNIT_WEEKEND }, { "W", DL_DATE_UNIT_WEEK },
  { "M", DL_DATE_UNIT_MONTH },   { "Q", DL_DATE_UNIT_QUARTER },  { "Y", DL_DATE_UNIT_YEAR },
  { "DE", DL_DATE_UNIT_DECADE }, { "CE", DL_DATE_UNIT_CENTURY },
};

static int
to_int (const char *text)
{
  return (int) CLAMP (g_ascii_strtoll (text, NULL, 10), -MAX_NUMBER, MAX_NUMBER);
}

/* Nothing is named. */
void
dl_date_parts_init (DlDateParts *self)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;

  *self = (DlDateParts){ .point = nothing };
}

/* “2021”, “91”.  Two digits are of the last hundred years, nearly. */
static void
set_year (DlDateParts *parts, const char *text)
{
  DlDatePoint *point = &parts->point;

  point->year = to_int (text);
  if (strlen (text) == 2)
    point->year += point->year < 50 ? 2000 : 1900;
}

/* “the 1980s” is a decade, “the 1800s” a century. */
static void
cut_year (DlDatePoint *point)
{
  const int span = point->year % 100 == 0 && point->year < 2000 ? 100 : 10;

  point->year -= point->year % span;
  point->year_digits = span == 100 ? 2 : 3;
}

/* Reads “-3D”; returns: the number; a vague one is 1 or -1. */
static int
read_shift (const char *text, DlDateUnit *unit)
{
  const char *code = text + 1 + strspn (text + 1, "0123456789.X");

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (strcmp (units[i].code, code) == 0)
        *unit = units[i].unit;
    }
  if (text[1] == 'X')
    return *text == '-' ? -1 : 1;

  return to_int (text);
}

/* @text: “-3D”, “+XY” */
void
dl_date_parts_set_shift (DlDateParts *self, const char *text)
{
  self->shift = read_shift (text, &self->unit);
  self->is_vague = text[1] == 'X';
}

/* @word: a field without a value, “now”; one that is unknown is passed over */
void
dl_date_parts_set_word (DlDateParts *self, const char *word)
{
  DlDatePoint *point = &self->point;

  if (strcmp (word, "now") == 0)
    self->base = DL_DATE_BASE_NOW;
  else if (strcmp (word, "then") == 0)
    self->base = DL_DATE_BASE_THEN;
  else if (strcmp (word, "here") == 0)
    self->base = DL_DATE_BASE_HERE;
  else if (strcmp (word, "past") == 0)
    self->toward = DL_DATE_TOWARD_PAST;
  else if (strcmp (word, "future") == 0)
    self->toward = DL_DATE_TOWARD_FUTURE;
  else if (strcmp (word, "this") == 0)
    self->toward = DL_DATE_TOWARD_THIS;
  else if (strcmp (word, "same") == 0)
    self->is_same = TRUE;
  else if (strcmp (word, "exact") == 0)
    self->is_exact = TRUE;
  else if (strcmp (word, "weekend") == 0)
    self->is_weekend = TRUE;
  else if (strcmp (word, "islamic") == 0)
    self->is_islamic = TRUE;
  else if (strcmp (word, "dec") == 0 && point->year >= 0)
    cut_year (point);
  else if (strcmp (word, "~") == 0)
    point->flags |= DL_DATE_APPROXIMATE;
  else if (strcmp (word, "?") == 0)
    point->flags |= DL_DATE_UNCERTAIN;
}

static void
set_year_before_christ (DlDateParts *parts, const char *value)
{
  parts->point.year = 1 - to_int (value);
}

/* “2018+3” */
static void
set_era_year (DlDateParts *parts, const char *value)
{
  const char *plus = strchr (value, '+');

  parts->point.year = to_int (value) + (plus != NULL ? to_int (plus) : 0);
}

static void
set_century (DlDateParts *parts, const char *value)
{
  parts->point.year = (to_int (value) - 1) * 100;
  parts->point.year_digits = 2;
}

/* “730” */
static void
set_hour_and_minute (DlDateParts *parts, const char *value)
{
  parts->point.hour = to_int (value) / 100;
  parts->point.minute = to_int (value) % 100;
}

static void
set_easter (DlDateParts *parts, const char *value)
{
  parts->feast = DL_DATE_FEAST_EASTER;
  parts->feast_day = to_int (value);
}

static void
set_pascha (DlDateParts *parts, const char *value)
{
  parts->feast = DL_DATE_FEAST_PASCHA;
  parts->feast_day = to_int (value);
}

/* “8-15” */
static void
set_lunar_day (DlDateParts *parts, DlDateFeast moon, const char *text)
{
  const char *dash = strchr (text, '-');

  parts->feast = moon;
  parts->feast_day = 100 * to_int (text) + (dash != NULL ? to_int (dash + 1) : 1);
}

static void
set_chinese_day (DlDateParts *parts, const char *value)
{
  set_lunar_day (parts, DL_DATE_FEAST_CHINESE, value);
}

static void
set_korean_day (DlDateParts *parts, const char *value)
{
  set_lunar_day (parts, DL_DATE_FEAST_KOREAN, value);
}

static void
set_vietnamese_day (DlDateParts *parts, const char *value)
{
  set_lunar_day (parts, DL_DATE_FEAST_VIETNAMESE, value);
}

/* “270+480” */
static void
set_sun (DlDateParts *parts, const char *value)
{
  const char *plus = strchr (value, '+');

  parts->feast = DL_DATE_FEAST_SUN;
  parts->feast_day = to_int (value);
  parts->feast_zone = plus != NULL ? to_int (plus + 1) : 0;
}

static void
set_away (DlDateParts *parts, const char *value)
{
  parts->away = read_shift (value, &parts->away_unit);
}

static void
set_part (DlDateParts *parts, const char *value)
{
  g_strlcpy (parts->part, value, sizeof parts->part);
}

/* Where a field stands in DlDateParts, and how wide it is. */
#define FIELD(member) G_STRUCT_OFFSET (DlDateParts, member), sizeof ((DlDateParts *) NULL)->member

/* Writes @number, cut to what fits, to a field of @size bytes. */
static void
write_number (gpointer field, gsize size, int number)
{
  if (size == sizeof (gint8))
    *(gint8 *) field = CLAMP (number, G_MININT8, G_MAXINT8);
  else if (size == sizeof (gint16))
    *(gint16 *) field = CLAMP (number, G_MININT16, G_MAXINT16 - 1);
  else
    *(int *) field = number;
}

/* Sets the field that is a number as it is written, or one counted from @base. */
static gboolean
set_number (DlDateParts *parts, const char *name, const char *value)
{
  static const struct
  {
    const char *name;
    gsize offset, size;
    int base;
  } numbers[] = {
    { "ad", FIELD (point.year), 0 },  { "m", FIELD (point.month), 0 },
    { "q", FIELD (point.month), 32 }, { "s", FIELD (point.month), 20 },
    { "d", FIELD (point.day), 0 },    { "h", FIELD (point.hour), 0 },
    { "i", FIELD (point.minute), 0 }, { "sec", FIELD (point.second), 0 },
    { "z", FIELD (point.zone), 0 },   { "w", FIELD (weekday), 0 },
    { "wk", FIELD (week), 0 },        { "nth", FIELD (nth), 0 },
    { "half", FIELD (half), 0 },      { "ah", FIELD (hijra), 0 },
    { "to", FIELD (minutes_to), 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (strcmp (numbers[i].name, name) != 0)
        continue;
      write_number (G_STRUCT_MEMBER_P (parts, numbers[i].offset), numbers[i].size,
                    numbers[i].base + to_int (value));
      return TRUE;
    }

  return FALSE;
}

/**
 * dl_date_parts_set_field:
 * @name: of a field, as date-expression.c lists them; one that is unknown is passed over
 * @value: its value; “” leaves it as it is
 */
void
dl_date_parts_set_field (DlDateParts *self, const char *name, const char *value)
{
  static const struct
  {
    const char *name;
    void (*set) (DlDateParts *parts, const char *value);
  } fields[] = {
    { "y", set_year },
    { "bc", set_year_before_christ },
    { "c", set_century },
    { "era", set_era_year },
    { "hm", set_hour_and_minute },
    { "off", set_away },
    { "part", set_part },
    { "easter", set_easter },
    { "pascha", set_pascha },
    { "lunar", set_chinese_day },
    { "dangi", set_korean_day },
    { "amlich", set_vietnamese_day },
    { "sun", set_sun },
  };

  if (*value == '\0' || set_number (self, name, value))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (strcmp (fields[i].name, name) == 0)
        fields[i].set (self, value);
    }
}

static DlDateLevels
get_unit_level (DlDateUnit unit)
{
  if (unit == DL_DATE_UNIT_NONE)
    return 0;
  if (unit <= DL_DATE_UNIT_HOUR)
    return DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_DAY;
  if (unit == DL_DATE_UNIT_DAY)
    return DL_DATE_LEVEL_DAY;
  if (unit <= DL_DATE_UNIT_WEEKEND)
    return DL_DATE_LEVEL_WEEK;

  return unit <= DL_DATE_UNIT_QUARTER ? DL_DATE_LEVEL_MONTH : DL_DATE_LEVEL_YEAR;
}

/* Returns: what @self speaks of */
DlDateLevels
dl_date_parts_get_levels (const DlDateParts *self)
{
  const DlDatePoint *point = &self->point;
  DlDateLevels levels = get_unit_level (self->unit);

  if (point->hour >= 0)
    levels |= DL_DATE_LEVEL_CLOCK;
  if (*self->part != '\0')
    levels |= DL_DATE_LEVEL_PART;
  if (self->weekday != 0)
    levels |= DL_DATE_LEVEL_WEEKDAY;
  if (point->day != 0 || self->feast != DL_DATE_FEAST_NONE)
    levels |= DL_DATE_LEVEL_DAY;
  if (self->is_weekend || self->week != 0)
    levels |= DL_DATE_LEVEL_WEEK;
  if (point->month != 0 || self->half != 0 || self->feast != DL_DATE_FEAST_NONE)
    levels |= DL_DATE_LEVEL_MONTH;
  if (point->year != DL_YEAR_UNKNOWN || self->hijra != 0)
    levels |= DL_DATE_LEVEL_YEAR;

  return levels;
}
