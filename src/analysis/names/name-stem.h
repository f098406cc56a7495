/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language.h"
#include "lexicon.h"

G_BEGIN_DECLS

gboolean dl_name_stem (DlLexicon *lexicon, char *word, DlLanguage language);

G_END_DECLS
