/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"
#include "event-clock.h"

G_BEGIN_DECLS

/**
 * DlDensity:
 * @DL_DENSITY_ALL: every mention is marked
 * @DL_DENSITY_FIRST: only the first mention of each entity
 * @DL_DENSITY_NONE: clean text
 *
 * How many marks the article shows.
 */
typedef enum
{
  DL_DENSITY_ALL,
  DL_DENSITY_FIRST,
  DL_DENSITY_NONE,
  DL_N_DENSITIES
} DlDensity;

/**
 * DlVisibility:
 * @time_filter: (nullable): the time outside which nothing is shown
 * @clock: by which the time of an event is seen
 * @hidden_kinds: bit 1 << #DlKind is set for each kind whose mentions are not marked
 * @density: how many of the others are
 *
 * What the reader wants to see of the annotations.
 */
typedef struct
{
  DlDate *time_filter;
  DlClock clock;
  guint hidden_kinds;
  DlDensity density;
} DlVisibility;

DlVisibility *dl_visibility_copy (const DlVisibility *self);
void dl_visibility_free (DlVisibility *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlVisibility, dl_visibility_free)

gboolean
dl_visibility_shows_event (const DlVisibility *self, DlAnnotations *annotations, guint event);
gboolean dl_visibility_shows_country (const DlVisibility *self,
                                      DlAnnotations *annotations,
                                      const char *code);
gboolean
dl_visibility_shows_mention (const DlVisibility *self, DlAnnotations *annotations, guint mention);

G_END_DECLS
