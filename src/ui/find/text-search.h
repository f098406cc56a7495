/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article.h"

G_BEGIN_DECLS

/* More hits than this are not told apart. */
#define DL_TEXT_SEARCH_MAX_HITS 10000

GArray *
dl_text_search_find (const char *text, gsize length, const char *words, GCancellable *cancellable);
void dl_text_search_find_async (DlArticle *article,
                                const char *words,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GArray *dl_text_search_find_finish (GAsyncResult *result, GError **error);

G_END_DECLS
