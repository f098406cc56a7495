/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * DlOpenerState:
 * @DL_OPENER_EMPTY: nothing was asked for yet
 * @DL_OPENER_LOADING: a file is read; what was there before still is
 * @DL_OPENER_ANALYSING: the article can be read; its annotations are to come
 * @DL_OPENER_READY: all is there
 * @DL_OPENER_FAILED: the last file could not be read
 */
typedef enum
{
  DL_OPENER_EMPTY,
  DL_OPENER_LOADING,
  DL_OPENER_ANALYSING,
  DL_OPENER_READY,
  DL_OPENER_FAILED
} DlOpenerState;

#define DL_TYPE_OPENER_STATE (dl_opener_state_get_type ())
GType dl_opener_state_get_type (void);

#define DL_TYPE_OPENER (dl_opener_get_type ())
G_DECLARE_FINAL_TYPE (DlOpener, dl_opener, DL, OPENER, GObject)

DlOpener *dl_opener_new (DlEngine *engine, DlSession *session);
void dl_opener_open_files (DlOpener *self, GFile *const *files, guint n_files);
void dl_opener_open_bytes (DlOpener *self, GBytes *bytes, const char *name);
guint dl_opener_get_progress (DlOpener *self, guint *n_done);
gboolean dl_opener_is_reading (DlOpener *self);
void dl_opener_show (DlOpener *self, guint position);
void dl_opener_set_published (DlOpener *self, DlDate *published);
void dl_opener_toggle_whole (DlOpener *self);
gboolean dl_opener_is_whole (DlOpener *self);
GFile *dl_opener_get_file (DlOpener *self);
GListModel *dl_opener_get_articles (DlOpener *self);
void dl_opener_cancel (DlOpener *self);
DlOpenerState dl_opener_get_state (DlOpener *self);

G_END_DECLS
