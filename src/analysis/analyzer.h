/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"
#include "lexicon.h"
#include "passage.h"

G_BEGIN_DECLS

typedef void (*DlAnalyzerWatch) (DlPassage *passage, gpointer user_data);

#define DL_TYPE_ANALYZER (dl_analyzer_get_type ())
G_DECLARE_FINAL_TYPE (DlAnalyzer, dl_analyzer, DL, ANALYZER, GObject)

/* @backgrounds: (element-type DlBackground): tried in turn; %NULL: none */
DlAnalyzer *dl_analyzer_new (DlLexicon *lexicon, GPtrArray *backgrounds);
DlLexicon *dl_analyzer_get_lexicon (DlAnalyzer *self);
void dl_analyzer_watch (DlAnalyzer *self, DlAnalyzerWatch watch, gpointer user_data);

DlAnnotations *dl_analyzer_analyze (DlAnalyzer *self,
                                    DlArticle *article,
                                    GCancellable *cancellable,
                                    GError **error);
void dl_analyzer_analyze_async (DlAnalyzer *self,
                                DlArticle *article,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
DlAnnotations *dl_analyzer_analyze_finish (DlAnalyzer *self, GAsyncResult *result, GError **error);

G_END_DECLS
