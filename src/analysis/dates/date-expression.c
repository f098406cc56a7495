/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-expression.h"

#include <string.h>

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
 *   lunar:8-15 dangi:1-0 amlich:3-10    day of the Chinese, the Korean, the Vietnamese calendar of
 *                                       the moon; 0 the eve
 *   sun:270+480                         the day on which the sun reaches that longitude, degrees, by
 *                                       the clocks so many minutes east: 270 the winter solstice
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

/* “2015-16”, “1999-01”, “2021/2022”. */
static void
set_short_year (DlDatePoint *point, int start, gint64 number)
{
  if (number > 99)
    point->year = MIN (number, 9999);
  if (number > 99 || start == DL_YEAR_UNKNOWN)
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
    set_short_year (&parts->point, self->start.point.year, g_ascii_strtoll (token + 3, NULL, 10));
  else if (g_str_has_prefix (token, "p:"))
    add_duration (self, token + 2);
  else if (*token == '+' || *token == '-')
    dl_date_parts_set_shift (parts, token);
  else if (colon != NULL && colon - token < MAX_NAME)
    {
      char name[MAX_NAME];

      memcpy (name, token, colon - token);
      name[colon - token] = '\0';
      dl_date_parts_set_field (parts, name, colon + 1);
    }
  else
    dl_date_parts_set_word (parts, token);
}

static void
set_half_day (DlDatePoint *point, gboolean afternoon)
{
  if (afternoon && point->hour < 12)
    point->hour += 12;
  else if (!afternoon && point->hour == 12)
    point->hour = 0;
}

/* Whether the part of the day puts @hour, as a clock of twelve shows it, after noon: “three
 * in the afternoon”, “one at noon”, “nine at night”. */
static gboolean
is_late (const char *part, int hour)
{
  if (strcmp (part, "AF") == 0 || strcmp (part, "EV") == 0)
    return hour <= 12;
  if (strcmp (part, "MI") == 0)
    return hour <= 4;

  return strcmp (part, "NI") == 0 && hour >= 6 && hour <= 12;
}

/* An afternoon hour may be told by “pm” or by the part of the day; twelve at night ends it. */
static void
finish_clock (DlDateParts *parts, gboolean am, gboolean pm)
{
  DlDatePoint *point = &parts->point;
  const gboolean late = is_late (parts->part, point->hour);

  if (point->hour < 0)
    return;
  parts->has_half = am || pm || *parts->part != '\0';
  if (point->hour == 12 && strcmp (parts->part, "NI") == 0)
    point->hour = 24;
  else if (am || pm || late)
    set_half_day (point, pm || late);
  if (point->minute < 0)
    point->minute = 0;
  if (point->hour == 24 && point->minute > 0)
    point->hour = 0;
  if (parts->minutes_to > 0 && parts->minutes_to < 60)
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

  dl_date_parts_init (&self->start);
  dl_date_parts_init (&self->end);
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

/* Whether the coarsest of one belongs to the finest of the other. */
static gboolean
are_neighbours (DlDateLevels left, DlDateLevels right)
{
  static const DlDateLevels pairs[] = {
    DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_PART,   DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_WEEKDAY,
    DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_DAY,    DL_DATE_LEVEL_PART | DL_DATE_LEVEL_WEEKDAY,
    DL_DATE_LEVEL_PART | DL_DATE_LEVEL_DAY,     DL_DATE_LEVEL_WEEKDAY | DL_DATE_LEVEL_DAY,
    DL_DATE_LEVEL_WEEKDAY | DL_DATE_LEVEL_WEEK, DL_DATE_LEVEL_DAY | DL_DATE_LEVEL_MONTH,
    DL_DATE_LEVEL_MONTH | DL_DATE_LEVEL_YEAR,   DL_DATE_LEVEL_WEEK | DL_DATE_LEVEL_YEAR,
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const DlDateLevels here = pairs[i] & left, there = pairs[i] & right;

      if (here != 0 && there != 0 && (here | there) == pairs[i])
        return TRUE;
    }

  return FALSE;
}

/* Whether the coarser date holds for both ends of the range: “Monday, 9 to 11 a.m.”, “next
 * week from Wednesday to Friday”. */
static gboolean
holds_for_range (const DlDateExpression *date, const DlDateExpression *range)
{
  const DlDateLevels fine = DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_PART | DL_DATE_LEVEL_WEEKDAY;
  const DlDateLevels whole = get_levels (date);
  const DlDateLevels ends =
    dl_date_parts_get_levels (&range->start) | dl_date_parts_get_levels (&range->end);

  if ((ends & DL_DATE_LEVEL_WEEKDAY) && !(whole & DL_DATE_LEVEL_WEEK))
    return FALSE;

  return range->is_range && whole != 0 && (ends & ~fine) == 0 && (whole & -whole) > ends &&
         are_neighbours (whole, ends);
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
  const DlDateLevels fine = DL_DATE_LEVEL_CLOCK | DL_DATE_LEVEL_PART | DL_DATE_LEVEL_WEEKDAY;
  g_autoptr (DlDateExpression) first = dl_date_expression_new (a);
  g_autoptr (DlDateExpression) second = dl_date_expression_new (b);
  const DlDateLevels left = get_levels (first), right = get_levels (second);

  if (left == DL_DATE_LEVEL_PART && second->is_range)
    return TRUE;
  if (holds_for_range (first, second) || holds_for_range (second, first))
    return TRUE;
  if (is_away (first, second) || is_away (second, first))
    return TRUE;
  if (left == 0 || right == 0 || (left & right) != 0)
    return FALSE;
  if (is_loose && ((left | right) & fine) == 0)
    return FALSE;

  return are_neighbours (left, right);
}

/* Whether it is a time of day or a day of the week, and nothing more. */
static gboolean
is_small (DlDateLevels levels)
{
  return levels == DL_DATE_LEVEL_CLOCK || levels == DL_DATE_LEVEL_WEEKDAY;
}

/**
 * dl_date_expression_can_span:
 * @how: what the words around tell of the range
 *
 * Returns: whether a range may lead from @a to @b: both are single dates, and the finest
 *   that they speak of is the same; or words tell both of its ends
 */
gboolean
dl_date_expression_can_span (const char *a, const char *b, DlDateSpan how)
{
  g_autoptr (DlDateExpression) first = dl_date_expression_new (a);
  g_autoptr (DlDateExpression) second = dl_date_expression_new (b);
  const DlDateLevels left = get_levels (first), right = get_levels (second);
  const DlDateLevels calendar = DL_DATE_LEVEL_DAY | DL_DATE_LEVEL_MONTH | DL_DATE_LEVEL_YEAR;

  if (left == 0 || right == 0)
    return FALSE;
  if (how == DL_DATE_SPAN_SMALL)
    return left == right && is_small (left);
  if (how == DL_DATE_SPAN_MARKED && ((left | right) & ~calendar) == 0)
    return TRUE;

  return (left & -left) == (right & -right);
}

/* The time of day as TIMEX3 writes it behind the day. */
static char *
write_clock (const DlDatePoint *point)
{
  return g_strdup_printf ("T%02d:%02d", point->hour, MAX (point->minute, 0));
}

/**
 * dl_date_expression_repeat_at:
 * @set: of what repeats: “every Monday”
 * @clock: that which stands next to it
 *
 * Returns: (transfer full) (nullable): both together, “every Monday at 4 p.m.”; %NULL if
 *   @set repeats no days or @clock is no time of day
 */
char *
dl_date_expression_repeat_at (const char *set, const char *clock)
{
  g_autoptr (DlDateExpression) first = dl_date_expression_new (set);
  g_autoptr (DlDateExpression) second = dl_date_expression_new (clock);
  g_autofree char *hour = NULL;
  const char *part;

  if (first->value == NULL || get_levels (second) != DL_DATE_LEVEL_CLOCK ||
      second->start.point.hour < 0)
    return NULL;

  hour = write_clock (&second->start.point);
  if (strcmp (first->value, "P1D") == 0)
    return g_strconcat ("=XXXX-XX-XX", hour, NULL);
  if (!g_str_has_prefix (first->value, "XXXX-") || g_str_has_suffix (first->value, "WE"))
    return NULL;
  part = strchr (first->value, 'T');

  return g_strdup_printf ("=%.*s%s",
                          (int) (part != NULL ? part - first->value
                                              : (gssize) strlen (first->value)),
                          first->value, hour);
}
