/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "date-words.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/udatpg.h>

/* Of an ICU pattern or name, UTF-16 units. */
#define MAX_NAME 64
/* Of BCP 47 (RFC 5646, 4.4.1 and 2.1), bytes. */
#define MAX_TAG 35
#define MAX_SUBTAG 8

struct _DlDateWords
{
  GHashTable *months; /* of char *: name → number, 1 to 12 */
  char *after_noon;   /* or NULL */
  gboolean is_month_first, is_order_known;
};

/**
 * dl_date_words_normalize:
 * @text: UTF-8
 *
 * Returns: (transfer full) (nullable): @text with the digits of every script in ASCII, small letters
 * and narrow forms; NULL if it is no UTF-8
 */
char *
dl_date_words_normalize (const char *text)
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

  return utf8 != NULL ? dl_date_words_normalize (utf8) : NULL;
}

static void
add_months (DlDateWords *self, UDateFormat *format, UDateFormatSymbolType type)
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
read_locale (DlDateWords *self, const char *locale)
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

static void
read_order (DlDateWords *self, const char *locale)
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

/**
 * dl_date_words_join_months:
 *
 * Returns: (transfer full): the names of the months as alternatives of a regular expression, the
 * longest first
 */
char *
dl_date_words_join_months (DlDateWords *self)
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

/* Whether ICU may be asked for it: it does not check how long the parts of a name are. */
static gboolean
is_tag (const char *language)
{
  gsize length = 0;

  if (strlen (language) > MAX_TAG)
    return FALSE;
  for (const char *p = language; *p != '\0'; p++)
    {
      length = *p == '-' ? 0 : length + 1;
      if ((*p != '-' && !g_ascii_isalnum (*p)) || length > MAX_SUBTAG)
        return FALSE;
    }

  return TRUE;
}

/**
 * dl_date_words_new:
 * @language: (nullable): BCP 47; what is none counts as not given
 *
 * English months are known in any case.
 */
DlDateWords *
dl_date_words_new (const char *language)
{
  DlDateWords *self = g_new0 (DlDateWords, 1);
  g_autofree char *locale =
    g_strdelimit (g_strdup (language != NULL && is_tag (language) ? language : "en"), "-", '_');

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

  return self;
}

void
dl_date_words_free (DlDateWords *self)
{
  g_hash_table_unref (self->months);
  g_free (self->after_noon);
  g_free (self);
}

/**
 * dl_date_words_find_month:
 * @name: as dl_date_words_normalize() leaves it
 *
 * Returns: its number, 1 to 12; or 0
 */
int
dl_date_words_find_month (DlDateWords *self, const char *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->months, name));
}

/**
 * dl_date_words_get_after_noon:
 *
 * Returns: (nullable): what the language calls the second half of a day
 */
const char *
dl_date_words_get_after_noon (DlDateWords *self)
{
  return self->after_noon;
}

/**
 * dl_date_words_get_order:
 * @is_month_first: (out): whether the month stands before the day in the language's short date
 *
 * Returns: whether that is sure; of English of no country in particular it is not
 */
gboolean
dl_date_words_get_order (DlDateWords *self, gboolean *is_month_first)
{
  *is_month_first = self->is_month_first;

  return self->is_order_known;
}
