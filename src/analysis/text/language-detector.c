/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language-detector.h"

#include "matcher.h"
#include "tables.h"

/* The language of a text, by its script and by its commonest words: those of class
 * “function” and “telling” in the tables, and the names of its weekdays.  Where these tell
 * no difference, as in a headline, all the words that the tables have of a language do. */

/* So much of a text tells its language; bytes. */
#define SAMPLE 4096

static DlLanguage
get_script_language (gunichar c)
{
  if ((c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff))
    return DL_LANGUAGE_KO;
  if ((c >= 0x3040 && c <= 0x30ff) || c == 0x3005)
    return DL_LANGUAGE_JA;
  if (c >= 0x4e00 && c <= 0x9fff)
    return DL_LANGUAGE_ZH;
  if (c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491)
    return DL_LANGUAGE_UK;
  if (c >= 0x400 && c <= 0x4ff)
    return DL_LANGUAGE_RU;
  if (c >= 0x600 && c <= 0x6ff)
    return DL_LANGUAGE_AR;
  if (c >= 0x1ea0 && c <= 0x1ef9)
    return DL_LANGUAGE_VI;

  return DL_N_LANGUAGES;
}

static void
count_scripts (const char *text, gsize length, guint *counts)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      DlLanguage language = get_script_language (g_utf8_get_char (p));

      if (language < DL_N_LANGUAGES)
        counts[language]++;
    }
}

/* Which language a text without Latin letters is in; kana mark Japanese among Han, and
 * four letters mark Ukrainian among Cyrillic. */
static DlLanguage
choose_by_script (const guint *counts, gsize letters)
{
  if (counts[DL_LANGUAGE_KO] * 6 > letters)
    return DL_LANGUAGE_KO;
  if (counts[DL_LANGUAGE_JA] * 20 > letters)
    return DL_LANGUAGE_JA;
  if (counts[DL_LANGUAGE_ZH] * 6 > letters)
    return DL_LANGUAGE_ZH;
  if ((counts[DL_LANGUAGE_RU] + counts[DL_LANGUAGE_UK]) * 4 > letters)
    return counts[DL_LANGUAGE_UK] * 50 > counts[DL_LANGUAGE_RU] ? DL_LANGUAGE_UK : DL_LANGUAGE_RU;
  if (counts[DL_LANGUAGE_AR] * 4 > letters)
    return DL_LANGUAGE_AR;

  return counts[DL_LANGUAGE_VI] * 20 > letters ? DL_LANGUAGE_VI : DL_N_LANGUAGES;
}

/* How many of a text's words a language has. */
typedef struct
{
  guint common; /* those of class “function” */
  guint words;  /* all, each once */
  guint after;  /* the token after the last of them */
} Count;

static void
count_hit (Count *count, const DlHit *hit, gboolean is_common)
{
  count->common += is_common;
  count->words += hit->first >= count->after;
  count->after = MAX (count->after, hit->after);
}

static gboolean
is_more (const Count *a, const Count *b)
{
  return a->common != b->common ? a->common > b->common : a->words > b->words;
}

/* The classes that tell a language best. */
typedef struct
{
  guint function;
  guint telling;
  guint weekday;
  guint month;
  guint day;
  guint holiday;
} Classes;

static gboolean
is_common_class (const Classes *classes, guint klass)
{
  return klass == classes->function || klass == classes->telling || klass == classes->weekday;
}

static gboolean
is_date_class (const Classes *classes, guint klass)
{
  return klass == classes->month || klass == classes->day || klass == classes->holiday;
}

/* A word of some languages, not a number nor a name: in any language one reads of Stephen
 * and of Microsoft, so that a capital tells only with the commonest words and in dates. */
static gboolean
is_telling (const DlNameRecord *name, const DlToken *token, gboolean may_be_capital)
{
  return name->entity == DL_FORMAT_NONE && name->languages != DL_LANGUAGE_ALL &&
         (token->flags & DL_CHAR_LETTER) && (may_be_capital || !(token->flags & DL_CHAR_UPPER));
}

/* @best: what it is unless another has more */
static DlLanguage
choose_by_words (DlLexicon *lexicon,
                 guint languages,
                 DlLanguage best,
                 const char *text,
                 gsize length)
{
  g_autoptr (DlMatcher) matcher = dl_matcher_new ();
  const Classes classes = { .function = dl_lexicon_find_class (lexicon, "function"),
                            .telling = dl_lexicon_find_class (lexicon, "telling"),
                            .weekday = dl_lexicon_find_class (lexicon, "day-name"),
                            .month = dl_lexicon_find_class (lexicon, "date-month"),
                            .day = dl_lexicon_find_class (lexicon, "date-word"),
                            .holiday = dl_lexicon_find_class (lexicon, "holiday") };
  Count counts[DL_N_LANGUAGES] = { 0 };
  const Count nothing = { 0 };

  dl_matcher_run (matcher, lexicon, languages, text, length);
  for (guint i = 0; i < matcher->hits->len; i++)
    {
      const DlHit *hit = &g_array_index (matcher->hits, DlHit, i);
      const DlToken *token = &g_array_index (matcher->tokens, DlToken, hit->first);
      const guint klass = hit->name->klass;
      const gboolean is_common = is_common_class (&classes, klass);

      if (!is_telling (hit->name, token, is_common || is_date_class (&classes, klass)))
        continue;
      for (DlLanguage k = 0; k < DL_N_LANGUAGES; k++)
        {
          if (hit->name->languages & languages & 1u << k)
            count_hit (&counts[k], hit, is_common);
        }
    }
  for (DlLanguage k = 0; k < DL_N_LANGUAGES; k++)
    {
      if (is_more (&counts[k], best == DL_N_LANGUAGES ? &nothing : &counts[best]))
        best = k;
    }

  return best;
}

/**
 * dl_language_detector_run:
 * @text: valid UTF-8, @length bytes
 *
 * Returns: the language most of the text is in, %DL_N_LANGUAGES if it cannot be told
 */
DlLanguage
dl_language_detector_run (DlLexicon *lexicon, const char *text, gsize length)
{
  guint counts[DL_N_LANGUAGES] = { 0 };
  DlLanguage language;

  if (length > SAMPLE)
    length = g_utf8_find_prev_char (text, text + SAMPLE) - text;
  count_scripts (text, length, counts);
  language = choose_by_script (counts, g_utf8_strlen (text, length));
  if (language == DL_N_LANGUAGES)
    return choose_by_words (lexicon, DL_LANGUAGE_ALL, language, text, length);
  if (language == DL_LANGUAGE_ZH && counts[DL_LANGUAGE_JA] == 0)
    return choose_by_words (lexicon, 1u << DL_LANGUAGE_ZH | 1u << DL_LANGUAGE_JA, language, text,
                            length);

  return language;
}
