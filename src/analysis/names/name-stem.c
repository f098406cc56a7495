/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "name-stem.h"

#include <string.h>

#include "word-list.h"

/* No ending of a name has more bytes. */
#define MAX_ENDING 12

/* The languages whose tables have words of class “name-ending”. */
#define LANGUAGES_WITH_ENDINGS (1u << DL_LANGUAGE_DE | 1u << DL_LANGUAGE_RU | 1u << DL_LANGUAGE_UK)

/* Cuts the longest ending of @word that the tables have. */
static gboolean
cut (DlLexicon *lexicon, char *word, DlLanguage language)
{
  const gsize length = strlen (word);
  glong letters = 0;

  for (char *end = word; *end != '\0'; end = g_utf8_next_char (end), letters++)
    {
      const char *min = word + length - end <= MAX_ENDING
                          ? dl_word_list_find (lexicon, "name-ending", language, end)
                          : NULL;

      if (min == NULL || letters < g_ascii_strtoll (min, NULL, 10))
        continue;
      *end = '\0';
      return TRUE;
    }

  return FALSE;
}

/**
 * dl_name_stem:
 * @word: (inout): folded; a word of a name
 * @language: of the text
 *
 * Cuts the endings of cases from @word, the longest that the tables have, so that the forms
 * of a name are the same: also of a name that ends as if it had one, as “Ибрагим” does beside
 * “Ибрагимом”.  What is left is no word: it is only to be compared with what is left of
 * others.
 *
 * Returns: whether there was one
 */
gboolean
dl_name_stem (DlLexicon *lexicon, char *word, DlLanguage language)
{
  gboolean is_cut = FALSE;

  if (!(LANGUAGES_WITH_ENDINGS >> language & 1))
    return FALSE;
  while (cut (lexicon, word, language))
    is_cut = TRUE;

  return is_cut;
}
