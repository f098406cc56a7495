/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "phrases.h"

#include <string.h>

#include "fold.h"

/* Bits of the filter that tells most phrases an article lacks without a look at it
 * (B. Bloom, “Space/time trade-offs in hash coding with allowable errors”, 1970). */
#define MIN_FILTER_BITS (1u << 10)
#define MAX_FILTER_BITS (1u << 20)

/* Stands between blocks: no phrase holds one. */
#define BLOCK_END '\n'

struct _DlPhrases
{
  char *text;     /* the blocks folded, each with a BLOCK_END */
  guint8 *edges;  /* bits: whether a token begins at that byte of @text, or a blank stands there */
  gsize length;   /* of @text */
  guint8 *filter; /* bits, by hash: whether the article has such a token */
  guint n_bits;   /* of @filter; a power of two */
  GHashTable *known; /* borrowed phrase → whether the article holds it */
};

static gboolean
is_edge (const DlPhrases *self, gsize i)
{
  return self->edges[i / 8] >> i % 8 & 1;
}

static guint32
hash_bytes (const char *text, gsize length)
{
  guint32 hash = 2166136261u; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash ^ hash >> 20;
}

static void
add_block (DlPhrases *self, const DlFold *fold)
{
  memcpy (self->text + self->length, fold->text, fold->length);
  self->text[self->length + fold->length] = BLOCK_END;
  for (gsize i = 0; i < fold->length; i++)
    {
      const gsize at = self->length + i;

      if (fold->flags[i] & (DL_CHAR_TOKEN | DL_CHAR_SPACE))
        self->edges[at / 8] |= 1u << at % 8;
    }
  self->length += fold->length + 1;
  self->edges[(self->length - 1) / 8] |= 1u << (self->length - 1) % 8;
}

static void
reserve (DlPhrases *self, gsize more, gsize *allocated)
{
  const gsize before = *allocated / 8;

  if (self->length + more <= *allocated)
    return;
  *allocated = (MAX (self->length + more, *allocated + *allocated / 4) + 7) / 8 * 8;
  self->text = g_realloc (self->text, *allocated);
  self->edges = g_realloc (self->edges, *allocated / 8);
  memset (self->edges + before, 0, *allocated / 8 - before);
}

static void
add_blocks (DlPhrases *self, DlArticle *article)
{
  g_autoptr (DlFold) fold = dl_fold_new ();
  gsize allocated = 0;

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      const DlSpan span = dl_block_get_span (dl_article_get_block (article, i));

      dl_fold_set (fold, dl_article_get_text (article) + span.start, span.end - span.start);
      reserve (self, fold->length + 1, &allocated);
      add_block (self, fold);
    }
}

static guint
choose_filter_size (gsize length)
{
  guint bits = MIN_FILTER_BITS;

  while (bits < length && bits < MAX_FILTER_BITS)
    bits *= 2;

  return bits;
}

/* The end of the token that begins at @start. */
static gsize
find_token_end (const DlPhrases *self, gsize start)
{
  gsize end = start + 1;

  while (end < self->length && !is_edge (self, end))
    end++;

  return end;
}

static void
fill_filter (DlPhrases *self)
{
  self->n_bits = choose_filter_size (self->length);
  self->filter = g_malloc0 (self->n_bits / 8);

  for (gsize i = 0, end; i < self->length; i = end)
    {
      guint bit;

      end = find_token_end (self, i);
      bit = hash_bytes (self->text + i, end - i) & (self->n_bits - 1);
      self->filter[bit / 8] |= 1u << bit % 8;
    }
}

/**
 * dl_phrases_new:
 *
 * Reads all of @article once.
 *
 * Returns: (transfer full): its phrases
 */
DlPhrases *
dl_phrases_new (DlArticle *article)
{
  DlPhrases *self = g_new0 (DlPhrases, 1);

  add_blocks (self, article);
  fill_filter (self);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
dl_phrases_free (DlPhrases *self)
{
  g_free (self->text);
  g_free (self->edges);
  g_free (self->filter);
  g_hash_table_unref (self->known);
  g_free (self);
}

/* Whether the article may hold every token of @phrase. */
static gboolean
may_hold (const DlPhrases *self, const char *phrase)
{
  g_autoptr (DlFold) fold = dl_fold_new ();

  dl_fold_set (fold, phrase, strlen (phrase));
  for (gsize i = 0, end; i < fold->length; i = end)
    {
      guint bit;

      end = i + 1;
      while (end < fold->length && !(fold->flags[end] & (DL_CHAR_TOKEN | DL_CHAR_SPACE)))
        end++;
      bit = hash_bytes (fold->text + i, end - i) & (self->n_bits - 1);
      if (!(self->filter[bit / 8] >> bit % 8 & 1))
        return FALSE;
    }

  return TRUE;
}

static gboolean
holds (const DlPhrases *self, const char *phrase)
{
  const gsize length = strlen (phrase);
  const char *p = self->text, *end = self->text + self->length;

  while ((p = memmem (p, end - p, phrase, length)) != NULL)
    {
      if (is_edge (self, p - self->text) && is_edge (self, p - self->text + length))
        return TRUE;
      p++;
    }

  return FALSE;
}

/**
 * dl_phrases_contain:
 * @phrase: folded; kept, not copied, so it must outlive @self
 *
 * Returns: whether the words stand somewhere in the article, in one block
 */
gboolean
dl_phrases_contain (DlPhrases *self, const char *phrase)
{
  gpointer known;
  gboolean found;

  if (g_hash_table_lookup_extended (self->known, phrase, NULL, &known))
    return GPOINTER_TO_INT (known);

  found = *phrase != '\0' && may_hold (self, phrase) && holds (self, phrase);
  g_hash_table_insert (self->known, (gpointer) phrase, GINT_TO_POINTER (found));

  return found;
}
