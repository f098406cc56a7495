/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tag-features.h"

G_BEGIN_DECLS

/* Where the features of a token go.  A template has a number of its own, hashed with what
 * fills it: to change a template is to train again. */
typedef struct
{
  guint32 *hashes;
  guint n;
  guint32 template;
} DlTagOut;

static inline void
dl_tag_put (DlTagOut *out, guint32 value)
{
  out->template ++;
  if (out->n < DL_TAG_MAX_FEATURES)
    out->hashes[out->n++] = dl_tag_mix (value, out->template);
}

/* One template, for each class of @word together with @with. */
static inline void
dl_tag_put_classes (DlTagOut *out, const DlTagWord *word, guint32 with)
{
  out->template ++;
  for (guint i = 0; i < word->n_classes && out->n < DL_TAG_MAX_FEATURES; i++)
    out->hashes[out->n++] = dl_tag_mix (dl_tag_mix (word->classes[i], with), out->template);
}

void dl_tag_put_words (DlTagOut *out, const DlTagSentence *sentence, guint token);
void dl_tag_put_chars (DlTagOut *out, const DlTagSentence *sentence, guint token);
void dl_tag_put_hangul (DlTagOut *out, const DlTagSentence *sentence, guint token);

G_END_DECLS
