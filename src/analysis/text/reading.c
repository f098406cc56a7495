/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reading.h"

#include <string.h>

/* A sentence that is longer is quoted in pieces; so much of it on either side of what it is
 * quoted for.  No sentence that a person wrote is near it; bytes. */
#define MAX_QUOTE 4000
#define MARGIN 500

/* Returns: (transfer full): an empty reading; @article and @lexicon must outlive it */
DlReading *
dl_reading_new (DlArticle *article, DlLexicon *lexicon, DlLanguage language)
{
  DlReading *self = g_new0 (DlReading, 1);

  self->article = article;
  self->lexicon = lexicon;
  self->tables = dl_lexicon_get_tables (lexicon);
  self->language = language;
  self->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) dl_candidate_free);
  self->sentences = g_array_new (FALSE, TRUE, sizeof (DlSentence));
  self->acts = g_array_new (FALSE, TRUE, sizeof (DlAct));
  self->roles = g_array_new (FALSE, TRUE, sizeof (DlRole));
  self->openers = g_array_new (FALSE, TRUE, sizeof (DlSpan));
  self->signs = g_array_new (FALSE, TRUE, sizeof (DlCountrySign));
  self->shorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
dl_reading_free (DlReading *self)
{
  g_ptr_array_unref (self->candidates);
  g_array_unref (self->sentences);
  g_array_unref (self->acts);
  g_array_unref (self->roles);
  g_array_unref (self->openers);
  g_array_unref (self->signs);
  g_hash_table_unref (self->shorts);
  g_clear_pointer (&self->phrases, dl_phrases_free);
  g_clear_pointer (&self->said, dl_date_unref);
  g_free (self);
}

/**
 * dl_reading_has_phrase:
 * @phrase: folded; of the lexicon, whose strings stay
 *
 * Returns: whether the words stand anywhere in the article
 */
gboolean
dl_reading_has_phrase (DlReading *self, const char *phrase)
{
  if (self->phrases == NULL)
    self->phrases = dl_phrases_new (self->article);

  return dl_phrases_contain (self->phrases, phrase);
}

/* Shortens the list of candidates to @n_candidates, after those to be kept were moved to
 * its front; none is freed. */
void
dl_reading_truncate (DlReading *self, guint n_candidates)
{
  g_ptr_array_set_free_func (self->candidates, NULL);
  g_ptr_array_set_size (self->candidates, n_candidates);
  g_ptr_array_set_free_func (self->candidates, (GDestroyNotify) dl_candidate_free);
}

/* Returns: whether @act is one of the sorts of acts in which the role is played */
gboolean
dl_role_is_of (const DlRole *self, const char *act)
{
  const gsize length = strlen (act);

  for (const char *at = self->acts; at != NULL && (at = strstr (at, act)) != NULL; at += length)
    {
      if ((at == self->acts || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }

  return self->acts == NULL;
}

/* Returns: the index of the first role that begins at the byte @offset or later */
guint
dl_reading_find_role (DlReading *self, gsize offset)
{
  guint low = 0, high = self->roles->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->roles, DlRole, middle).span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Where the first word begins at @from or later, if there is one before @to. */
static gsize
find_word (const char *text, gsize from, gsize to)
{
  const char *p = text + from, *end = text + to;

  while (p < end && ((guchar) *p & 0xc0) == 0x80)
    p++;
  for (const char *word = p; word < end; word = g_utf8_next_char (word))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (word)))
        return g_utf8_next_char (word) - text;
    }

  return p - text;
}

/* Where the last word ends at @to or before, if there is one after @from. */
static gsize
find_word_end (const char *text, gsize from, gsize to)
{
  const char *p = text + to;

  while (p > text + from && ((guchar) *p & 0xc0) == 0x80)
    p--;
  for (const char *word = p; word > text + from; word = g_utf8_prev_char (word))
    {
      if (!g_unichar_isalnum (g_utf8_get_char (word)))
        return word - text;
    }

  return p - text;
}

/**
 * dl_reading_get_quote:
 * @sentence: index
 * @around: a piece of it
 *
 * Returns: what is to be shown of the sentence for what stands at @around: all of it, or of
 *   one that is very long the words near by
 */
DlSpan
dl_reading_get_quote (DlReading *self, guint sentence, DlSpan around)
{
  const char *text = dl_article_get_text (self->article);
  DlSpan quote = g_array_index (self->sentences, DlSentence, sentence).span;

  if (quote.end - quote.start <= MAX_QUOTE)
    return quote;
  if (around.start > quote.start + MARGIN)
    quote.start = find_word (text, around.start - MARGIN, around.start);
  if (around.end + MARGIN < quote.end)
    quote.end = find_word_end (text, around.end, around.end + MARGIN);

  return quote;
}
