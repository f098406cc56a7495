/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_ROW (dl_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineRow, dl_timeline_row, DL, TIMELINE_ROW, GObject)

guint dl_timeline_row_get_event (DlTimelineRow *self);
gboolean dl_timeline_row_has_heading (DlTimelineRow *self);

GPtrArray *dl_timeline_rows_new (DlSession *session);

G_END_DECLS
