/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_VIEW (dl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineView, dl_timeline_view, DL, TIMELINE_VIEW, GtkWidget)

GtkWidget *dl_timeline_view_new (void);

DlSession *dl_timeline_view_get_session (DlTimelineView *self);
void dl_timeline_view_set_session (DlTimelineView *self, DlSession *session);

G_END_DECLS
