/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a dictionary says of a word. */
typedef enum
{
  DL_TAG_WORD_UNKNOWN,
  DL_TAG_WORD_NOUN,
  DL_TAG_WORD_VERB,  /* or an adjective: its stem or a form */
  DL_TAG_WORD_OTHER, /* an adverb and the like */
  DL_TAG_WORD_PARTICLE,
  DL_TAG_WORD_CLASSES = DL_TAG_WORD_PARTICLE /* so many a dictionary tells apart */
} DlTagWordClass;

/**
 * DlTagWords:
 * @slots: (nullable): hashes of words with their class as the last two bits; 0: empty
 * @bits: upper bits of a hash that choose its first slot
 * @n_slots: 2^@bits and some more; the last is empty, so that every search ends
 *
 * The words of a language: which are names nobody can list, but which are not, one can.
 * Two words in a thousand million share a slot's hash.
 */
typedef struct
{
  const guint32 *slots;
  guint32 bits;
  guint32 n_slots;
} DlTagWords;

/* Returns: what a slot keeps of @hash for a word of @klass */
static inline guint32
dl_tag_words_pack (guint32 hash, DlTagWordClass klass)
{
  return (hash & ~3u) | klass;
}

/**
 * dl_tag_words_find:
 * @hash: that of dl_tag_sentence_hash() for the word's tokens
 *
 * Returns: what is known of the word; never a particle
 */
static inline DlTagWordClass
dl_tag_words_find (const DlTagWords *self, guint32 hash)
{
  const guint32 *slot = &self->slots[hash >> (32 - self->bits)];

  while (*slot != 0 && (*slot & ~3u) != (hash & ~3u))
    slot++;

  return *slot & 3u;
}

G_END_DECLS
