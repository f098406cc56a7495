/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

/* More blocks than this are no article. */
#define DL_ARTICLE_MAX_BLOCKS 200000

typedef struct _DlArticleBuilder DlArticleBuilder;

DlArticleBuilder *dl_article_builder_new (void);
void dl_article_builder_free (DlArticleBuilder *self);
void dl_article_builder_set_base (DlArticleBuilder *self, const char *address);
void dl_article_builder_add_link (DlArticleBuilder *self, DlSpan span, const char *reference);
guint dl_article_builder_get_n_blocks (const DlArticleBuilder *self);
void dl_article_builder_append (DlArticleBuilder *self,
                                DlBlockKind kind,
                                const char *text,
                                const char *language);
void dl_article_builder_append_heading (DlArticleBuilder *self,
                                        guint level,
                                        const char *text,
                                        const char *language);
void dl_article_builder_append_lines (DlArticleBuilder *self, DlBlockKind kind, const char *text);
DlArticle *
dl_article_builder_build (DlArticleBuilder *self, const DlArticleFields *fields, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlArticleBuilder, dl_article_builder_free)

G_END_DECLS
