/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "date-format.h"
#include "time-scale.h"

G_BEGIN_DECLS

/**
 * DlTimelineLabels:
 *
 * The words of an axis, laid out: kept from one frame to the next, for to ask ICU for a
 * tick's date costs more than to draw it.
 */
typedef struct _DlTimelineLabels DlTimelineLabels;

DlTimelineLabels *dl_timeline_labels_new (GtkWidget *widget);
void dl_timeline_labels_free (DlTimelineLabels *self);
void dl_timeline_labels_clear (DlTimelineLabels *self);

PangoLayout *dl_timeline_labels_get (DlTimelineLabels *self, const char *text);
PangoLayout *
dl_timeline_labels_get_tick (DlTimelineLabels *self, const DlTick *tick, gboolean yearless);
int dl_timeline_labels_get_height (DlTimelineLabels *self);

G_END_DECLS
