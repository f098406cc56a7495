/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-text.h"

#include <string.h>

#include "date-words.h"

/* The line under a headline that says when: “Thứ sáu, 3/5/2024, 10:20 (GMT+7)”, “입력 2024. 5. 3.
 * 오전 10:20”, “May 3, 2024”.  A date is all there, with its year in four digits, or it is none.
 *
 * 1. Digits of any script become ASCII, letters small and full-width forms narrow first.
 * 2. Between two slashes or hyphens, day and month stand as in the language's short date; English
 *    of no country in particular may mean either, so there it is no date unless it must be.
 * 3. A time stands beside its date, with little between. */

/* Years of pages that can have been saved. */
#define MIN_YEAR 1990
#define MAX_YEAR 2100
/* Longer texts are not looked at, bytes. */
#define MAX_TEXT 1000
#define N_PATTERNS 4

struct _DlDateText
{
  GRegex *patterns[N_PATTERNS];
  GRegex *time_after, *time_before, *zone;
  DlDateWords *words;
};

/* One that was found: EDTF, to the minute or to the day. */
typedef struct
{
  int year, month, day;
  gsize start, end;
} Found;

#define YEAR "((?:19|20)\\d\\d)"
#define NUMBER "(\\d{1,2})"
#define NO_DIGIT_BEFORE "(?<![\\d.:/-])"
#define NO_DIGIT_AFTER "(?!\\d)"
/* “de”, “năm”, “of”, “г.” */
#define PARTICLE "(?:\\p{L}{1,4}\\.?\\s+)?"

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, 0, 0, NULL);
}

/* The groups are: year, month, day; day, month, year; month, day, year. */
static void
compile_patterns (DlDateText *self)
{
  g_autofree char *months = dl_date_words_join_months (self->words);
  g_autofree char *day_first =
    g_strdup_printf (NO_DIGIT_BEFORE NUMBER "(?:st|nd|rd|th|er|o|\\.|,)?\\s+" PARTICLE
                                            "(%s)\\.?,?\\s+" PARTICLE YEAR NO_DIGIT_AFTER,
                     months);
  g_autofree char *month_first =
    g_strdup_printf ("(?<!\\p{L})(%s)\\.?\\s+" NUMBER "(?:st|nd|rd|th)?,?\\s+" YEAR NO_DIGIT_AFTER,
                     months);

  self->patterns[0] = compile (NO_DIGIT_BEFORE YEAR "\\s?[-/.年년]\\s?" NUMBER
                                                    "\\s?[-/.月월]\\s?" NUMBER NO_DIGIT_AFTER);
  self->patterns[1] =
    compile (NO_DIGIT_BEFORE NUMBER "\\s?([-/.])\\s?" NUMBER "\\s?\\g2\\s?" YEAR NO_DIGIT_AFTER);
  self->patterns[2] = compile (day_first);
  self->patterns[3] = compile (month_first);
  self->time_after =
    compile ("^[^\\d:]{0,24}?" NUMBER "\\s?[:.h時时시点點]\\s?(\\d\\d)(?!\\d)(?::\\d\\d)?");
  self->time_before = compile (NO_DIGIT_BEFORE NUMBER "[:h](\\d\\d)[^\\d\\p{L}]{1,6}"
                                                      "(?:\\p{L}{2,5}\\s)?$");
  self->zone = compile ("^(?|([+-])(\\d\\d):?(\\d\\d)|"
                        "[^\\p{L}\\d]{0,4}(?:gmt|utc)\\s?(?:([+-])(\\d{1,2})(?::?(\\d\\d))?)?)");
}

/**
 * dl_date_text_new:
 * @language: (nullable): BCP 47
 *
 * English months are known in any case.
 */
DlDateText *
dl_date_text_new (const char *language)
{
  DlDateText *self = g_new0 (DlDateText, 1);

  self->words = dl_date_words_new (language);
  compile_patterns (self);

  return self;
}

void
dl_date_text_free (DlDateText *self)
{
  for (guint i = 0; i < N_PATTERNS; i++)
    g_regex_unref (self->patterns[i]);
  g_regex_unref (self->time_after);
  g_regex_unref (self->time_before);
  g_regex_unref (self->zone);
  dl_date_words_free (self->words);
  g_free (self);
}

static int
fetch_number (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return text != NULL ? atoi (text) : 0;
}

static int
fetch_month (DlDateText *self, GMatchInfo *match, int group)
{
  g_autofree char *name = g_match_info_fetch (match, group);

  return dl_date_words_find_month (self->words, name);
}

/* (2) Returns: whether it is clear what is meant */
static gboolean
order (DlDateText *self, GMatchInfo *match, Found *found)
{
  g_autofree char *mark = g_match_info_fetch (match, 2);
  int a = fetch_number (match, 1), b = fetch_number (match, 3);
  gboolean is_month_first;
  gboolean is_known = dl_date_words_get_order (self->words, &is_month_first);

  is_month_first = is_month_first && *mark == '/';
  if (*mark == '/' && !is_known && a <= 12 && b <= 12 && a != b)
    return FALSE;
  if (is_month_first ? b <= 12 && a > 12 : a <= 12 && b > 12)
    is_month_first = !is_month_first;
  found->month = is_month_first ? a : b;
  found->day = is_month_first ? b : a;
  found->year = fetch_number (match, 4);

  return TRUE;
}

static gboolean
read_match (DlDateText *self, guint pattern, GMatchInfo *match, Found *found)
{
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  found->start = start;
  found->end = end;
  switch (pattern)
    {
    case 0:
      found->year = fetch_number (match, 1);
      found->month = fetch_number (match, 2);
      found->day = fetch_number (match, 3);
      break;

    case 1:
      if (!order (self, match, found))
        return FALSE;
      break;

    case 2:
      found->day = fetch_number (match, 1);
      found->month = fetch_month (self, match, 2);
      found->year = fetch_number (match, 3);
      break;

    case 3:
    default:
      found->month = fetch_month (self, match, 1);
      found->day = fetch_number (match, 2);
      found->year = fetch_number (match, 3);
      break;
    }

  return found->year >= MIN_YEAR && found->year <= MAX_YEAR && found->month > 0 &&
         g_date_valid_dmy (found->day, found->month, found->year);
}

/* “오후 2:05”, “2:05 pm” */
static int
add_half_day (DlDateText *self, int hour, const char *before, const char *after)
{
  static const char *const marks[] = { "pm", "p.m", "午後", "下午", "오후" };
  const char *own = dl_date_words_get_after_noon (self->words);
  gboolean is_after_noon = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks) && !is_after_noon; i++)
    is_after_noon = strstr (before, marks[i]) != NULL || g_str_has_prefix (after, marks[i]);
  if (own != NULL)
    is_after_noon = is_after_noon || strstr (before, own) != NULL || g_str_has_prefix (after, own);

  return is_after_noon && hour < 12 ? hour + 12 : hour;
}

/* Returns: (transfer full): “+07:00”, or empty */
static char *
read_zone (DlDateText *self, const char *after)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *sign = NULL;

  if (!g_regex_match (self->zone, after, 0, &match))
    return g_strdup ("");
  sign = g_match_info_fetch (match, 1);
  if (sign == NULL || *sign == '\0')
    return g_strdup ("Z");

  return g_strdup_printf ("%c%02d:%02d", *sign, fetch_number (match, 2), fetch_number (match, 3));
}

/* (3) Returns: (transfer full): “T10:20+07:00”, or empty */
static char *
read_time (DlDateText *self, const char *text, const Found *found)
{
  g_autofree char *before = g_strndup (text, found->start);
  g_autofree char *between = NULL, *zone = NULL;
  const char *after = text + found->end;
  g_autoptr (GMatchInfo) match = NULL, match_before = NULL;
  int hour, start, end;

  if (g_regex_match (self->time_after, after, 0, &match))
    {
      g_match_info_fetch_pos (match, 0, NULL, &end);
      g_match_info_fetch_pos (match, 1, &start, NULL);
      between = g_strndup (after, start);
      after += end + strspn (after + end, " ");
      hour = add_half_day (self, fetch_number (match, 1), between, after);
    }
  else if (g_regex_match (self->time_before, before, 0, &match_before))
    hour = fetch_number (match_before, 1);
  else
    return g_strdup ("");
  if (hour > 23)
    return g_strdup ("");
  zone = read_zone (self, after);

  return g_strdup_printf ("T%02d:%02d:00%s", hour,
                          fetch_number (match_before != NULL ? match_before : match, 2), zone);
}

/* Returns: (transfer full) (nullable): EDTF of the first date from @text + @start on; @start goes
 * behind it */
static char *
find_next (DlDateText *self, const char *text, gsize *start)
{
  Found first = { .start = G_MAXSIZE };
  g_autofree char *time = NULL;

  for (guint i = 0; i < N_PATTERNS; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      Found found;

      g_regex_match_full (self->patterns[i], text, -1, *start, 0, &match, NULL);
      while (g_match_info_matches (match) && !read_match (self, i, match, &found))
        g_match_info_next (match, NULL);
      if (g_match_info_matches (match) && found.start < first.start)
        first = found;
    }
  if (first.start == G_MAXSIZE)
    return NULL;
  *start = first.end;
  time = read_time (self, text, &first);

  return g_strdup_printf ("%04d-%02d-%02d%s", first.year, first.month, first.day, time);
}

/**
 * dl_date_text_find:
 * @text: UTF-8
 * @first: (out) (optional) (nullable): the earliest of the dates in it, to the minute if that is said
 * @last: (out) (optional) (nullable): the latest, if there are several
 *
 * Returns: whether there is a date in @text
 */
gboolean
dl_date_text_find (DlDateText *self, const char *text, DlDate **first, DlDate **last)
{
  g_autofree char *plain = strlen (text) <= MAX_TEXT ? dl_date_words_normalize (text) : NULL;
  g_autofree char *least = NULL, *most = NULL;
  char *found;

  for (gsize start = 0; plain != NULL && (found = find_next (self, plain, &start)) != NULL;)
    {
      g_autofree char *date = found;

      if (least == NULL || strcmp (date, least) < 0)
        {
          g_free (least);
          least = g_strdup (date);
        }
      if (most == NULL || strcmp (date, most) > 0)
        {
          g_free (most);
          most = g_strdup (date);
        }
    }
  /* one moment, said twice */
  if (least != NULL && g_str_has_prefix (most, least))
    {
      g_free (least);
      least = g_strdup (most);
    }
  if (first != NULL)
    *first = least != NULL ? dl_date_parse (least, NULL) : NULL;
  if (last != NULL)
    *last = least != NULL && strcmp (least, most) != 0 ? dl_date_parse (most, NULL) : NULL;

  return least != NULL;
}
