/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "picture.h"

G_BEGIN_DECLS

/* The largest pages that are saved, pictures and all, have some 20 MiB; a tree takes ten times
 * the bytes of its page. */
#define DL_HTML_MAX_BYTES (32 * 1024 * 1024)

DlArticle *dl_html_importer_import (GBytes *bytes, const char *name, GError **error);
DlArticle *dl_html_importer_import_from (GBytes *bytes,
                                         const char *name,
                                         const char *address,
                                         DlPictureFinder finder,
                                         gpointer user_data,
                                         GError **error);

G_END_DECLS
