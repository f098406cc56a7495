/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interface-locale.h"

#include <locale.h>
#include <string.h>
#include <unicode/uloc.h>

/* Which ICU locale dates are written in: the language of the interface's words, so that
 * “about” and the month agree, with the customs of the reader's region. */

/* English where no region is known: day before month, as most of the world reads it. */
#define ENGLISH "en_001"

static gboolean
is_posix (const char *locale)
{
  return locale == NULL || *locale == '\0' || strcmp (locale, "C") == 0 ||
         strcmp (locale, "POSIX") == 0 || g_str_has_prefix (locale, "C.");
}

static void
canonicalize (const char *locale, char buffer[ULOC_FULLNAME_CAPACITY])
{
  UErrorCode status = U_ZERO_ERROR;

  uloc_canonicalize (locale, buffer, ULOC_FULLNAME_CAPACITY, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    g_strlcpy (buffer, ENGLISH, ULOC_FULLNAME_CAPACITY);
}

static char *
dup_part (const char *locale, int32_t (*get) (const char *, char *, int32_t, UErrorCode *))
{
  UErrorCode status = U_ZERO_ERROR;
  char buffer[ULOC_FULLNAME_CAPACITY] = "";

  get (locale, buffer, sizeof buffer, &status);
  return g_strdup (U_SUCCESS (status) ? buffer : "");
}

/* The messages' language in the region of the formats: en + de_DE → en_DE. */
static char *
combine (const char *messages, const char *formats)
{
  g_autofree char *language = dup_part (messages, uloc_getLanguage);
  g_autofree char *script = dup_part (messages, uloc_getScript);
  g_autofree char *own_country = dup_part (messages, uloc_getCountry);
  g_autofree char *country = dup_part (formats, uloc_getCountry);

  const char *region = *country != '\0' ? country : own_country;

  if (*region == '\0' && strcmp (language, "en") == 0)
    return g_strdup (ENGLISH);

  return g_strconcat (language, *script != '\0' ? "_" : "", script, *region != '\0' ? "_" : "",
                      region, NULL);
}

/**
 * dl_interface_locale_choose:
 * @messages: (nullable): POSIX locale of the interface's words, “vi_VN.UTF-8”
 * @formats: (nullable): POSIX locale of the reader's formats (LC_TIME)
 *
 * The formats' locale is taken whole when it has the language of the words; otherwise
 * only its region counts, since half a sentence in each language serves nobody.
 *
 * Returns: (transfer full): an ICU locale
 */
char *
dl_interface_locale_choose (const char *messages, const char *formats)
{
  char words[ULOC_FULLNAME_CAPACITY], dates[ULOC_FULLNAME_CAPACITY];
  g_autofree char *language = NULL;
  g_autofree char *date_language = NULL;

  canonicalize (is_posix (messages) ? "en" : messages, words);
  canonicalize (is_posix (formats) ? words : formats, dates);
  language = dup_part (words, uloc_getLanguage);
  date_language = dup_part (dates, uloc_getLanguage);

  if (strcmp (language, date_language) != 0 || strcmp (dates, "en") == 0)
    return combine (words, dates);

  return g_strdup (dates);
}

/* With LC_MESSAGES “C” gettext translates nothing, whatever LANGUAGE says. */
static const char *
get_messages (void)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    return NULL;

  return g_get_language_names_with_category ("LC_MESSAGES")[0];
}

/**
 * dl_interface_locale:
 *
 * The locale of the running interface, found out once.
 *
 * Returns: (transfer none): an ICU locale, “vi_VN”
 */
const char *
dl_interface_locale (void)
{
  static char *chosen = NULL;

  if (g_once_init_enter (&chosen))
    g_once_init_leave (&chosen,
                       dl_interface_locale_choose (get_messages (), setlocale (LC_TIME, NULL)));
  return chosen;
}
