/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time-scale.h"
#include "timeline-item.h"

G_BEGIN_DECLS

DlDate *dl_timeline_filter_new (const DlTimeScale *scale,
                                const DlTimelineItems *items,
                                double start,
                                double end);
gboolean dl_timeline_filter_get_days (DlDate *filter,
                                      const DlTimelineItems *items,
                                      gint64 *first,
                                      gint64 *after);

G_END_DECLS
