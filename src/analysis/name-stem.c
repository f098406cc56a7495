/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "name-stem.h"

#include <string.h>

/* So many letters stay of a word whose ending is cut. */
#define MIN_STEM 3

/* The endings of the cases of names and of adjectives, the longer first (A. A. Zaliznyak,
 * “Grammatical Dictionary of the Russian Language”, for Russian; for Ukrainian the
 * orthography of 2019, §§ 78 to 91).  A table of both: a name is only ever compared with
 * others of its own text. */
static const char *const endings[] = {
  "ого", "ому", "ему", "ові", "еві", "єві", "ием", "ієм", "ими", "ыми", "ой", "ом",
  "ем",  "єм",  "ым",  "им",  "ім",  "ых",  "их",  "ую",  "ая",  "ою",  "ею", "єю",
  "ия",  "ія",  "ии",  "ії",  "ию",  "ію",  "ий",  "ый",  "ій",  "а",   "я",  "у",
  "ю",   "е",   "є",   "ы",   "и",   "і",   "ї",   "й",   "ь",
};

static gboolean
cut_ending (char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      const gsize length = strlen (word), end = strlen (endings[i]);

      if (!g_str_has_suffix (word, endings[i]))
        continue;
      if (g_utf8_strlen (word, length - end) < MIN_STEM)
        return FALSE;
      word[length - end] = '\0';
      return TRUE;
    }

  return FALSE;
}

static gboolean
cut_genitive (char *word)
{
  const gsize length = strlen (word);

  if (length <= MIN_STEM + 1 || word[length - 1] != 's')
    return FALSE;
  word[length - 1] = '\0';

  return TRUE;
}

/**
 * dl_name_stem:
 * @word: (inout): folded; a word of a name
 * @language: of the text
 *
 * Cuts the ending of a case from @word, so that the forms of a name are the same.  What is
 * left is no word: it is only to be compared with what is left of others.
 *
 * Returns: whether there was one
 */
gboolean
dl_name_stem (char *word, DlLanguage language)
{
  if (language == DL_LANGUAGE_RU || language == DL_LANGUAGE_UK)
    return cut_ending (word);

  return language == DL_LANGUAGE_DE && cut_genitive (word);
}
