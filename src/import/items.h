/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

/* More items than this in one file are an archive, not news. */
#define DL_ITEMS_MAX 5000

/* Returns: (transfer full): the article of @item, or %NULL with one of #DlError set */
typedef DlArticle *(*DlItemReader) (gconstpointer item,
                                    const char *name,
                                    gconstpointer user_data,
                                    GError **error);

GPtrArray *dl_items_single (DlArticle *article);
GPtrArray *dl_items_import (GPtrArray *items,
                            const char *name,
                            DlItemReader reader,
                            gconstpointer user_data,
                            GError **error);

G_END_DECLS
