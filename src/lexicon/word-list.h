/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language.h"
#include "tables.h"

G_BEGIN_DECLS

const char *
dl_word_list_find (DlLexicon *lexicon, const char *klass, DlLanguage language, const char *folded);

G_END_DECLS
