/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "selection.h"

#include "links.h"

/* What follows from choosing one row of the annotations, and how far a selection reaches. */

static guint
first_mention (DlAnnotations *annotations, guint entity)
{
  DlEntity *row = dl_annotations_get_entity (annotations, entity);

  return dl_entity_get_n_mentions (row) > 0 ? dl_entity_get_mention (row, 0) : DL_NONE;
}

static const DlCountryFields *
find_country (DlAnnotations *annotations, const char *code)
{
  guint row = dl_annotations_find_country (annotations, code);

  return row != DL_NONE ? dl_country_get_fields (dl_annotations_get_country (annotations, row))
                        : NULL;
}

DlSelection
dl_selection_none (void)
{
  return (DlSelection){ .origin = DL_ORIGIN_NONE,
                        .entity = DL_NONE,
                        .mention = DL_NONE,
                        .event = DL_NONE };
}

/**
 * dl_selection_of_entity:
 *
 * Returns: the entity, its first mention, and its country if it has just one
 */
DlSelection
dl_selection_of_entity (DlAnnotations *annotations, guint entity)
{
  DlSelection self = dl_selection_none ();

  if (annotations == NULL || entity >= dl_annotations_get_n_entities (annotations))
    return self;

  self.origin = DL_ORIGIN_ENTITY;
  self.entity = entity;
  self.mention = first_mention (annotations, entity);
  self.country = g_intern_string (dl_links_get_entity_country (annotations, entity));

  return self;
}

/**
 * dl_selection_of_mention:
 *
 * Returns: the mention, its entity, the one country of that, and the event that is told
 *   by its sentence
 */
DlSelection
dl_selection_of_mention (DlAnnotations *annotations, guint mention)
{
  DlSelection self = dl_selection_none ();
  DlMention *row;

  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return self;

  row = dl_annotations_get_mention (annotations, mention);
  self.origin = DL_ORIGIN_MENTION;
  self.mention = mention;
  self.entity = dl_mention_get_entity (row);
  self.event = dl_links_find_event_around (annotations, dl_mention_get_span (row));
  self.country = g_intern_string (dl_links_get_entity_country (annotations, self.entity));

  return self;
}

/**
 * dl_selection_of_event:
 *
 * Returns: the event and the words that date it, or else the first mention of its sentence
 */
DlSelection
dl_selection_of_event (DlAnnotations *annotations, guint event)
{
  DlSelection self = dl_selection_none ();
  const DlEventFields *fields;

  if (annotations == NULL || event >= dl_annotations_get_n_events (annotations))
    return self;

  fields = dl_event_get_fields (dl_annotations_get_event (annotations, event));
  self.origin = DL_ORIGIN_EVENT;
  self.event = event;
  self.mention = fields->date_mention;
  if (self.mention >= dl_annotations_get_n_mentions (annotations))
    self.mention = dl_links_find_mention_in (annotations, fields->sentence);
  if (self.mention != DL_NONE)
    self.entity = dl_mention_get_entity (dl_annotations_get_mention (annotations, self.mention));

  return self;
}

/**
 * dl_selection_of_country:
 * @code: (nullable): a code; the article need not name it
 *
 * Returns: the country, its entity if it has one, and the first mention of either
 */
DlSelection
dl_selection_of_country (DlAnnotations *annotations, const char *code)
{
  DlSelection self = dl_selection_none ();
  const DlCountryFields *fields;

  if (annotations == NULL || code == NULL)
    return self;

  fields = find_country (annotations, code);
  self.origin = DL_ORIGIN_COUNTRY;
  self.country = g_intern_string (code);
  self.entity = dl_links_find_country_entity (annotations, code);
  if (self.entity != DL_NONE)
    self.mention = first_mention (annotations, self.entity);
  else if (fields != NULL && fields->n_mentions > 0)
    self.mention = fields->mentions[0];

  return self;
}

gboolean
dl_selection_equal (const DlSelection *a, const DlSelection *b)
{
  return a->origin == b->origin && a->entity == b->entity && a->mention == b->mention &&
         a->event == b->event && a->country == b->country;
}

static DlSpan
get_sentence (const DlSelection *self, DlAnnotations *annotations)
{
  const DlCountryFields *country;

  if (self->origin == DL_ORIGIN_EVENT)
    return dl_event_get_fields (dl_annotations_get_event (annotations, self->event))->sentence;

  country = self->country != NULL ? find_country (annotations, self->country) : NULL;

  return country != NULL ? country->sentence : (DlSpan){ 0, 0 };
}

/**
 * dl_selection_get_place:
 * @span: (out): the place of the text that the selection is about
 *
 * The sentence of a selected event, the selected mention, or else the sentence that
 * hints at the selected country.
 *
 * Returns: whether there is such a place
 */
gboolean
dl_selection_get_place (const DlSelection *self, DlAnnotations *annotations, DlSpan *span)
{
  *span = (DlSpan){ 0, 0 };
  if (annotations == NULL || self->origin == DL_ORIGIN_NONE)
    return FALSE;

  if (self->mention == DL_NONE || self->origin == DL_ORIGIN_EVENT)
    *span = get_sentence (self, annotations);
  if (dl_span_is_empty (*span) && self->mention != DL_NONE)
    *span = dl_mention_get_span (dl_annotations_get_mention (annotations, self->mention));

  return !dl_span_is_empty (*span);
}

static gboolean
is_of (const DlSelection *self, DlAnnotations *annotations, const char *code)
{
  if (self->origin == DL_ORIGIN_EVENT)
    return dl_links_event_has_country (annotations, self->event, code);

  return g_strcmp0 (self->country, code) == 0 ||
         dl_links_entity_has_country (annotations, self->entity, code);
}

/**
 * dl_selection_reaches_country:
 *
 * Returns: whether the country is selected, the selected entity is of it, it acts in the
 *   selected event, or it is a member of a bloc for which that holds
 */
gboolean
dl_selection_reaches_country (const DlSelection *self, DlAnnotations *annotations, const char *code)
{
  const DlCountryFields *country;

  if (annotations == NULL || self->origin == DL_ORIGIN_NONE)
    return FALSE;
  if (is_of (self, annotations, code))
    return TRUE;

  country = find_country (annotations, code);

  return country != NULL && country->bloc != NULL && is_of (self, annotations, country->bloc);
}

/**
 * dl_selection_reaches_event:
 *
 * Returns: whether the event is selected, or the selected entity or country has to do
 *   with it
 */
gboolean
dl_selection_reaches_event (const DlSelection *self, DlAnnotations *annotations, guint event)
{
  if (annotations == NULL || self->origin == DL_ORIGIN_NONE)
    return FALSE;
  if (event == self->event && event != DL_NONE)
    return TRUE;
  if (self->origin == DL_ORIGIN_EVENT)
    return FALSE;

  return dl_links_event_has_entity (annotations, event, self->entity) ||
         (self->origin == DL_ORIGIN_COUNTRY &&
          dl_links_event_has_country (annotations, event, self->country));
}

/**
 * dl_selection_reaches_mention:
 *
 * Returns: whether the mention is selected or a sibling of the selected one; of a
 *   selected country that is no entity of its own, whether it carries its code
 */
gboolean
dl_selection_reaches_mention (const DlSelection *self, DlAnnotations *annotations, guint mention)
{
  if (annotations == NULL || self->origin == DL_ORIGIN_NONE ||
      mention >= dl_annotations_get_n_mentions (annotations))
    return FALSE;

  if (mention == self->mention)
    return TRUE;
  if (self->entity != DL_NONE)
    return dl_mention_get_entity (dl_annotations_get_mention (annotations, mention)) ==
           self->entity;

  return self->origin == DL_ORIGIN_COUNTRY &&
         dl_links_mention_has_country (annotations, mention, self->country);
}
