/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_AXIS (dl_timeline_axis_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineAxis, dl_timeline_axis, DL, TIMELINE_AXIS, GtkWidget)

GtkWidget *dl_timeline_axis_new (void);

DlSession *dl_timeline_axis_get_session (DlTimelineAxis *self);
void dl_timeline_axis_set_session (DlTimelineAxis *self, DlSession *session);
gboolean dl_timeline_axis_get_is_empty (DlTimelineAxis *self);

void dl_timeline_axis_zoom (DlTimelineAxis *self, double factor, double x_px);
void dl_timeline_axis_pan (DlTimelineAxis *self, double dx_px);
void dl_timeline_axis_fit (DlTimelineAxis *self);
void dl_timeline_axis_fit_selected (DlTimelineAxis *self);
void dl_timeline_axis_step (DlTimelineAxis *self, int steps);

G_END_DECLS
