/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "links.h"

/* Answers which mentions, entities, events and countries of one article belong together. */

static gboolean
has_code (const char *const *codes, const char *code)
{
  return codes != NULL && g_strv_contains (codes, code);
}

/**
 * dl_links_mention_has_country:
 *
 * Returns: whether the mention's own codes hold @code
 */
gboolean
dl_links_mention_has_country (DlAnnotations *annotations, guint mention, const char *code)
{
  if (mention >= dl_annotations_get_n_mentions (annotations))
    return FALSE;

  return has_code (
    dl_mention_get_fields (dl_annotations_get_mention (annotations, mention))->countries, code);
}

/**
 * dl_links_entity_has_country:
 *
 * Returns: whether the entity's codes hold @code
 */
gboolean
dl_links_entity_has_country (DlAnnotations *annotations, guint entity, const char *code)
{
  if (entity >= dl_annotations_get_n_entities (annotations))
    return FALSE;

  return has_code (
    dl_entity_get_fields (dl_annotations_get_entity (annotations, entity))->countries, code);
}

/**
 * dl_links_event_has_country:
 *
 * Returns: whether an actor of the event, or its place, belongs to the country
 */
gboolean
dl_links_event_has_country (DlAnnotations *annotations, guint event, const char *code)
{
  const DlEventFields *fields;

  if (event >= dl_annotations_get_n_events (annotations))
    return FALSE;

  fields = dl_event_get_fields (dl_annotations_get_event (annotations, event));
  for (guint i = 0; i < fields->n_actors; i++)
    if (dl_links_entity_has_country (annotations, fields->actors[i].entity, code))
      return TRUE;

  return dl_links_entity_has_country (annotations, fields->place, code);
}

static DlSpan
get_mention_span (DlAnnotations *annotations, DlEntity *entity, guint i)
{
  return dl_mention_get_span (
    dl_annotations_get_mention (annotations, dl_entity_get_mention (entity, i)));
}

/* Mentions are in the order of the text: those before the sentence are passed over by halves. */
static gboolean
sentence_names (DlAnnotations *annotations, DlSpan sentence, guint entity)
{
  DlEntity *row = dl_annotations_get_entity (annotations, entity);
  guint low = 0, high = dl_entity_get_n_mentions (row);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_mention_span (annotations, row, middle).start < sentence.start)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < dl_entity_get_n_mentions (row); low++)
    {
      const DlSpan span = get_mention_span (annotations, row, low);

      if (span.start >= sentence.end)
        break;
      if (dl_span_contains (sentence, span))
        return TRUE;
    }

  return FALSE;
}

/**
 * dl_links_event_has_entity:
 *
 * Returns: whether the entity acts in the event, is its place, or is named in the
 *   sentence that tells it
 */
gboolean
dl_links_event_has_entity (DlAnnotations *annotations, guint event, guint entity)
{
  const DlEventFields *fields;

  if (event >= dl_annotations_get_n_events (annotations) ||
      entity >= dl_annotations_get_n_entities (annotations))
    return FALSE;

  fields = dl_event_get_fields (dl_annotations_get_event (annotations, event));
  for (guint i = 0; i < fields->n_actors; i++)
    if (fields->actors[i].entity == entity)
      return TRUE;

  return fields->place == entity || (!dl_span_is_empty (fields->sentence) &&
                                     sentence_names (annotations, fields->sentence, entity));
}

/**
 * dl_links_get_entity_country:
 *
 * Returns: (nullable): the one code of the entity; %NULL if it has none or several
 */
const char *
dl_links_get_entity_country (DlAnnotations *annotations, guint entity)
{
  const char *const *codes;

  if (entity >= dl_annotations_get_n_entities (annotations))
    return NULL;

  codes = dl_entity_get_fields (dl_annotations_get_entity (annotations, entity))->countries;

  return codes != NULL && codes[0] != NULL && codes[1] == NULL ? codes[0] : NULL;
}

static gboolean
is_country_itself (const DlEntityFields *fields, const char *code)
{
  return has_code (fields->countries, code) && fields->countries[1] == NULL &&
         (fields->kind == DL_KIND_COUNTRY || g_strcmp0 (fields->role, "bloc") == 0);
}

/**
 * dl_links_find_country_entity:
 *
 * Returns: the entity that is the country or bloc @code itself; else the people named
 *   after it; else %DL_NONE
 */
guint
dl_links_find_country_entity (DlAnnotations *annotations, const char *code)
{
  guint people = DL_NONE;

  for (guint i = 0; i < dl_annotations_get_n_entities (annotations); i++)
    {
      const DlEntityFields *fields =
        dl_entity_get_fields (dl_annotations_get_entity (annotations, i));

      if (is_country_itself (fields, code))
        return i;
      if (people == DL_NONE && fields->kind == DL_KIND_DEMONYM &&
          has_code (fields->countries, code))
        people = i;
    }

  return people;
}

/**
 * dl_links_find_event_around:
 *
 * Returns: the first event told by a sentence that contains @span, or %DL_NONE
 */
guint
dl_links_find_event_around (DlAnnotations *annotations, DlSpan span)
{
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      if (dl_event_is_told_at (dl_annotations_get_event (annotations, i), span))
        return i;
    }

  return DL_NONE;
}

/**
 * dl_links_find_mention_in:
 *
 * Returns: the first mention inside @span, or %DL_NONE
 */
guint
dl_links_find_mention_in (DlAnnotations *annotations, DlSpan span)
{
  guint mention = dl_annotations_find_first_after (annotations, span.start);

  if (dl_span_is_empty (span) || mention == DL_NONE)
    return DL_NONE;

  return dl_span_contains (span,
                           dl_mention_get_span (dl_annotations_get_mention (annotations, mention)))
           ? mention
           : DL_NONE;
}

static gboolean
get_year (DlDate *date, int *year)
{
  if (date == NULL || dl_date_is_yearless (date) || dl_date_get_start (date) == NULL)
    return FALSE;

  *year = dl_date_get_start (date)->year;

  return TRUE;
}

/**
 * dl_links_find_year:
 * @annotations: (nullable): what is read
 *
 * Returns: the year of publication; else of the first dated event; else %G_MAXINT
 */
int
dl_links_find_year (DlAnnotations *annotations)
{
  int year;

  if (annotations == NULL)
    return G_MAXINT;
  if (get_year (dl_annotations_get_published (annotations), &year))
    return year;

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      DlEvent *event = dl_annotations_get_event (annotations, i);

      if (!dl_event_is_background (event) && get_year (dl_event_get_date (event), &year))
        return year;
    }

  return G_MAXINT;
}
