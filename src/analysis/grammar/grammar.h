/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "match.h"

G_BEGIN_DECLS

typedef struct _DlGrammar DlGrammar;

typedef void (*DlMatchFunc) (DlPassage *passage, const DlMatch *match, gpointer user_data);

void dl_grammar_scratch_free (DlGrammarScratch *scratch);
DlGrammar *dl_grammar_new (DlLexicon *lexicon, const char *stage, DlLanguage language);
void dl_grammar_free (DlGrammar *self);
void dl_grammar_run (DlGrammar *self, DlPassage *passage, DlMatchFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlGrammar, dl_grammar_free)

G_END_DECLS
