/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-text.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/udatpg.h>

/* The line under a headline that says when: “Thứ sáu, 3/5/2024, 10:20 (GMT+7)”, “입력 2024. 5. 3.
 * 오전 10:20”, “May 3, 2024”.  A date is all there, with its year in four digits, or it is none.
 * The names of months, the halves of the day and the order of day and month are those of CLDR, as
 * ICU has them.
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
/* Of an ICU pattern or name, UTF-16 units. */
#define MAX_NAME 64

struct _DlDateText
{
  GRegex *patterns[N_PATTERNS];
  GRegex *time_after, *time_before, *zone;
  GHashTable *months; /* of char *: name → number, 1 to 12 */
  char *after_noon;   /* what the language calls it, or NULL */
  gboolean is_month_first, is_order_known;
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

/* Returns: (transfer full) (nullable): @text as (1) says */
static char *
normalize (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *small = narrow != NULL ? g_utf8_strdown (narrow, -1) : NULL;
  GString *out;

  if (small == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = small; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = g_unichar_digit_value (c);

      if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      g_string_append_unichar (out, digit >= 0 ? (gunichar) ('0' + digit) : c);
    }

  return g_string_free (out, FALSE);
}

static char *
dup_symbol (UDateFormat *format, UDateFormatSymbolType type, int32_t i)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_NAME];
  int32_t length = udat_getSymbols (format, type, i, name, MAX_NAME, &status);
  g_autofree char *utf8 = U_SUCCESS (status) && length > 0
                            ? g_utf16_to_utf8 ((gunichar2 *) name, length, NULL, NULL, NULL)
                            : NULL;

  return utf8 != NULL ? normalize (utf8) : NULL;
}

static void
add_months (DlDateText *self, UDateFormat *format, UDateFormatSymbolType type)
{
  for (int32_t i = 0; i < 12; i++)
    {
      char *name = dup_symbol (format, type, i);

      if (name != NULL && g_str_has_suffix (name, "."))
        name[strlen (name) - 1] = '\0';
      /* a number, as in Chinese, is no name */
      if (name == NULL || *name == '\0' || g_ascii_isdigit (*name))
        g_free (name);
      else
        g_hash_table_insert (self->months, name, GINT_TO_POINTER (i + 1));
    }
}

static void
read_locale (DlDateText *self, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_MEDIUM, locale, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    return;
  add_months (self, format, UDAT_SHORT_MONTHS);
  add_months (self, format, UDAT_STANDALONE_SHORT_MONTHS);
  add_months (self, format, UDAT_MONTHS);
  add_months (self, format, UDAT_STANDALONE_MONTHS);
  g_free (self->after_noon);
  self->after_noon = dup_symbol (format, UDAT_AM_PMS, 1);
  udat_close (format);
}

/* (2) */
static void
read_order (DlDateText *self, const char *locale)
{
  static const UChar skeleton[] = { 'y', 'M', 'd', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UChar pattern[MAX_NAME];
  int32_t length;

  if (U_FAILURE (status))
    return;
  length = udatpg_getBestPattern (generator, skeleton, 3, pattern, MAX_NAME, &status);
  for (int32_t i = 0; U_SUCCESS (status) && i < length && pattern[i] != 'd'; i++)
    self->is_month_first |= pattern[i] == 'M' && pattern[0] != 'y';
  udatpg_close (generator);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return (int) strlen (b) - (int) strlen (a);
}

/* Returns: (transfer full): the names of the months as a pattern, the longest first */
static char *
join_months (DlDateText *self)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (self->months), compare_lengths);
  GString *pattern = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *escaped = g_regex_escape_string (name->data, -1);

      g_string_append_printf (pattern, "%s%s", pattern->len > 0 ? "|" : "", escaped);
    }

  return g_string_free (pattern, FALSE);
}

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

/* The groups are: year, month, day; day, month, year; month, day, year. */
static void
compile_patterns (DlDateText *self)
{
  g_autofree char *months = join_months (self);
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
  g_autofree char *locale = g_strdelimit (g_strdup (language != NULL ? language : "en"), "-", '_');

  self->months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_locale (self, "en");
  read_locale (self, locale);
  /* Arabic has other names of months east of Egypt. */
  if (g_str_has_prefix (locale, "ar"))
    {
      read_locale (self, "ar_SY");
      read_locale (self, "ar_DZ");
    }
  read_order (self, locale);
  self->is_order_known = g_ascii_strcasecmp (locale, "en") != 0;
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
  g_hash_table_unref (self->months);
  g_free (self->after_noon);
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

  return GPOINTER_TO_INT (g_hash_table_lookup (self->months, name));
}

/* (2) Returns: whether it is clear what is meant */
static gboolean
order (DlDateText *self, GMatchInfo *match, Found *found)
{
  g_autofree char *mark = g_match_info_fetch (match, 2);
  int a = fetch_number (match, 1), b = fetch_number (match, 3);
  gboolean is_month_first = *mark == '/' && self->is_month_first;

  if (*mark == '/' && !self->is_order_known && a <= 12 && b <= 12 && a != b)
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
  gboolean is_after_noon = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (marks) && !is_after_noon; i++)
    is_after_noon = strstr (before, marks[i]) != NULL || g_str_has_prefix (after, marks[i]);
  if (self->after_noon != NULL)
    is_after_noon = is_after_noon || strstr (before, self->after_noon) != NULL ||
                    g_str_has_prefix (after, self->after_noon);

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
  g_autofree char *plain = strlen (text) <= MAX_TEXT ? normalize (text) : NULL;
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
