/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

/* What was chosen; the rest of a selection follows from it. */
typedef enum
{
  DL_ORIGIN_NONE,
  DL_ORIGIN_ENTITY,
  DL_ORIGIN_MENTION,
  DL_ORIGIN_EVENT,
  DL_ORIGIN_COUNTRY,
} DlOrigin;

/**
 * DlSelection:
 * @entity: index of an entity, or %DL_NONE
 * @mention: index of a mention, or %DL_NONE
 * @event: index of an event, or %DL_NONE
 * @country: (nullable): an interned code
 */
typedef struct
{
  DlOrigin origin;
  guint entity;
  guint mention;
  guint event;
  const char *country;
} DlSelection;

/* @annotations may be NULL wherever it is an argument: then nothing is selected. */

DlSelection dl_selection_none (void);
DlSelection dl_selection_of_entity (DlAnnotations *annotations, guint entity);
DlSelection dl_selection_of_mention (DlAnnotations *annotations, guint mention);
DlSelection dl_selection_of_event (DlAnnotations *annotations, guint event);
DlSelection dl_selection_of_country (DlAnnotations *annotations, const char *code);

gboolean dl_selection_equal (const DlSelection *a, const DlSelection *b);
gboolean dl_selection_get_place (const DlSelection *self, DlAnnotations *annotations, DlSpan *span);
gboolean dl_selection_reaches_country (const DlSelection *self,
                                       DlAnnotations *annotations,
                                       const char *code);
gboolean
dl_selection_reaches_event (const DlSelection *self, DlAnnotations *annotations, guint event);
gboolean
dl_selection_reaches_mention (const DlSelection *self, DlAnnotations *annotations, guint mention);

G_END_DECLS
