/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "tag-hash.h"
#include "tag-words.h"

G_BEGIN_DECLS

#define DL_TAG_MARGIN 3 /* tokens that are seen on either side */
#define DL_TAG_MAX_CLASSES 6
#define DL_TAG_MAX_AFFIX 4

/* A known word, or what is between two, in a longer one of Hangul. */
typedef struct
{
  guint8 klass;  /* DlTagWordClass */
  guint8 at;     /* of a token: how many of the piece are before it */
  guint8 length; /* in tokens; 0: it is not Hangul */
} DlTagPiece;

/**
 * DlTagWord:
 * @form: hash of it in the folded text
 * @shape: its capitals, digits or script
 * @prefixes: hashes of its first letters, one to four; 0 where it is shorter
 * @suffixes: hashes of its last letters
 * @classes: hashes of what the tables and the rules say of it
 * @n_classes: how many those are
 * @upper: whether it begins with a capital
 * @glued: whether no space is before it
 * @run: index of the run it belongs to
 * @piece: what it is of, if it is Hangul and the language's words are known
 *
 * A token as the tagger sees it.
 */
typedef struct
{
  guint32 form;
  guint32 shape;
  guint32 prefixes[DL_TAG_MAX_AFFIX];
  guint32 suffixes[DL_TAG_MAX_AFFIX];
  guint32 classes[DL_TAG_MAX_CLASSES];
  guint8 n_classes;
  gboolean upper;
  gboolean glued;
  guint run;
  DlTagPiece piece;
} DlTagWord;

/**
 * DlTagRun:
 *
 * Words with capitals in a row; of single characters, those of one script without a space
 * between.
 */
typedef struct
{
  guint first, after;
  guint stem; /* index after what is left of a word of Hangul without its particle */
} DlTagRun;

/**
 * DlTagSentence:
 *
 * A sentence as the tagger sees it.  The same code serves to train and to tag.
 */
typedef struct
{
  guint32 *classes; /* owned: by class number, hash of a told class; else 0 */
  guint n_classes;
  guint particles;         /* class of the particles of Korean; or DL_FORMAT_NONE */
  const DlTagWords *known; /* borrowed: the language's words, or NULL */
  gboolean single;         /* it is of a language whose tokens are single characters */
  GArray *words;           /* of DlTagWord, DL_TAG_MARGIN of them before and after the sentence */
  GArray *runs;            /* of DlTagRun */
  guint n;                 /* tokens */
} DlTagSentence;

DlTagSentence *dl_tag_sentence_new (DlLexicon *lexicon, const DlTagWords *known);
void dl_tag_sentence_free (DlTagSentence *self);
void dl_tag_sentence_read (DlTagSentence *self, DlPassage *passage, const DlTokenRange *range);
guint32 dl_tag_sentence_hash (const DlTagSentence *self, guint first, guint after);

/* @i: counted from the start of the sentence, from -DL_TAG_MARGIN on */
static inline DlTagWord *
dl_tag_sentence_get_word (const DlTagSentence *self, int i)
{
  return &g_array_index (self->words, DlTagWord, i + DL_TAG_MARGIN);
}

static inline DlTagRun *
dl_tag_sentence_get_run (const DlTagSentence *self, guint i)
{
  return &g_array_index (self->runs, DlTagRun, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTagSentence, dl_tag_sentence_free)

G_END_DECLS
