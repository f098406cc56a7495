/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

/* More than any token has. */
#define DL_TAG_MAX_FEATURES 128

/**
 * DlTagFeatures:
 *
 * What the tagger sees of each token of a sentence, as hashes.  The same code serves to
 * train and to tag.
 */
typedef struct _DlTagFeatures DlTagFeatures;

DlTagFeatures *dl_tag_features_new (DlLexicon *lexicon);
void dl_tag_features_free (DlTagFeatures *self);
void dl_tag_features_read (DlTagFeatures *self, DlPassage *passage, const DlTokenRange *sentence);
guint dl_tag_features_get (const DlTagFeatures *self, guint token, guint32 *hashes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTagFeatures, dl_tag_features_free)

G_END_DECLS
