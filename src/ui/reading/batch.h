/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine.h"

G_BEGIN_DECLS

#define DL_TYPE_BATCH (dl_batch_get_type ())
G_DECLARE_FINAL_TYPE (DlBatch, dl_batch, DL, BATCH, GObject)

DlBatch *dl_batch_new (DlEngine *engine, GFile *const *files, guint n_files);
void dl_batch_start (DlBatch *self);
void dl_batch_cancel (DlBatch *self);
guint dl_batch_get_n_files (DlBatch *self);
guint dl_batch_get_n_done (DlBatch *self);
GFile *dl_batch_get_file (DlBatch *self, guint position);

G_END_DECLS
