/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analyzer.h"
#include "importer.h"

G_BEGIN_DECLS

#define DL_TYPE_ENGINE (dl_engine_get_type ())
G_DECLARE_FINAL_TYPE (DlEngine, dl_engine, DL, ENGINE, GObject)

DlEngine *dl_engine_new (void);
void dl_engine_warm_up (DlEngine *self);

void dl_engine_load_async (DlEngine *self,
                           GFile *file,
                           DlBeginningFunc beginning,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
void dl_engine_import_async (DlEngine *self,
                             GBytes *bytes,
                             const char *name,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *dl_engine_load_finish (DlEngine *self, GAsyncResult *result, GError **error);
void dl_engine_analyze_async (DlEngine *self,
                              DlArticle *article,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
DlAnnotations *dl_engine_analyze_finish (DlEngine *self, GAsyncResult *result, GError **error);

const char *dl_engine_get_country_name (DlEngine *self, const char *code);
char **dl_engine_dup_members (DlEngine *self, const char *bloc, int year);

G_END_DECLS
