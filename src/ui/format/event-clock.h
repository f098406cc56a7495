/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

/**
 * DlClock:
 * @DL_CLOCK_TOLD: as the text tells it
 * @DL_CLOCK_READER: in the reader's own time zone, where that of the text is known
 * @DL_CLOCK_UTC: in Coordinated Universal Time, likewise
 *
 * By which clock the times of events are shown.
 */
typedef enum
{
  DL_CLOCK_TOLD,
  DL_CLOCK_READER,
  DL_CLOCK_UTC
} DlClock;

#define DL_TYPE_CLOCK (dl_clock_get_type ())
GType dl_clock_get_type (void);

DlDate *dl_event_dup_date (DlEvent *event, DlAnnotations *annotations, DlClock clock);
gboolean dl_event_has_instant (DlEvent *event, DlAnnotations *annotations);
gboolean dl_event_has_time (DlEvent *event);

G_END_DECLS
