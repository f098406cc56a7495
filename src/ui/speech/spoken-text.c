/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "spoken-text.h"

#include <unicode/ubrk.h>

/* A block of an article, cut into what is said at once: its sentences. */

/* What is shorter goes with what follows, bytes: “Mr.” is no sentence, and “No!” by itself is
 * said too soon to be followed. */
#define LEAST 12

/**
 * dl_spoken_text_get_language:
 *
 * Returns: (nullable): the language of the block, BCP 47; %NULL: unknown
 */
const char *
dl_spoken_text_get_language (DlArticle *article, guint block)
{
  const char *own = dl_block_get_language (dl_article_get_block (article, block));

  return own != NULL ? own : dl_article_get_language (article);
}

/**
 * dl_spoken_text_find_block:
 * @byte: of the article
 *
 * Returns: the block that holds it, else the one that follows, else the number of blocks
 */
guint
dl_spoken_text_find_block (DlArticle *article, gsize byte)
{
  guint least = 0, most = dl_article_get_n_blocks (article);

  while (least < most)
    {
      const guint middle = least + (most - least) / 2;

      if (dl_block_get_span (dl_article_get_block (article, middle)).end <= byte)
        least = middle + 1;
      else
        most = middle;
    }

  return least;
}

/* Returns: where to cut what begins at @start and is too long: behind the last space that fits, or
 * else between two letters */
static gsize
find_cut (const char *text, gsize start)
{
  gsize cut = start + DL_SPOKEN_TEXT_MAX;

  for (gsize i = cut; i > start + DL_SPOKEN_TEXT_MAX / 2; i--)
    if (g_ascii_isspace (text[i - 1]))
      return i;
  while (((guchar) text[cut] & 0xC0) == 0x80)
    cut--;

  return cut;
}

static void
add (GArray *sentences, const char *text, gsize start, gsize end)
{
  while (end - start > DL_SPOKEN_TEXT_MAX)
    {
      const gsize cut = find_cut (text, start);

      add (sentences, text, start, cut);
      start = cut;
    }
  while (start < end && g_ascii_isspace (text[start]))
    start++;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (start < end)
    {
      const DlSpan sentence = { start, end };

      g_array_append_val (sentences, sentence);
    }
}

static void
cut (GArray *sentences, UBreakIterator *breaks, const char *text, DlSpan span)
{
  gsize start = 0;

  for (int32_t at = ubrk_next (breaks); at != UBRK_DONE; at = ubrk_next (breaks))
    if (at - start >= LEAST || span.start + at == span.end)
      {
        add (sentences, text, span.start + start, span.start + at);
        start = at;
      }
}

/**
 * dl_spoken_text_split:
 * @block: position of one of the article's
 *
 * By the break iterator of ICU for the language of the block (UAX #29).
 *
 * Returns: (transfer full) (element-type DlSpan): its sentences, in bytes of the article; all but
 *   white space of the block is in one of them, and none is longer than %DL_SPOKEN_TEXT_MAX
 */
GArray *
dl_spoken_text_split (DlArticle *article, guint block)
{
  const DlSpan span = dl_block_get_span (dl_article_get_block (article, block));
  const char *text = dl_article_get_text (article);
  const char *language = dl_spoken_text_get_language (article, block);
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (DlSpan));
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text + span.start, span.end - span.start, &status);
  UBreakIterator *breaks =
    ubrk_open (UBRK_SENTENCE, language != NULL ? language : "", NULL, 0, &status);

  ubrk_setUText (breaks, utext, &status);
  if (U_SUCCESS (status))
    cut (sentences, breaks, text, span);
  else
    add (sentences, text, span.start, span.end);

  if (breaks != NULL)
    ubrk_close (breaks);
  utext_close (utext);

  return sentences;
}
