/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

/**
 * DlPhrases:
 *
 * Answers whether words stand anywhere in an article.  Keeps the article's folded text,
 * and so takes memory of little more than the article's size.
 */
typedef struct _DlPhrases DlPhrases;

DlPhrases *dl_phrases_new (DlArticle *article);
void dl_phrases_free (DlPhrases *self);
gboolean dl_phrases_contain (DlPhrases *self, const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPhrases, dl_phrases_free)

G_END_DECLS
