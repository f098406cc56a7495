/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_TIMELINE_CLUSTER (dl_timeline_cluster_get_type ())
G_DECLARE_FINAL_TYPE (DlTimelineCluster, dl_timeline_cluster, DL, TIMELINE_CLUSTER, GtkPopover)

GtkWidget *dl_timeline_cluster_new (DlSession *session, GArray *events);

void dl_timeline_cluster_set_can_zoom (DlTimelineCluster *self, gboolean can_zoom);

G_END_DECLS
