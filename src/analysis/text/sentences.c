/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sentences.h"

#include <unicode/ubrk.h>

/* The words after which a full stop does not end a sentence: class “abbreviation” of
 * the tables.  The break iterator of ICU (UAX #29) knows no words. */

static gboolean
ends_in_abbreviation (DlPassage *passage, guint first, guint after, guint klass)
{
  const DlToken *stop;

  if (after < first + 2 || !dl_passage_is_token (passage, after - 1, "."))
    return FALSE;

  stop = dl_passage_get_token (passage, after - 1);
  if (stop->flags & DL_CHAR_SPACE)
    return FALSE;

  for (guint i = after - 2; i + 4 > after - 1 && i >= first; i--)
    {
      const DlEdge *edge = dl_passage_find_edge (passage, i, klass);

      if (edge != NULL && edge->after >= after - 1)
        return TRUE;
      if (i == 0)
        break;
    }

  return FALSE;
}

/* A capital by itself with a full stop: “J. Smith”, “U.S. officials”. */
static gboolean
ends_in_initial (DlPassage *passage, guint first, guint after)
{
  if (after < first + 2 || !dl_passage_is_token (passage, after - 1, "."))
    return FALSE;

  return dl_passage_is_initial (passage, dl_passage_get_token (passage, after - 2));
}

static gboolean
is_number (DlPassage *passage, guint i)
{
  return dl_passage_get_token (passage, i)->flags & DL_CHAR_DIGIT;
}

/* Korean writes days with spaces: “2021. 10. 13.” */
static gboolean
ends_within_numbers (DlPassage *passage, guint first, guint after)
{
  return passage->language == DL_LANGUAGE_KO && after >= first + 2 &&
         dl_passage_is_token (passage, after - 1, ".") && is_number (passage, after - 2) &&
         is_number (passage, after);
}

/* German writes ordinals with a full stop, “zum 80. Jahrestag”; far more often than a
 * number below 100 ends a sentence. */
static gboolean
ends_in_ordinal (DlPassage *passage, guint first, guint after)
{
  const DlToken *number;

  if (passage->language != DL_LANGUAGE_DE || after < first + 3 ||
      !dl_passage_is_token (passage, after - 1, ".") || !is_number (passage, after - 2))
    return FALSE;

  number = dl_passage_get_token (passage, after - 2);

  return number->end - number->start <= 2 &&
         (dl_passage_get_token (passage, after - 3)->flags & DL_CHAR_LETTER);
}

static void
add_sentence (DlPassage *passage, guint first, guint after)
{
  DlReading *reading = passage->reading;
  DlTokenRange range = { first, after, reading->sentences->len };
  DlSentence sentence = { .span = dl_passage_get_span (passage, first, after),
                          .block = passage->block };

  g_array_append_val (passage->sentences, range);
  g_array_append_val (reading->sentences, sentence);
}

static void
cut (DlPassage *passage, UBreakIterator *breaks)
{
  const DlFold *fold = passage->matcher->fold;
  const guint n = dl_passage_get_n_tokens (passage);
  const guint klass = dl_lexicon_find_class (passage->reading->lexicon, "abbreviation");
  guint first = 0, token = 0;

  for (int32_t at = ubrk_next (breaks); at != UBRK_DONE; at = ubrk_next (breaks))
    {
      while (token < n && fold->source[dl_passage_get_token (passage, token)->start] < (guint32) at)
        token++;
      if (token == first || token == n || ends_in_initial (passage, first, token) ||
          ends_in_abbreviation (passage, first, token, klass) ||
          ends_within_numbers (passage, first, token) || ends_in_ordinal (passage, first, token))
        continue;
      add_sentence (passage, first, token);
      first = token;
    }
  if (first < n)
    add_sentence (passage, first, n);
}

/* To open an iterator costs more than to break a paragraph: the passage keeps it. */
static UBreakIterator *
open_breaks (DlPassage *passage, UErrorCode *status)
{
  if (passage->breaks != NULL && passage->breaks_language == passage->language)
    return passage->breaks;

  dl_sentences_close (passage);
  passage->breaks_language = passage->language;
  passage->breaks =
    ubrk_open (UBRK_SENTENCE, dl_language_get_tag (passage->language), NULL, 0, status);

  return passage->breaks;
}

/* Lets go of what dl_sentences_find() keeps in the passage. */
void
dl_sentences_close (DlPassage *passage)
{
  if (passage->breaks != NULL)
    ubrk_close (passage->breaks);
  passage->breaks = NULL;
}

/**
 * dl_sentences_find:
 * @passage: with its tokens
 *
 * Cuts the passage into sentences: the break iterator of ICU, less the breaks after
 * abbreviations and initials.  Every token belongs to exactly one sentence.
 */
void
dl_sentences_find (DlPassage *passage)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8 (NULL, passage->text, passage->length, &status);
  UBreakIterator *breaks = open_breaks (passage, &status);

  ubrk_setUText (breaks, text, &status);
  if (U_SUCCESS (status))
    cut (passage, breaks);
  else if (dl_passage_get_n_tokens (passage) > 0)
    add_sentence (passage, 0, dl_passage_get_n_tokens (passage));

  utext_close (text);
}
