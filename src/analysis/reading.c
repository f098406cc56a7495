/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reading.h"

#include <string.h>

#include "fold.h"

/* Bits of the filter that tells most phrases an article lacks without a look at it
 * (B. Bloom, “Space/time trade-offs in hash coding with allowable errors”, 1970). */
#define FILTER_BITS (1u << 20)

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
  self->shorts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phrases = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
dl_reading_free (DlReading *self)
{
  g_ptr_array_unref (self->candidates);
  g_array_unref (self->sentences);
  g_array_unref (self->acts);
  g_array_unref (self->roles);
  g_hash_table_unref (self->shorts);
  g_hash_table_unref (self->phrases);
  g_free (self->tokens);
  g_free (self);
}

static gboolean
ends_at_tokens (const DlFold *fold, gsize start, gsize end)
{
  return (fold->flags[start] & DL_CHAR_TOKEN) &&
         (end == fold->length || (fold->flags[end] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)));
}

static gboolean
holds (const DlFold *fold, const char *phrase)
{
  const gsize length = strlen (phrase);
  const char *p = fold->text, *end = fold->text + fold->length;

  while ((p = memmem (p, end - p, phrase, length)) != NULL)
    {
      if (ends_at_tokens (fold, p - fold->text, p - fold->text + length))
        return TRUE;
      p++;
    }

  return FALSE;
}

/* The token of @fold that begins at @start: its bit in the filter.  @end: (out) */
static guint
hash_token (const DlFold *fold, gsize start, gsize *end)
{
  guint32 hash = 2166136261u; /* FNV-1a */
  gsize i = start;

  do
    hash = (hash ^ (guchar) fold->text[i++]) * 16777619u;
  while (i < fold->length && !(fold->flags[i] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)));
  *end = i;

  return (hash ^ hash >> 20) % FILTER_BITS;
}

typedef gboolean (*BlockFunc) (const DlFold *fold, gpointer data);

/* Calls @func for the folded text of each block until it returns TRUE. */
static gboolean
visit_blocks (DlReading *self, BlockFunc func, gpointer data)
{
  g_autoptr (DlFold) fold = dl_fold_new ();

  for (guint i = 0; i < dl_article_get_n_blocks (self->article); i++)
    {
      DlSpan span = dl_block_get_span (dl_article_get_block (self->article, i));

      dl_fold_set (fold, dl_article_get_text (self->article) + span.start, span.end - span.start);
      if (func (fold, data))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_tokens (const DlFold *fold, gpointer data)
{
  guint8 *tokens = data;

  for (gsize i = 0; i < fold->length;)
    {
      guint bit;

      if (!(fold->flags[i] & DL_CHAR_TOKEN))
        {
          i++;
          continue;
        }
      bit = hash_token (fold, i, &i);
      tokens[bit / 8] |= 1u << bit % 8;
    }

  return FALSE;
}

/* Whether the article may hold every token of @phrase. */
static gboolean
may_hold (DlReading *self, const char *phrase)
{
  g_autoptr (DlFold) fold = dl_fold_new ();

  dl_fold_set (fold, phrase, strlen (phrase));
  for (gsize i = 0; i < fold->length;)
    {
      guint bit;

      if (!(fold->flags[i] & DL_CHAR_TOKEN))
        {
          i++;
          continue;
        }
      bit = hash_token (fold, i, &i);
      if (!(self->tokens[bit / 8] >> bit % 8 & 1))
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds_phrase (const DlFold *fold, gpointer phrase)
{
  return fold->length > 0 && holds (fold, phrase);
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
  gpointer known;
  gboolean found;

  if (g_hash_table_lookup_extended (self->phrases, phrase, NULL, &known))
    return GPOINTER_TO_INT (known);

  if (self->tokens == NULL)
    {
      self->tokens = g_malloc0 (FILTER_BITS / 8);
      visit_blocks (self, add_tokens, self->tokens);
    }
  found = *phrase != '\0' && may_hold (self, phrase) &&
          visit_blocks (self, holds_phrase, (gpointer) phrase);
  g_hash_table_insert (self->phrases, (gpointer) phrase, GINT_TO_POINTER (found));

  return found;
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

/* Returns: the index of the first role of @sentence or of a later one. */
guint
dl_reading_find_role (DlReading *self, guint sentence)
{
  guint low = 0, high = self->roles->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->roles, DlRole, middle).sentence < sentence)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
