/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-put.h"

static void
put_affixes (DlTagOut *out, const DlTagWord *words)
{
  for (guint i = 0; i < DL_TAG_MAX_AFFIX; i++)
    {
      dl_tag_put (out, dl_tag_mix (words[0].prefixes[i], words[0].upper));
      dl_tag_put (out, dl_tag_mix (words[0].suffixes[i], words[0].upper));
    }
  dl_tag_put (out, words[-1].suffixes[2]);
  dl_tag_put (out, words[1].suffixes[2]);
  dl_tag_put (out, dl_tag_mix (words[0].suffixes[2], words[0].shape));
}

static void
put_word_grams (DlTagOut *out, const DlTagWord *words)
{
  for (int i = -2; i <= 2; i++)
    {
      dl_tag_put (out, words[i].form);
      dl_tag_put (out, words[i].shape);
    }
  dl_tag_put (out, dl_tag_mix (words[0].form, words[0].shape));
  dl_tag_put (out, dl_tag_mix (words[-1].form, words[0].form));
  dl_tag_put (out, dl_tag_mix (words[0].form, words[1].form));
  dl_tag_put (out, dl_tag_mix (words[-1].form, words[0].shape));
  dl_tag_put (out, dl_tag_mix (words[1].form, words[0].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[-2].form, words[-1].form), words[0].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[2].form, words[1].form), words[0].shape));
  dl_tag_put (out, dl_tag_mix (words[-1].shape, words[0].shape));
  dl_tag_put (out, dl_tag_mix (words[0].shape, words[1].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[-1].shape, words[0].shape), words[1].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[-2].shape, words[-1].shape), words[0].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[0].shape, words[1].shape), words[2].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[0].glued, words[1].glued), words[0].shape));
}

/* The run of capitals: its length, its first and last word, and what stands beside it. */
static void
put_run (DlTagOut *out, const DlTagSentence *self, guint i)
{
  const DlTagRun *run = dl_tag_sentence_get_run (self, dl_tag_sentence_get_word (self, i)->run);
  const DlTagWord *first = dl_tag_sentence_get_word (self, run->first);
  const DlTagWord *last = dl_tag_sentence_get_word (self, (int) run->after - 1);
  const guint place = (run->first == i) + 2 * (run->after == i + 1);

  if (!first->upper && !last->upper)
    return;
  dl_tag_put (out, dl_tag_mix (MIN (run->after - run->first, 5), place));
  dl_tag_put (out, dl_tag_mix (last->form, place));
  dl_tag_put (out, dl_tag_mix (first->form, place));
  dl_tag_put (out, dl_tag_mix (last->suffixes[2], place));
  dl_tag_put (out, dl_tag_mix (first[-1].form, place));
  dl_tag_put (out, dl_tag_mix (last[1].form, place));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (first[-1].shape, last[1].shape),
                               MIN (run->after - run->first, 4)));
  dl_tag_put (out,
              dl_tag_mix (run->first == 0, dl_tag_mix (place, MIN (run->after - run->first, 3))));
  dl_tag_put_classes (out, last, place);
  dl_tag_put_classes (out, first, place);
  dl_tag_put_classes (out, first - 1, place);
}

/* The features of a token of a script with spaces between its words. */
void
dl_tag_put_words (DlTagOut *out, const DlTagSentence *self, guint i)
{
  const DlTagWord *words = dl_tag_sentence_get_word (self, i);

  put_word_grams (out, words);
  put_affixes (out, words);
  for (int k = -2; k <= 2; k++)
    dl_tag_put_classes (out, &words[k], 0);
  dl_tag_put_classes (out, &words[0], words[0].shape);
  dl_tag_put_classes (out, &words[-1], words[0].shape);
  dl_tag_put_classes (out, &words[1], words[0].shape);
  dl_tag_put (out, dl_tag_mix (i == 0, words[0].shape));
  out->template = 100;
  put_run (out, self, i);
}
