/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language.h"

#include <string.h>

static const char tags[DL_N_LANGUAGES][3] = {
  "vi", "en", "ko", "ja", "zh", "de", "fr", "es", "it", "pt", "ru", "uk", "id", "ar",
};

/**
 * dl_language_from_tag:
 * @tag: (nullable): a BCP 47 tag or a locale's name: “vi”, “pt-BR”, “zh_TW.UTF-8”
 *
 * Only the primary subtag counts.
 *
 * Returns: the language, or %DL_N_LANGUAGES if there are no tables for it
 */
DlLanguage
dl_language_from_tag (const char *tag)
{
  gsize length = tag != NULL ? strcspn (tag, "-_.@") : 0;

  for (DlLanguage i = 0; i < DL_N_LANGUAGES && length == 2; i++)
    {
      if (g_ascii_strncasecmp (tags[i], tag, 2) == 0)
        return i;
    }

  return DL_N_LANGUAGES;
}

/**
 * dl_language_get_tag:
 *
 * Returns: the BCP 47 tag, “und” for %DL_N_LANGUAGES
 */
const char *
dl_language_get_tag (DlLanguage language)
{
  return language < DL_N_LANGUAGES ? tags[language] : "und";
}
