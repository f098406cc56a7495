/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dl_recent_files_add (GFile *file, const char *title);
GPtrArray *dl_recent_files_clear (void);
void dl_recent_files_restore (GPtrArray *files);
void dl_recent_files_fill (GMenu *menu, const char *action);

G_END_DECLS
