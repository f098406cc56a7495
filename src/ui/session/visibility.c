/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "visibility.h"

#include "links.h"

/* Decides which events, countries and mentions pass the reader's filters. */

/* Returns: (transfer full): the same, for a thread */
DlVisibility *
dl_visibility_copy (const DlVisibility *self)
{
  DlVisibility *copy = g_memdup2 (self, sizeof *self);

  if (copy->time_filter != NULL)
    dl_date_ref (copy->time_filter);

  return copy;
}

void
dl_visibility_free (DlVisibility *self)
{
  g_clear_pointer (&self->time_filter, dl_date_unref);
  g_free (self);
}

static DlSpan
get_sentence (DlAnnotations *annotations, guint event)
{
  return dl_event_get_fields (dl_annotations_get_event (annotations, event))->sentence;
}

/**
 * dl_visibility_shows_event:
 *
 * Returns: whether the event passes the time filter; one without a date does not
 */
gboolean
dl_visibility_shows_event (const DlVisibility *self, DlAnnotations *annotations, guint event)
{
  g_autoptr (DlDate) date = NULL;

  if (annotations == NULL || event >= dl_annotations_get_n_events (annotations))
    return FALSE;
  if (self->time_filter == NULL)
    return TRUE;

  date =
    dl_event_dup_date (dl_annotations_get_event (annotations, event), annotations, self->clock);

  return date != NULL && dl_date_overlaps (date, self->time_filter);
}

static gboolean
stands_in (DlAnnotations *annotations, DlCountry *country, DlSpan sentence)
{
  const DlCountryFields *fields = dl_country_get_fields (country);

  if (!dl_span_is_empty (fields->sentence) && dl_span_contains (sentence, fields->sentence))
    return TRUE;

  for (guint i = 0; i < fields->n_mentions; i++)
    if (dl_span_contains (sentence,
                          dl_mention_get_span (
                            dl_annotations_get_mention (annotations, fields->mentions[i]))))
      return TRUE;

  return FALSE;
}

/**
 * dl_visibility_shows_country:
 *
 * Returns: whether the country acts, or is named, in an event that passes the time filter
 */
gboolean
dl_visibility_shows_country (const DlVisibility *self, DlAnnotations *annotations, const char *code)
{
  guint row;

  if (self->time_filter == NULL || annotations == NULL)
    return TRUE;

  row = dl_annotations_find_country (annotations, code);
  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      if (!dl_visibility_shows_event (self, annotations, i))
        continue;
      if (dl_links_event_has_country (annotations, i, code))
        return TRUE;
      if (row != DL_NONE && stands_in (annotations, dl_annotations_get_country (annotations, row),
                                       get_sentence (annotations, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
passes_time (const DlVisibility *self, DlAnnotations *annotations, DlSpan span)
{
  if (self->time_filter == NULL)
    return TRUE;

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    if (dl_visibility_shows_event (self, annotations, i) &&
        dl_event_is_told_at (dl_annotations_get_event (annotations, i), span))
      return TRUE;

  return FALSE;
}

static gboolean
passes_density (const DlVisibility *self, DlAnnotations *annotations, guint mention)
{
  guint entity = dl_mention_get_entity (dl_annotations_get_mention (annotations, mention));

  if (self->density == DL_DENSITY_NONE)
    return FALSE;
  if (self->density == DL_DENSITY_ALL || entity == DL_NONE)
    return TRUE;

  return dl_entity_get_mention (dl_annotations_get_entity (annotations, entity), 0) == mention;
}

/* An end of a range is marked, pointed at and selected with the range. */
static gboolean
is_end_of_range (DlMention *mention)
{
  const DlMentionFields *fields = dl_mention_get_fields (mention);

  return fields->kind == DL_KIND_DATE && fields->entity == DL_NONE && fields->within != DL_NONE;
}

/**
 * dl_visibility_shows_mention:
 *
 * Returns: whether the mention is to be marked: its kind is not hidden, the density
 *   admits it, its sentence passes the time filter, and it is no end of a range
 */
gboolean
dl_visibility_shows_mention (const DlVisibility *self, DlAnnotations *annotations, guint mention)
{
  DlMention *row;

  if (annotations == NULL || mention >= dl_annotations_get_n_mentions (annotations))
    return FALSE;

  row = dl_annotations_get_mention (annotations, mention);

  return (self->hidden_kinds & (1u << dl_mention_get_kind (row))) == 0 && !is_end_of_range (row) &&
         passes_density (self, annotations, mention) &&
         passes_time (self, annotations, dl_mention_get_span (row));
}
