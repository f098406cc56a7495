/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "language.h"
#include "lexicon.h"

G_BEGIN_DECLS

DlLanguage dl_language_detector_run (DlLexicon *lexicon, const char *text, gsize length);

G_END_DECLS
