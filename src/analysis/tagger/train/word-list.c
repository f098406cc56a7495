/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "word-list.h"

#include <string.h>

#include "tag-hash.h"

struct _DlWordList
{
  GHashTable *classes; /* hash of a word → DlTagWordClass */
  guint32 *slots;      /* owned */
  DlTagWords words;
};

/* The flags of version 0.7.92 of the dictionary, which are numbered anew with each.  What
 * has none of these is a verb. */
static const struct
{
  const char *flag;
  DlTagWordClass klass;
} flags[] = {
  { "10", DL_TAG_WORD_NOUN },  /* that ends in a consonant */
  { "25", DL_TAG_WORD_NOUN },  /* that ends in a vowel */
  { "67", DL_TAG_WORD_OTHER }, /* takes nothing but particles of emphasis */
};

static DlTagWordClass
find_class (const char *flag)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      if (strcmp (flag, flags[i].flag) == 0)
        return flags[i].klass;
    }

  return DL_TAG_WORD_VERB;
}

/* The same as dl_tag_sentence_hash() gives for the word; 0 if not all of it is Hangul. */
static guint32
hash_word (const char *word)
{
  guint32 hash = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0xac00 || c > 0xd7a3)
        return 0;
      hash = dl_tag_mix (hash, dl_tag_hash (p, g_utf8_next_char (p) - p));
    }

  return hash;
}

/* “word/flag”, in letters that are composed yet.  Verbs are kept by their stem, without
 * the “다” that ends what a dictionary names them by. */
static void
add_line (DlWordList *self, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "/", 2);
  g_autofree char *word = g_utf8_normalize (parts[0], -1, G_NORMALIZE_NFC);
  DlTagWordClass klass = find_class (parts[1] != NULL ? parts[1] : "67");
  guint32 hash;

  if (word == NULL)
    return;
  if (klass == DL_TAG_WORD_VERB && g_str_has_suffix (word, "다") && strlen (word) > strlen ("다"))
    word[strlen (word) - strlen ("다")] = '\0';
  hash = hash_word (word) & ~3u;
  if (hash == 0 ||
      (klass != DL_TAG_WORD_NOUN && g_hash_table_contains (self->classes, GUINT_TO_POINTER (hash))))
    return;

  g_hash_table_insert (self->classes, GUINT_TO_POINTER (hash), GUINT_TO_POINTER (klass));
}

static void
fill (DlWordList *self)
{
  const guint n = g_hash_table_size (self->classes);
  guint bits = 4;
  GHashTableIter iter;
  gpointer hash, klass;

  while ((1u << bits) < n + n / 4)
    bits++;
  self->words.bits = bits;
  self->words.n_slots = (1u << bits) + (1u << (bits - 2));
  self->words.slots = self->slots = g_new0 (guint32, self->words.n_slots);
  g_hash_table_iter_init (&iter, self->classes);
  while (g_hash_table_iter_next (&iter, &hash, &klass))
    {
      guint32 *slot = &self->slots[GPOINTER_TO_UINT (hash) >> (32 - bits)];

      while (*slot != 0)
        slot++;
      *slot = dl_tag_words_pack (GPOINTER_TO_UINT (hash), GPOINTER_TO_UINT (klass));
    }
}

/**
 * dl_word_list_read:
 * @path: the file of words (.dic) of hunspell-dict-ko
 *
 * Returns: (transfer full): its words, or %NULL with an error of GFileError set
 */
DlWordList *
dl_word_list_read (const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  DlWordList *self;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return NULL;

  self = g_new0 (DlWordList, 1);
  self->classes = g_hash_table_new (NULL, NULL);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        add_line (self, lines[i]);
    }
  fill (self);

  return self;
}

void
dl_word_list_free (DlWordList *self)
{
  g_hash_table_unref (self->classes);
  g_free (self->slots);
  g_free (self);
}

/* Returns: (transfer none): the words, as a model has them */
const DlTagWords *
dl_word_list_get_words (const DlWordList *self)
{
  return &self->words;
}
