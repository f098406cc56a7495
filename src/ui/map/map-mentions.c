/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-mentions.h"

#include "country-places.h"

/* Where an article names a place or a country. */

/**
 * dl_map_mentions_new:
 *
 * Returns: (transfer full) (element-type guint): as of dl_country_places_new()
 */
GArray *
dl_map_mentions_new (DlSession *session, DlCountry *country)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);

  return dl_country_places_new (country, DL_LIST (dl_annotations_get_mentions (annotations)));
}

/**
 * dl_map_mentions_count:
 *
 * Returns: how many places of the article name the country
 */
guint
dl_map_mentions_count (DlSession *session, DlCountry *country)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);

  return dl_annotations_count_places (annotations,
                                      dl_annotations_find_country (annotations,
                                                                   dl_country_get_code (country)));
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
