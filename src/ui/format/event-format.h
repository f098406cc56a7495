/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"
#include "event-clock.h"

G_BEGIN_DECLS

char *dl_event_format_date (DlEvent *event, DlAnnotations *annotations, DlClock clock);
char **dl_event_format_notes (DlEvent *event, DlAnnotations *annotations, DlClock clock);
char *dl_event_dup_source (DlEvent *event);
char *dl_event_dup_quote (DlEvent *event, DlAnnotations *annotations);
char *dl_event_describe (DlEvent *event, DlAnnotations *annotations, DlClock clock);

G_END_DECLS
