/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-hangul.h"

/* Longer words are compounds, and found by their parts. */
#define MAX_SYLLABLES 8

/* Longer runs are noise. */
#define MAX_RUN 200

static gboolean
is_particle (const DlTagSentence *self, DlPassage *passage, guint token, guint after)
{
  const DlEdge *edge = dl_passage_find_edge (passage, token, self->particles);

  return edge != NULL && edge->after == after;
}

/* Cuts the longest particle that leaves two syllables, else any that leaves one. */
static guint
find_stem (const DlTagSentence *self, DlPassage *passage, guint first, guint after)
{
  guint stem = after;

  for (guint i = after - 1; i > first; i--)
    {
      if (is_particle (self, passage, i, after) && (i >= first + 2 || stem == after))
        stem = i;
    }

  return stem;
}

/* The longest known word from @first on; of a single syllable only if nothing else is
 * before the particle.  A noun does not reach into the particle. */
static DlTagPiece
find_known (const DlTagSentence *self, const DlTagRun *run, guint first)
{
  const guint end = MIN (run->after, first + MAX_SYLLABLES);
  DlTagPiece piece = { DL_TAG_WORD_UNKNOWN, 0, 1 };
  guint32 hash = 0;

  for (guint after = first + 1; after <= end; after++)
    {
      DlTagWordClass klass;

      hash = dl_tag_mix (hash, dl_tag_sentence_get_word (self, after - 1)->form);
      if (after == first + 1 && (first > run->first || after != run->stem))
        continue;
      klass = dl_tag_words_find (self->known, hash);
      if (klass == DL_TAG_WORD_UNKNOWN || (klass == DL_TAG_WORD_NOUN && after > run->stem))
        continue;
      piece = (DlTagPiece){ klass, 0, after - first };
    }

  return piece;
}

static void
set_piece (DlTagSentence *self, guint first, DlTagPiece piece)
{
  for (piece.at = 0; piece.at < piece.length; piece.at++)
    dl_tag_sentence_get_word (self, first + piece.at)->piece = piece;
}

/* Cuts the run into known words, what is between them, and the particle. */
static void
cut_run (DlTagSentence *self, const DlTagRun *run)
{
  guint unknown = run->first; /* where what is not known began */

  for (guint i = run->first; i < run->after;)
    {
      DlTagPiece piece = find_known (self, run, i);

      if (i >= run->stem && run->stem > run->first)
        piece = (DlTagPiece){ DL_TAG_WORD_PARTICLE, 0, run->after - i };
      if (piece.klass == DL_TAG_WORD_UNKNOWN)
        {
          set_piece (self, unknown, (DlTagPiece){ DL_TAG_WORD_UNKNOWN, 0, i + 1 - unknown });
          i++;
          continue;
        }
      set_piece (self, i, piece);
      i += piece.length;
      unknown = i;
    }
}

/**
 * dl_tag_hangul_read:
 * @self: with its words and runs
 *
 * Finds what words of Hangul are made of: the stem before the particle and, if the words
 * of the language are known, the parts of compounds.
 */
void
dl_tag_hangul_read (DlTagSentence *self, DlPassage *passage, const DlTokenRange *range)
{
  const gboolean has_particles =
    passage->language == DL_LANGUAGE_KO && self->particles != DL_FORMAT_NONE;

  for (guint i = 0; i < self->runs->len; i++)
    {
      DlTagRun *run = dl_tag_sentence_get_run (self, i);

      run->stem = run->after;
      if (!has_particles || dl_tag_sentence_get_word (self, run->first)->shape != 'h' ||
          run->after - run->first > MAX_RUN)
        continue;
      run->stem = find_stem (self, passage, range->first + run->first, range->first + run->after) -
                  range->first;
      if (self->known != NULL)
        cut_run (self, run);
    }
}
