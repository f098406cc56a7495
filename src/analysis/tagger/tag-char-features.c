/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-put.h"

static void
put_char_grams (DlTagOut *out, const DlTagWord *words)
{
  for (int i = -DL_TAG_MARGIN; i <= DL_TAG_MARGIN; i++)
    {
      dl_tag_put (out, words[i].form);
      dl_tag_put (out, words[i].shape);
    }
  for (int i = -2; i < 2; i++)
    dl_tag_put (out,
                dl_tag_mix (words[i].form, dl_tag_mix (words[i + 1].form, words[i + 1].glued)));
  for (int i = -3; i < 2; i++)
    dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[i].form, words[i + 1].form), words[i + 2].form));
  for (int i = -3; i < 1; i++)
    dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[i].form, words[i + 1].form),
                                 dl_tag_mix (words[i + 2].form, words[i + 3].form)));
  for (int i = -2; i < 1; i++)
    dl_tag_put (out,
                dl_tag_mix (dl_tag_mix (words[i].shape, words[i + 1].shape), words[i + 2].shape));
  dl_tag_put (out, dl_tag_mix (dl_tag_mix (words[-2].shape, words[-1].shape),
                               dl_tag_mix (dl_tag_mix (words[0].shape, words[1].shape),
                                           words[2].shape)));
  dl_tag_put (out, words[-1].glued + 2 * words[0].glued + 4 * words[1].glued);
}

/* The run before or after, by its form and its end. */
static void
put_neighbour (DlTagOut *out, const DlTagSentence *self, guint run, gboolean exists)
{
  const DlTagRun *beside = exists ? dl_tag_sentence_get_run (self, run) : NULL;

  dl_tag_put (out, exists ? dl_tag_sentence_hash (self, beside->first, beside->after) : 3);
  dl_tag_put (out, exists ? dl_tag_sentence_get_word (self, (int) beside->after - 1)->form : 3);
  dl_tag_put (out, exists ? dl_tag_sentence_hash (self, MAX (beside->first + 2, beside->after) - 2,
                                                  beside->after)
                          : 3);
}

/* The features of a token of a script whose tokens are single characters. */
void
dl_tag_put_chars (DlTagOut *out, const DlTagSentence *self, guint i)
{
  const DlTagWord *words = dl_tag_sentence_get_word (self, i);
  const DlTagRun *run = dl_tag_sentence_get_run (self, words->run);
  const guint before = i - run->first, left = run->after - i - 1;
  const guint32 rest = left <= 6 ? dl_tag_sentence_hash (self, i + 1, run->after) : 4;
  const guint32 head = before <= 6 ? dl_tag_sentence_hash (self, run->first, i + 1) : 5;

  put_char_grams (out, words);
  dl_tag_put (out, dl_tag_mix (MIN (before, 4), MIN (left, 4)));
  dl_tag_put (out, dl_tag_mix (MIN (before, 5), words[0].shape));
  dl_tag_put (out, dl_tag_mix (MIN (left, 5), words[0].shape));
  dl_tag_put (out, run->after - run->first <= 12
                     ? dl_tag_sentence_hash (self, run->first, run->after)
                     : 6);
  dl_tag_put (out, dl_tag_mix (rest, MIN (before, 4)));
  dl_tag_put (out, head);
  dl_tag_put (out, dl_tag_mix (head, rest));
  dl_tag_put (out, dl_tag_mix (rest, words[0].form));
  dl_tag_put (out, dl_tag_mix (dl_tag_sentence_get_word (self, run->first)->form, MIN (before, 4)));
  dl_tag_put (out,
              dl_tag_mix (dl_tag_mix (dl_tag_sentence_get_word (self, run->first)->form, before),
                          left));
  dl_tag_put (out, dl_tag_mix (dl_tag_sentence_get_word (self, (int) run->after - 1)->form,
                               MIN (left, 4)));
  put_neighbour (out, self, words->run - 1, words->run > 0);
  put_neighbour (out, self, words->run + 1, words->run + 1 < self->runs->len);
  for (int k = -1; k <= 1; k++)
    dl_tag_put_classes (out, &words[k], 0);
  dl_tag_put_classes (out, &words[0], words[0].shape);
  dl_tag_put_classes (out, dl_tag_sentence_get_word (self, run->first), MIN (before, 3));
  dl_tag_put_classes (out, dl_tag_sentence_get_word (self, (int) run->first - 1), MIN (before, 3));
  dl_tag_put_classes (out, dl_tag_sentence_get_word (self, run->after), MIN (left, 3));
  out->template = 200;
  if (words->shape == 'h')
    dl_tag_put_hangul (out, self, i);
}
