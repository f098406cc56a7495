/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tag-features.h"

#include "tag-put.h"

/* The features are those that have served named entity recognition since Ratinov and
 * Roth, “Design Challenges and Misconceptions in Named Entity Recognition” (CoNLL 2009):
 * form, shape, affixes and classes of a token and its neighbours; of the scripts whose
 * tokens are single characters, n-grams of characters and the run they stand in. */

/**
 * dl_tag_features_list:
 * @token: counted from the start of the sentence
 * @hashes: (out): room for %DL_TAG_MAX_FEATURES
 *
 * Returns: how many features the token has
 */
guint
dl_tag_features_list (const DlTagSentence *sentence, guint token, guint32 *hashes)
{
  DlTagOut out = { .hashes = hashes };

  dl_tag_put (&out, 0);
  if (sentence->single)
    dl_tag_put_chars (&out, sentence, token);
  else
    dl_tag_put_words (&out, sentence, token);

  return out.n;
}
