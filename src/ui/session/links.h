/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annotations.h"

G_BEGIN_DECLS

/* Which of an article's rows belong together.  All indexes are positions in the lists
 * of @annotations; DL_NONE is accepted everywhere and belongs to nothing. */

gboolean dl_links_mention_has_country (DlAnnotations *annotations, guint mention, const char *code);
gboolean dl_links_entity_has_country (DlAnnotations *annotations, guint entity, const char *code);
gboolean dl_links_event_has_country (DlAnnotations *annotations, guint event, const char *code);
gboolean dl_links_event_has_entity (DlAnnotations *annotations, guint event, guint entity);

const char *dl_links_get_entity_country (DlAnnotations *annotations, guint entity);
guint dl_links_find_country_entity (DlAnnotations *annotations, const char *code);
guint dl_links_find_event_around (DlAnnotations *annotations, DlSpan span);
int dl_links_find_year (DlAnnotations *annotations);
guint dl_links_find_mention_in (DlAnnotations *annotations, DlSpan span);

G_END_DECLS
