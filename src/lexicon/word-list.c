/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "word-list.h"

/* The place of @folded among the names; 0: none is written so. */
static guint32
walk (const DlTables *tables, const char *folded)
{
  guint32 state = 1;

  for (const char *p = folded;; p++)
    {
      const guint32 next = tables->trie[state].base + (guchar) *p;

      if (next >= tables->n_trie || tables->trie[next].check != (gint32) state)
        return 0;
      state = next;
      if (*p == '\0')
        return state;
    }
}

/**
 * dl_word_list_find:
 * @klass: a class of words of the tables
 * @folded: a word, or an ending of one, as dl_fold_string() gives it
 *
 * Looks up one word by itself, for those who have no passage.
 *
 * Returns: (nullable): its value, which lives as long as @lexicon; %NULL: it is not of the
 *   class in @language
 */
const char *
dl_word_list_find (DlLexicon *lexicon, const char *klass, DlLanguage language, const char *folded)
{
  const DlTables *tables = dl_lexicon_get_tables (lexicon);
  const guint32 leaf = *folded != '\0' ? walk (tables, folded) : 0;
  const DlNameRecord *name;
  guint number;

  if (leaf == 0)
    return NULL;

  /* after the walk, which fails for most words */
  number = dl_lexicon_find_class (lexicon, klass);
  for (name = &tables->names[tables->trie[leaf].base];; name++)
    {
      if ((name->flags & DL_NAME_WORD) && number != DL_FORMAT_NONE && name->klass == number &&
          (name->languages & (1u << language)))
        return dl_tables_string (tables, name->value);
      if (name->flags & DL_NAME_LAST)
        return NULL;
    }
}
