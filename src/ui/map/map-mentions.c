/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-mentions.h"

/* Where an article names a place or a country, itself or one of its offices.  The country within the name
 * of its ministry is no place of its own in the text. */

/**
 * dl_map_mentions_new:
 *
 * Returns: (transfer full) (element-type guint): indexes of the mentions of @country that lie in
 *   no other one of them, in the order of the text
 */
GArray *
dl_map_mentions_new (DlSession *session, DlCountry *country)
{
  const DlCountryFields *fields = dl_country_get_fields (country);
  DlAnnotations *annotations = dl_session_get_annotations (session);
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (guint));
  DlSpan last = { 0, 0 };

  for (guint i = 0; i < fields->n_mentions; i++)
    {
      guint mention = fields->mentions[i];
      DlSpan span = dl_mention_get_span (dl_annotations_get_mention (annotations, mention));

      if (mentions->len > 0 && dl_span_contains (last, span))
        continue;
      g_array_append_val (mentions, mention);
      last = span;
    }

  return mentions;
}

/**
 * dl_map_mentions_count:
 *
 * Returns: how many places of the article name the country
 */
guint
dl_map_mentions_count (DlSession *session, DlCountry *country)
{
  g_autoptr (GArray) mentions = dl_map_mentions_new (session, country);

  return mentions->len;
}

/**
 * dl_map_mentions_new_of_place:
 *
 * Returns: (transfer full) (element-type guint): indexes of the mentions of @place, in the order of
 *   the text
 */
GArray *
dl_map_mentions_new_of_place (DlEntity *place)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < dl_entity_get_n_mentions (place); i++)
    {
      guint mention = dl_entity_get_mention (place, i);

      g_array_append_val (mentions, mention);
    }

  return mentions;
}
