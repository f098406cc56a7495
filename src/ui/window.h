/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine.h"
#include "opener.h"
#include "panels.h"
#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_WINDOW (dl_window_get_type ())
G_DECLARE_FINAL_TYPE (DlWindow, dl_window, DL, WINDOW, AdwApplicationWindow)

DlWindow *dl_window_new (GtkApplication *application, DlEngine *engine, GSettings *settings);
void dl_window_open_files (DlWindow *self, GFile *const *files, guint n_files);
void dl_window_open (DlWindow *self, GFile *file);
void dl_window_tell (DlWindow *self, const char *sentences);
void dl_window_add_toast (DlWindow *self, AdwToast *toast);
void dl_window_reopen (DlWindow *self);
void dl_window_open_bytes (DlWindow *self, GBytes *bytes, const char *name);
DlSession *dl_window_get_session (DlWindow *self);
DlPanels *dl_window_get_panels (DlWindow *self);
DlOpenerState dl_window_get_state (DlWindow *self);
gboolean dl_window_is_busy (DlWindow *self);

G_END_DECLS
