/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "tag-judge.h"

G_BEGIN_DECLS

/**
 * DlTagger:
 *
 * Finds the names of persons, places and organisations that no list or rule gives away, by
 * what was learned from annotated texts.  It belongs to one thread.
 */
typedef struct _DlTagger DlTagger;

DlTagger *dl_tagger_new (DlLexicon *lexicon, const DlTagModel *model);
void dl_tagger_free (DlTagger *self);
void dl_tagger_find (DlTagger *self, DlPassage *passage, GArray *found);
void dl_tagger_run (DlTagger *self, DlPassage *passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTagger, dl_tagger_free)

G_END_DECLS
