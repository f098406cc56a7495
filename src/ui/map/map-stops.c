/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-stops.h"

#include "links.h"
#include "map-places.h"

/* Where one stops who goes through the map: the countries of the article in its order, each
 * before the places in it. */

static void
append_stop (GArray *stops, const char *code, guint place)
{
  DlMapStop stop = { code, place };

  g_array_append_val (stops, stop);
}

/* Those that lie in the country; of none: in none that is shown, or in several. */
static void
append_places (GArray *stops, GArray *places, DlSession *session, const char *code)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);

  for (guint i = 0; i < places->len; i++)
    {
      guint entity = g_array_index (places, DlMapPlace, i).entity;
      const char *country = dl_links_get_entity_country (annotations, entity);

      if (country != NULL && (dl_annotations_find_country (annotations, country) == DL_NONE ||
                              !dl_session_is_country_shown (session, country)))
        country = NULL;
      if (g_strcmp0 (country, code) == 0)
        append_stop (stops, NULL, entity);
    }
}

/* The order of the map has the selected one first, and would turn back whoever goes on. */
static int
compare_entity (gconstpointer a, gconstpointer b)
{
  const DlMapPlace *first = a, *second = b;

  return first->entity < second->entity ? -1 : first->entity > second->entity;
}

/**
 * dl_map_stops_new:
 * @session: (nullable): what is read
 *
 * Returns: (transfer full) (element-type DlMapStop): what the map shows; codes are of the
 *   session's annotations
 */
GArray *
dl_map_stops_new (DlSession *session)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (DlMapStop));
  DlAnnotations *annotations = session != NULL ? dl_session_get_annotations (session) : NULL;
  guint n_countries = annotations != NULL ? dl_annotations_get_n_countries (annotations) : 0;
  g_autoptr (GArray) places = dl_map_places_new (session);

  g_array_sort (places, compare_entity);
  for (guint i = 0; i < n_countries; i++)
    {
      const char *code = dl_country_get_code (dl_annotations_get_country (annotations, i));

      if (!dl_session_is_country_shown (session, code))
        continue;
      append_stop (stops, code, DL_NONE);
      append_places (stops, places, session, code);
    }
  if (annotations != NULL)
    append_places (stops, places, session, NULL);

  return stops;
}
