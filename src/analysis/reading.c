/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reading.h"

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
