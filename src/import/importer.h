/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article.h"
#include "background.h"
#include "file-bytes.h"

G_BEGIN_DECLS

/* No import takes longer, on whatever machine. */
#define DL_IMPORT_MAX_SECONDS 30

GPtrArray *dl_importer_import_all (GBytes *bytes, const char *name, GError **error);
GPtrArray *dl_importer_import_within (GBytes *bytes,
                                      const char *name,
                                      double seconds,
                                      GCancellable *cancellable,
                                      GError **error);
DlArticle *dl_importer_import (GBytes *bytes, const char *name, GError **error);

/**
 * DlBeginningFunc:
 * @beginning: (transfer none): an article that ends where what was read of its file so far does
 */
typedef void (*DlBeginningFunc) (DlArticle *beginning, gpointer user_data);

GPtrArray *dl_importer_load_early (GFile *file,
                                   DlBeginningFunc func,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);
GPtrArray *dl_importer_load_all (GFile *file, GCancellable *cancellable, GError **error);

DlBackground *dl_background_importer_import (GBytes *bytes, const char *language, GError **error);
GPtrArray *dl_background_importer_load_folder (const char *path, const char *language);

G_END_DECLS
