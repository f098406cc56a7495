/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-put.h"

/* The word of Hangul without its particle: how long it is, what it begins and ends with. */
static void
put_stem (DlTagOut *out, const DlTagSentence *self, const DlTagRun *run, guint i)
{
  const guint before = MIN (i - run->first, 4), length = MIN (run->stem - run->first, 6);
  const guint left = i < run->stem ? MIN (run->stem - i - 1, 4) : 5;
  const guint32 first = dl_tag_sentence_get_word (self, run->first)->form;
  const guint32 last = dl_tag_sentence_get_word (self, (int) run->stem - 1)->form;
  const guint32 end = dl_tag_sentence_hash (self, MAX (run->first + 2, run->stem) - 2, run->stem);
  const guint32 particle = dl_tag_sentence_hash (self, run->stem, run->after);

  dl_tag_put (out, dl_tag_mix (length, left));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (length, left), particle));
  dl_tag_put (out, dl_tag_mix (dl_tag_sentence_hash (self, run->first, run->stem), left));
  dl_tag_put (out, dl_tag_mix (last, left));
  dl_tag_put (out, dl_tag_mix (last, dl_tag_mix (left, length)));
  dl_tag_put (out, dl_tag_mix (end, left));
  dl_tag_put (out, dl_tag_mix (first, dl_tag_mix (left, length)));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (first, last), left));
  dl_tag_put (out, dl_tag_mix (particle, left));
  dl_tag_put_classes (out, dl_tag_sentence_get_word (self, run->first),
                      dl_tag_mix (length, before));
}

static guint32
get_stem_hash (const DlTagSentence *self, guint run, gboolean exists)
{
  const DlTagRun *beside = exists ? dl_tag_sentence_get_run (self, run) : NULL;

  return exists ? dl_tag_sentence_hash (self, beside->first, beside->stem) : 3;
}

static guint32
get_particle_hash (const DlTagSentence *self, const DlTagRun *run)
{
  return dl_tag_sentence_hash (self, run->stem, run->after);
}

/* The words before and after, without their particles. */
static void
put_stems_beside (DlTagOut *out, const DlTagSentence *self, const DlTagRun *run, guint i)
{
  const guint number = dl_tag_sentence_get_word (self, i)->run;
  const guint length = MIN (run->stem - run->first, 5);
  const guint32 place = dl_tag_mix (i - run->first, length);

  dl_tag_put (out,
              dl_tag_mix (get_stem_hash (self, number + 1, number + 1 < self->runs->len), place));
  dl_tag_put (out, dl_tag_mix (get_stem_hash (self, number - 1, number > 0), place));
}

static guint32
hash_piece (const DlTagWord *word)
{
  return dl_tag_mix (word->piece.klass, dl_tag_mix (word->piece.at, word->piece.length));
}

/* What piece of the run @word is of, or that it is of another run. */
static guint32
hash_kind (const DlTagWord *word, guint run)
{
  return dl_tag_mix (word->piece.klass, word->run == run ? word->piece.length : 0);
}

/* The first piece of the run before or after. */
static guint32
hash_head (const DlTagSentence *self, guint run, gboolean exists, int otherwise)
{
  const int first = exists ? (int) dl_tag_sentence_get_run (self, run)->first : otherwise;
  const DlTagWord *word = dl_tag_sentence_get_word (self, first);

  return dl_tag_mix (word->shape, dl_tag_mix (word->piece.klass, word->piece.length));
}

/* The piece that the token is of, and the pieces beside it and at the head of its run. */
static void
put_piece (DlTagOut *out, const DlTagSentence *self, const DlTagRun *run, guint i)
{
  const DlTagWord *word = dl_tag_sentence_get_word (self, i);
  const guint first = i - word->piece.at;
  const guint after = MIN (first + MAX (word->piece.length, 1), self->n);
  const DlTagWord *head = dl_tag_sentence_get_word (self, run->first);
  const DlTagWord *begin = dl_tag_sentence_get_word (self, first);
  const guint32 piece = hash_piece (word);
  const guint32 before = hash_kind (dl_tag_sentence_get_word (self, (int) first - 1), word->run);
  const guint32 behind = hash_kind (dl_tag_sentence_get_word (self, after), word->run);
  const guint32 place = dl_tag_mix (MIN (run->stem - run->first, 6), MIN (i - run->first, 4));
  const guint32 heads = dl_tag_mix (hash_kind (head, word->run), place);

  dl_tag_put (out, piece);
  dl_tag_put (out, dl_tag_mix (word->piece.klass, word->piece.at));
  dl_tag_put (out, dl_tag_mix (piece, before));
  dl_tag_put (out, dl_tag_mix (piece, behind));
  dl_tag_put (out, dl_tag_mix (piece, dl_tag_mix (before, behind)));
  dl_tag_put (out, dl_tag_mix (piece, place));
  dl_tag_put (out, dl_tag_mix (piece, dl_tag_mix (get_particle_hash (self, run),
                                                  MIN (i - run->first, 4))));
  dl_tag_put (out, heads);
  dl_tag_put_classes (out, begin, piece);
  dl_tag_put_classes (out, head, heads);
  dl_tag_put (out, dl_tag_mix (piece, word->form));
  dl_tag_put (out, dl_tag_mix (piece, begin->form));
  dl_tag_put (out, dl_tag_mix (dl_tag_sentence_hash (self, first, after), word->piece.at));
}

/* What begins the runs before and after. */
static void
put_pieces_beside (DlTagOut *out, const DlTagSentence *self, const DlTagRun *run, guint i)
{
  const DlTagWord *word = dl_tag_sentence_get_word (self, i);
  const guint32 piece = hash_piece (word), length = MIN (run->stem - run->first, 6);
  const gboolean has_next = word->run + 1 < self->runs->len, has_last = word->run > 0;
  const DlTagWord *last = dl_tag_sentence_get_word (self, (int) run->first - 1);

  dl_tag_put (out, dl_tag_mix (piece, hash_head (self, word->run + 1, has_next, self->n)));
  dl_tag_put (out, dl_tag_mix (piece,
                               dl_tag_mix (get_stem_hash (self, word->run + 1, has_next), length)));
  dl_tag_put (out, dl_tag_mix (piece, hash_head (self, word->run - 1, has_last, -1)));
  dl_tag_put (out, dl_tag_mix (piece, last->form));
}

/* The features of a syllable of Hangul beside those of any character. */
void
dl_tag_put_hangul (DlTagOut *out, const DlTagSentence *self, guint i)
{
  const DlTagRun *run = dl_tag_sentence_get_run (self, dl_tag_sentence_get_word (self, i)->run);

  put_stem (out, self, run, i);
  put_stems_beside (out, self, run, i);
  if (self->known == NULL)
    return;
  put_piece (out, self, run, i);
  put_pieces_beside (out, self, run, i);
}
