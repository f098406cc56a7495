/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-expression.h"

#include <string.h>

/* Longer numbers are cut to it. */
#define MAX_NUMBER 999999

/* Longer tokens are cut to it, the NUL included, and names of fields are shorter. */
#define MAX_TOKEN 64
#define MAX_NAME 16

/* The value= of a rule of stage “dates”, filled in: fields separated by spaces, in any
 * order, so that the fields of neighbours can be put together.
 *
 *   y:2021 y:91 y:1980 dec c:18 bc:44 ad:14  year, decade, century
 *   era:2018+3                          third year of the era after 2018
 *   yy:16                               year in the century of the start of the range
 *   m:10 q:3 s:2 half:1                 month, quarter, season (1 spring), half year
 *   d:13 w:2 weekend wk:10              day, weekday (1 Monday), Saturday with Sunday, week of the year
 *   nth:2 nth:-1                        which such weekday of the month, the last
 *   easter:0 easter:-2 pascha:0         Easter Sunday, so many days after it; the Eastern one
 *   islamic m:9 d:1 ah:1444             month, day, year of the Islamic calendar
 *   lunar:8-15 dangi:1-0                day of the Chinese, the Korean calendar; 0 the eve
 *   h:7 i:30 hm:730 to:5 sec:5 z:420 am pm part:MO  time of day (to: minutes before the hour), zone in
 *                                       minutes east, part of the day
 *   now then here                       counted from publication, from the last date named; of
 *                                       news from the one, of history from the other
 *   -1W +0Y                             so many units: TS TM TH D W WE M Q Y DE CE
 *   off:+2D off:-1W                     so many units from the date that the rest names
 *   exact                               weeks are counted to the day
 *   same                                of a year counted, the same month or quarter
 *   past future this                    which way to look for what repeats
 *   ~ ?                                 about, perhaps
 *   > <                                 the date and after; before, and the date
 *   p:3D p:48TH                         a duration, one token a unit; “X” for “some”
 *   =PRESENT_REF                        a TIMEX3 value as it is
 *   a / b                               a range */

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

static void
init_parts (DlDateParts *parts)
{
  const DlDatePoint nothing = DL_DATE_POINT_INIT;

  *parts = (DlDateParts){ .point = nothing };
}

/* “2021”, “91”.  Two digits are of the last hundred years, nearly. */
static void
set_year (DlDatePoint *point, const char *text)
{
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

static void
set_shift (DlDateParts *parts, const char *text)
{
  parts->shift = read_shift (text, &parts->unit);
  parts->is_vague = text[1] == 'X';
}

static void
set_half_day (DlDatePoint *point, gboolean afternoon)
{
  if (afternoon && point->hour < 12)
    point->hour += 12;
  else if (!afternoon && point->hour == 12)
    point->hour = 0;
}

static gboolean
set_word (DlDateParts *parts, const char *word)
{
  DlDatePoint *point = &parts->point;

  if (strcmp (word, "now") == 0)
    parts->base = DL_DATE_BASE_NOW;
  else if (strcmp (word, "then") == 0)
    parts->base = DL_DATE_BASE_THEN;
  else if (strcmp (word, "here") == 0)
    parts->base = DL_DATE_BASE_HERE;
  else if (strcmp (word, "past") == 0)
    parts->toward = DL_DATE_TOWARD_PAST;
  else if (strcmp (word, "future") == 0)
    parts->toward = DL_DATE_TOWARD_FUTURE;
  else if (strcmp (word, "this") == 0)
    parts->toward = DL_DATE_TOWARD_THIS;
  else if (strcmp (word, "same") == 0)
    parts->is_same = TRUE;
  else if (strcmp (word, "exact") == 0)
    parts->is_exact = TRUE;
  else if (strcmp (word, "weekend") == 0)
    parts->is_weekend = TRUE;
  else if (strcmp (word, "islamic") == 0)
    parts->is_islamic = TRUE;
  else if (strcmp (word, "dec") == 0 && point->year >= 0)
    cut_year (point);
  else if (strcmp (word, "~") == 0)
    point->flags |= DL_DATE_APPROXIMATE;
  else if (strcmp (word, "?") == 0)
    point->flags |= DL_DATE_UNCERTAIN;
  else
    return FALSE;

  return TRUE;
}

/* “8-15” */
static void
set_lunar_day (DlDateParts *parts, DlDateMoon moon, const char *text)
{
  const char *dash = strchr (text, '-');

  parts->has_feast = TRUE;
  parts->moon = moon;
  parts->feast = 100 * to_int (text) + (dash != NULL ? to_int (dash + 1) : 1);
}

/* “2018+3” */
static void
set_era_year (DlDatePoint *point, const char *text)
{
  const char *plus = strchr (text, '+');

  point->year = to_int (text) + (plus != NULL ? to_int (plus) : 0);
}

static void
set_field (DlDateParts *parts, const char *name, const char *value)
{
  DlDatePoint *point = &parts->point;
  const int number = to_int (value);

  if (*value == '\0')
    return;
  if (strcmp (name, "y") == 0)
    set_year (point, value);
  else if (strcmp (name, "bc") == 0)
    point->year = 1 - number;
  else if (strcmp (name, "ad") == 0)
    point->year = number;
  else if (strcmp (name, "era") == 0)
    set_era_year (point, value);
  else if (strcmp (name, "c") == 0)
    {
      point->year = (number - 1) * 100;
      point->year_digits = 2;
    }
  else if (strcmp (name, "m") == 0)
    point->month = number;
  else if (strcmp (name, "q") == 0)
    point->month = 32 + number;
  else if (strcmp (name, "s") == 0)
    point->month = 20 + number;
  else if (strcmp (name, "d") == 0)
    point->day = number;
  else if (strcmp (name, "h") == 0)
    point->hour = number;
  else if (strcmp (name, "hm") == 0)
    {
      point->hour = number / 100;
      point->minute = number % 100;
    }
  else if (strcmp (name, "to") == 0)
    parts->minutes_to = CLAMP (number, 0, 59);
  else if (strcmp (name, "i") == 0)
    point->minute = number;
  else if (strcmp (name, "sec") == 0)
    point->second = number;
  else if (strcmp (name, "z") == 0)
    point->zone = number;
  else if (strcmp (name, "w") == 0)
    parts->weekday = number;
  else if (strcmp (name, "wk") == 0)
    parts->week = number;
  else if (strcmp (name, "off") == 0)
    parts->away = read_shift (value, &parts->away_unit);
  else if (strcmp (name, "nth") == 0)
    parts->nth = number;
  else if (strcmp (name, "half") == 0)
    parts->half = number;
  else if (strcmp (name, "easter") == 0 || strcmp (name, "pascha") == 0)
    {
      parts->has_feast = TRUE;
      parts->is_eastern = *name == 'p';
      parts->feast = number;
    }
  else if (strcmp (name, "ah") == 0)
    parts->hijra = number;
  else if (strcmp (name, "lunar") == 0)
    set_lunar_day (parts, DL_DATE_MOON_CHINESE, value);
  else if (strcmp (name, "dangi") == 0)
    set_lunar_day (parts, DL_DATE_MOON_KOREAN, value);
  else if (strcmp (name, "part") == 0)
    g_strlcpy (parts->part, value, sizeof parts->part);
}

/* Adds “3D” to “P2Y”, “48TH” to “P2D”. */
static void
add_duration (DlDateExpression *self, const char *text)
{
  const char *code = text + strspn (text, "0123456789.X");
  const gboolean is_clock = *code == 'T' && code[1] != '\0';
  const gboolean has_clock = self->value != NULL && strchr (self->value, 'T') != NULL;
  g_autofree char *before = self->value;

  self->value =
    g_strdup_printf ("%s%s%.*s%s", before != NULL ? before : "P", is_clock && !has_clock ? "T" : "",
                     (int) (code - text), text, is_clock ? code + 1 : code);
}

/* “2015-16”, “1999-01”. */
static void
set_short_year (DlDatePoint *point, int start, int number)
{
  if (start == DL_YEAR_UNKNOWN)
    return;
  point->year = start - start % 100 + number;
  if (point->year <= start)
    point->year += 100;
}

static void
read_token (DlDateExpression *self, DlDateParts *parts, const char *token)
{
  const char *colon = strchr (token, ':');

  if (*token == '=')
    {
      g_free (self->value);
      self->value = g_strdup (token + 1);
    }
  else if (strcmp (token, ">") == 0)
    self->bound = DL_DATE_BOUND_FROM;
  else if (strcmp (token, "<") == 0)
    self->bound = DL_DATE_BOUND_UNTIL;
  else if (strcmp (token, "am") == 0 || strcmp (token, "pm") == 0)
    ;
  else if (g_str_has_prefix (token, "yy:"))
    set_short_year (&parts->point, self->start.point.year, to_int (token + 3));
  else if (g_str_has_prefix (token, "p:"))
    add_duration (self, token + 2);
  else if (*token == '+' || *token == '-')
    set_shift (parts, token);
  else if (colon != NULL && colon - token < MAX_NAME)
    {
      char name[MAX_NAME];

      memcpy (name, token, colon - token);
      name[colon - token] = '\0';
      set_field (parts, name, colon + 1);
    }
  else
    set_word (parts, token);
}

/* An afternoon hour may be told by “pm” or by the part of the day. */
static void
finish_clock (DlDateParts *parts, gboolean am, gboolean pm)
{
  DlDatePoint *point = &parts->point;
  const gboolean late = strcmp (parts->part, "AF") == 0 || strcmp (parts->part, "EV") == 0 ||
                        (strcmp (parts->part, "NI") == 0 && point->hour >= 6);

  if (point->hour < 0)
    return;
  parts->has_half = am || pm || *parts->part != '\0';
  if (am || pm || (late && point->hour <= 12))
    set_half_day (point, pm || late);
  if (point->minute < 0)
    point->minute = 0;
  if (parts->minutes_to > 0)
    {
      point->hour = (point->hour + 23) % 24;
      point->minute = 60 - parts->minutes_to;
    }
}

/* Copies the next token of @text, cut to what fits, and moves @text behind it. */
static gboolean
next_token (const char **text, char token[MAX_TOKEN])
{
  const char *start = *text + strspn (*text, " ");
  const gsize length = strcspn (start, " ");

  if (length == 0)
    return FALSE;
  memcpy (token, start, MIN (length, MAX_TOKEN - 1));
  token[MIN (length, MAX_TOKEN - 1)] = '\0';
  *text = start + length;

  return TRUE;
}

/**
 * dl_date_expression_new:
 * @text: fields as described above; what is unknown in it is passed over
 *
 * Returns: (transfer full): what it says
 */
DlDateExpression *
dl_date_expression_new (const char *text)
{
  DlDateExpression *self = g_new0 (DlDateExpression, 1);
  DlDateParts *parts = &self->start;
  gboolean am = FALSE, pm = FALSE;
  char token[MAX_TOKEN];

  init_parts (&self->start);
  init_parts (&self->end);
  while (next_token (&text, token))
    {
      if (strcmp (token, "/") == 0)
        {
          finish_clock (parts, am, pm);
          am = pm = FALSE;
          self->is_range = TRUE;
          parts = &self->end;
        }
      am |= strcmp (token, "am") == 0;
      pm |= strcmp (token, "pm") == 0;
      read_token (self, parts, token);
    }
  finish_clock (parts, am, pm);

  return self;
}

void
dl_date_expression_free (DlDateExpression *self)
{
  g_free (self->value);
  g_free (self);
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
  if (point->day != 0 || self->has_feast)
    levels |= DL_DATE_LEVEL_DAY;
  if (self->is_weekend || self->week != 0)
    levels |= DL_DATE_LEVEL_WEEK;
  if (point->month != 0 || self->half != 0 || self->has_feast)
    levels |= DL_DATE_LEVEL_MONTH;
  if (point->year != DL_YEAR_UNKNOWN || self->hijra != 0)
    levels |= DL_DATE_LEVEL_YEAR;

  return levels;
}

static DlDateLevels
get_levels (const DlDateExpression *self)
{
  return self->is_range || self->value != NULL ? 0 : dl_date_parts_get_levels (&self->start);
}

/* Whether @a only says how far it is from a date, which @b is. */
static gboolean
is_away (const DlDateExpression *a, const DlDateExpression *b)
{
  const DlDateLevels day = DL_DATE_LEVEL_WEEKDAY | DL_DATE_LEVEL_DAY | DL_DATE_LEVEL_WEEK |
                           DL_DATE_LEVEL_MONTH | DL_DATE_LEVEL_YEAR;

  return a->start.away_unit != DL_DATE_UNIT_NONE && get_levels (a) == 0 &&
         b->start.away_unit == DL_DATE_UNIT_NONE && (get_levels (b) & day) != 0;
}

/**
 * dl_date_expression_can_join:
 * @a: an expression
 * @b: that which stands next to it
 * @is_loose: only a comma or a bracket ties them, as the day to its weekday or hour
 *
 * Returns: whether both together name one date: each says what the other leaves open, and
 *   the coarsest of one belongs to the finest of the other
 */
gboolean
dl_date_expression_can_join (const char *a, const char *b, gboolean is_loose)
{
  static const DlDateLevels pairs[] = {
    DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_PART,   DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_WEEKDAY,
    DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_DAY,    DL_DATE_LEVEL_PART | DL_DATE_LEVEL_WEEKDAY,
    DL_DATE_LEVEL_PART | DL_DATE_LEVEL_DAY,     DL_DATE_LEVEL_WEEKDAY | DL_DATE_LEVEL_DAY,
    DL_DATE_LEVEL_WEEKDAY | DL_DATE_LEVEL_WEEK, DL_DATE_LEVEL_DAY | DL_DATE_LEVEL_MONTH,
    DL_DATE_LEVEL_MONTH | DL_DATE_LEVEL_YEAR,   DL_DATE_LEVEL_WEEK | DL_DATE_LEVEL_YEAR,
  };
  const DlDateLevels fine = DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_PART | DL_DATE_LEVEL_WEEKDAY;
  g_autoptr (DlDateExpression) first = dl_date_expression_new (a);
  g_autoptr (DlDateExpression) second = dl_date_expression_new (b);
  const DlDateLevels left = get_levels (first), right = get_levels (second);

  if (left == DL_DATE_LEVEL_PART && second->is_range)
    return TRUE;
  if (is_away (first, second) || is_away (second, first))
    return TRUE;
  if (left == 0 || right == 0 || (left & right) != 0)
    return FALSE;
  if (is_loose && ((left | right) & fine) == 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const DlDateLevels here = pairs[i] & left, there = pairs[i] & right;

      if (here != 0 && there != 0 && (here | there) == pairs[i])
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether a range may lead from @a to @b: both are single dates, and the finest
 *   that they speak of is the same */
gboolean
dl_date_expression_can_span (const char *a, const char *b)
{
  g_autoptr (DlDateExpression) first = dl_date_expression_new (a);
  g_autoptr (DlDateExpression) second = dl_date_expression_new (b);
  const DlDateLevels left = get_levels (first), right = get_levels (second);

  return left != 0 && right != 0 && (left & -left) == (right & -right);
}
