/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_EVENT_ROW (dl_event_row_get_type ())
G_DECLARE_FINAL_TYPE (DlEventRow, dl_event_row, DL, EVENT_ROW, GtkWidget)

GtkWidget *dl_event_row_new (void);
void dl_event_row_bind (DlEventRow *self, DlSession *session, guint event, const char *heading);
void dl_event_row_unbind (DlEventRow *self);
guint dl_event_row_get_event (DlEventRow *self);

G_END_DECLS
