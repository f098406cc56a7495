/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

const char *dl_words_get_kind (DlKind kind);
const char *dl_words_get_kind_group (DlKind kind);
const char *dl_words_get_certainty (double certainty);
const char *dl_words_get_language (DlArticle *article, DlAnnotations *annotations, DlBlock *block);
char *dl_words_describe_entity (DlSession *session, DlEntity *entity);
char *dl_words_describe_finding (const DlMentionFields *mention);
char *dl_words_quote_markup (DlAnnotations *annotations, DlSpan span);

G_END_DECLS
