/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "acronym.h"

#include <string.h>

/* Whether letters stand for a name: “CILA” for “Comisión Internacional de Límites y Aguas”.
 *
 *   1. Each word with a capital gives one letter or more from its beginning on, in the
 *      order of the name: “Conagua” for “Comisión Nacional del Agua”.
 *   2. A word without one may give none.
 *   3. Of one long word letters from within count too, the first its first: “BNetzA”.
 *
 * This is the search of A. Schwartz and M. Hearst, “A Simple Algorithm for Identifying
 * Abbreviation Definitions in Biomedical Text” (PSB 2003), held to the beginnings of words. */

/* Longer ones are no acronyms, and no name of so many words goes by one. */
#define MAX_LETTERS 12
#define MAX_WORDS 16

/* From so many letters on letters within a word count. */
#define MIN_INNER_LETTERS 4

/* The letters of an acronym. */
typedef struct
{
  gunichar letters[MAX_LETTERS];
  guint n;
} Acronym;

/* The letter without its accents: names keep them where acronyms do not. */
static gunichar
get_base (gunichar letter)
{
  gunichar parts[4];

  return g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) > 0 ? parts[0]
                                                                                    : letter;
}

/* Reads the letter at @text and steps over it. */
static gunichar
next_letter (const char **text)
{
  const gunichar letter = g_utf8_get_char (*text);

  *text = g_utf8_next_char (*text);

  return get_base (letter);
}

static gboolean
read_acronym (Acronym *self, const char *folded)
{
  for (self->n = 0; *folded != '\0'; self->n++)
    {
      if (self->n == MAX_LETTERS)
        return FALSE;
      self->letters[self->n] = next_letter (&folded);
    }

  return self->n >= 2;
}

static gboolean
is_word (const DlToken *token)
{
  return (token->flags & DL_CHAR_LETTER) && !(token->flags & DL_CHAR_SINGLE);
}

/* How many letters from the @from-th on the word begins with. */
static guint
count_common (DlPassage *passage, const Acronym *acronym, const DlToken *word, guint from)
{
  const char *text = passage->matcher->fold->text + word->start;
  const char *end = passage->matcher->fold->text + word->end;
  guint n = 0;

  while (from + n < acronym->n && text < end && next_letter (&text) == acronym->letters[from + n])
    n++;

  return n;
}

/* @given has a bit for each number of letters that the words so far may have given; the
 * same after one word more. */
static guint
give (DlPassage *passage, const Acronym *acronym, const DlToken *word, guint given)
{
  guint next = word->flags & DL_CHAR_UPPER ? 0 : given;

  for (guint from = 0; from < acronym->n; from++)
    {
      const guint n = given >> from & 1 ? count_common (passage, acronym, word, from) : 0;

      for (guint i = 1; i <= n; i++)
        next |= 1u << (from + i);
    }

  return next;
}

static gboolean
fits_words (DlPassage *passage, const Acronym *acronym, guint first, guint after)
{
  guint given = 1;

  for (guint i = first; i < after && given != 0; i++)
    {
      const DlToken *token = dl_passage_get_token (passage, i);

      if (is_word (token))
        given = give (passage, acronym, token, given);
    }

  return given >> acronym->n & 1;
}

static gboolean
fits_inside (DlPassage *passage, const Acronym *acronym, const DlToken *word)
{
  const char *text = passage->matcher->fold->text + word->start;
  const char *end = passage->matcher->fold->text + word->end;
  guint n = 0;

  if (count_common (passage, acronym, word, 0) == 0)
    return FALSE;
  while (n < acronym->n && text < end)
    n += next_letter (&text) == acronym->letters[n];

  return n == acronym->n;
}

static gboolean
fits (DlPassage *passage, const Acronym *acronym, guint first, guint after)
{
  const DlToken *token = dl_passage_get_token (passage, first);

  if (!(token->flags & DL_CHAR_UPPER))
    return FALSE;
  if (after == first + 1)
    return acronym->n >= MIN_INNER_LETTERS && fits_inside (passage, acronym, token);

  return fits_words (passage, acronym, first, after);
}

/* What may stand within a name beside words. */
static gboolean
may_stand_within (DlPassage *passage, guint token)
{
  static const char *const marks[] = { ",", "'", "-", "&", "." };

  if (is_word (dl_passage_get_token (passage, token)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (dl_passage_is_token (passage, token, marks[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * dl_acronym_find_name:
 * @acronym: folded, of letters alone
 * @after: the token after the last of the name
 *
 * Returns: the first token of the shortest name that ends before @after and that @acronym
 *   may stand for; @after itself where there is none
 */
guint
dl_acronym_find_name (DlPassage *passage, const char *acronym, guint after)
{
  Acronym letters;
  const guint start = after > 0 ? dl_passage_find_sentence (passage, after - 1)->first : 0;
  guint words = 0;

  if (!read_acronym (&letters, acronym))
    return after;
  for (guint i = after; i > start && words < MAX_WORDS; i--)
    {
      if (!may_stand_within (passage, i - 1))
        break;
      words += is_word (dl_passage_get_token (passage, i - 1));
      if (fits (passage, &letters, i - 1, after))
        return i - 1;
    }

  return after;
}
