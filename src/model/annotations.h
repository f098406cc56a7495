/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article.h"
#include "background.h"
#include "country.h"
#include "entity.h"
#include "event.h"
#include "mention.h"

G_BEGIN_DECLS

#define DL_TYPE_ANNOTATIONS (dl_annotations_get_type ())
G_DECLARE_FINAL_TYPE (DlAnnotations, dl_annotations, DL, ANNOTATIONS, GObject)

/* Each list is taken over; %NULL stands for an empty one.  Mentions are sorted by
 * dl_span_compare(): by start, the outer before the inner. */
DlAnnotations *dl_annotations_new (DlArticle *article,
                                   GPtrArray *mentions,
                                   GPtrArray *entities,
                                   GPtrArray *events,
                                   GPtrArray *countries,
                                   DlBackground *background);

DlArticle *dl_annotations_get_article (DlAnnotations *self);
DlBackground *dl_annotations_get_background (DlAnnotations *self);

/* BCP 47, “und” if not known; set by the analyzer before it hands the annotations over. */
const char *dl_annotations_get_language (DlAnnotations *self);
void dl_annotations_set_language (DlAnnotations *self, const char *language);
DlDate *dl_annotations_get_published (DlAnnotations *self);
void dl_annotations_set_published (DlAnnotations *self, DlDate *published);

/* Of DlMention; DlEntity, by first mention; DlEvent, by date, then order of the text;
 * DlCountry, by part, then first mention. */
GListModel *dl_annotations_get_mentions (DlAnnotations *self);
GListModel *dl_annotations_get_entities (DlAnnotations *self);
GListModel *dl_annotations_get_events (DlAnnotations *self);
GListModel *dl_annotations_get_countries (DlAnnotations *self);

/* Borrowed rows without reference counting. */
guint dl_annotations_get_n_mentions (DlAnnotations *self);
DlMention *dl_annotations_get_mention (DlAnnotations *self, guint position);
guint dl_annotations_get_n_entities (DlAnnotations *self);
DlEntity *dl_annotations_get_entity (DlAnnotations *self, guint position);
guint dl_annotations_get_n_events (DlAnnotations *self);
DlEvent *dl_annotations_get_event (DlAnnotations *self, guint position);
guint dl_annotations_get_n_countries (DlAnnotations *self);
DlCountry *dl_annotations_get_country (DlAnnotations *self, guint position);

/* Look-ups by position in the text, O(log n): the innermost mention that covers @offset,
 * and the first mention that ends after @offset; DL_NONE if there is none. */
guint dl_annotations_find_mention_at (DlAnnotations *self, gsize offset);
guint dl_annotations_find_first_after (DlAnnotations *self, gsize offset);
guint dl_annotations_find_country (DlAnnotations *self, const char *code);

guint dl_annotations_count_places (DlAnnotations *self, guint country);

G_END_DECLS
