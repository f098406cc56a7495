/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-places.h"

#include <glib/gi18n.h>
#include <math.h>

#include "digits.h"

/* The places of an article that are points on the map: those whose coordinates are known.
 * Places nearer to each other than a point's width and a half share one point. */

#define CLUSTER_PX (3 * DL_MAP_PLACE_RADIUS_PX)

/* A point is easier to hit than its pixels. */
#define REACH_PX 8.0

#define HALO_PX 1.6
#define SELECTED_WIDTH_PX 2.0

static gboolean
is_point (DlEntity *entity)
{
  const DlEntityFields *fields = dl_entity_get_fields (entity);

  return fields->kind == DL_KIND_PLACE && !isnan (fields->latitude) && !isnan (fields->longitude);
}

static gboolean
is_shown (DlSession *session, DlEntity *entity)
{
  for (guint i = 0; i < dl_entity_get_n_mentions (entity); i++)
    if (dl_session_is_mention_shown (session, dl_entity_get_mention (entity, i)))
      return TRUE;

  return FALSE;
}

static int
compare_tally (gconstpointer a, gconstpointer b)
{
  const DlMapPlace *first = a, *second = b;

  if (first->selected != second->selected)
    return second->selected - first->selected;
  if (first->n_mentions != second->n_mentions)
    return first->n_mentions > second->n_mentions ? -1 : 1;

  return first->entity < second->entity ? -1 : first->entity > second->entity;
}

/**
 * dl_map_places_new:
 * @session: (nullable): without one there are no places
 *
 * Returns: (transfer full) (element-type DlMapPlace): the shown places, what is selected first,
 *   then by number of mentions
 */
GArray *
dl_map_places_new (DlSession *session)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DlMapPlace));
  DlAnnotations *annotations = session != NULL ? dl_session_get_annotations (session) : NULL;
  guint n_entities = annotations != NULL ? dl_annotations_get_n_entities (annotations) : 0;

  for (guint i = 0; i < n_entities; i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, i);
      DlMapPlace place = { .entity = i, .n_mentions = dl_entity_get_n_mentions (entity) };

      if (!is_point (entity) || !is_shown (session, entity))
        continue;
      dl_map_project (dl_entity_get_fields (entity)->longitude,
                      dl_entity_get_fields (entity)->latitude, &place.x, &place.y);
      place.selected = dl_session_get_entity (session) == i;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_tally);

  return places;
}

static void
clear_cluster (gpointer data)
{
  g_clear_pointer (&((DlMapCluster *) data)->label, g_free);
}

static DlMapCluster *
find_cluster (GArray *clusters, double x_px, double y_px)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      DlMapCluster *cluster = &g_array_index (clusters, DlMapCluster, i);

      if (hypot (cluster->x_px - x_px, cluster->y_px - y_px) < CLUSTER_PX)
        return cluster;
    }

  return NULL;
}

static char *
create_label (DlSession *session, const DlMapPlace *place, guint n_places)
{
  DlAnnotations *annotations = dl_session_get_annotations (session);
  g_autoptr (GString) text =
    g_string_new (dl_entity_get_name (dl_annotations_get_entity (annotations, place->entity)));

  if (place->n_mentions > 1)
    {
      /* Translators: after the name of a place on the map, how often it is named: “Geneva ×3”. */
      g_autofree char *tally =
        dl_digits_printf (C_ ("place on the map", " ×%u"), place->n_mentions);

      g_string_append (text, tally);
    }
  if (n_places > 1)
    {
      /* Translators: after the name of a place on the map, how many more are there: “Geneva +2”. */
      g_autofree char *more = dl_digits_printf (C_ ("place on the map", " +%u"), n_places - 1);

      g_string_append (text, more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dl_map_places_cluster:
 * @places: (element-type DlMapPlace): from dl_map_places_new() for @session
 *
 * Returns: (transfer full) (element-type DlMapCluster): the points to draw, the weightiest first
 */
GArray *
dl_map_places_cluster (GArray *places, DlSession *session, const DlMapCamera *camera)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (DlMapCluster));

  g_array_set_clear_func (clusters, clear_cluster);
  for (guint i = 0; i < places->len; i++)
    {
      const DlMapPlace *place = &g_array_index (places, DlMapPlace, i);
      DlMapCluster cluster = { .place = i, .n_places = 1 }, *near;

      dl_map_camera_to_view (camera, place->x, place->y, &cluster.x_px, &cluster.y_px);
      near = find_cluster (clusters, cluster.x_px, cluster.y_px);
      if (near != NULL)
        near->n_places++;
      else
        g_array_append_val (clusters, cluster);
    }

  for (guint i = 0; i < clusters->len; i++)
    {
      DlMapCluster *cluster = &g_array_index (clusters, DlMapCluster, i);

      cluster->label = create_label (session, &g_array_index (places, DlMapPlace, cluster->place),
                                     cluster->n_places);
    }

  return clusters;
}

static void
fill_disc (cairo_t *cr, const DlMapCluster *cluster, double radius_px, DlMapColor color)
{
  cairo_new_path (cr);
  cairo_arc (cr, cluster->x_px, cluster->y_px, radius_px, 0, 2 * G_PI);
  dl_map_palette_set_color (cr, color);
  cairo_fill (cr);
}

/**
 * dl_map_places_paint:
 *
 * A point for each cluster; where several places share it, a ring with a point inside.
 */
void
dl_map_places_paint (GArray *places, GArray *clusters, const DlMapPalette *palette, cairo_t *cr)
{
  for (guint i = clusters->len; i-- > 0;)
    {
      const DlMapCluster *cluster = &g_array_index (clusters, DlMapCluster, i);
      double radius_px = DL_MAP_PLACE_RADIUS_PX;

      if (g_array_index (places, DlMapPlace, cluster->place).selected)
        radius_px += SELECTED_WIDTH_PX;
      if (cluster->n_places > 1)
        {
          fill_disc (cr, cluster, radius_px + 2 * HALO_PX + 1, palette->outline);
          fill_disc (cr, cluster, radius_px + 2 * HALO_PX, palette->halo);
        }
      fill_disc (cr, cluster, radius_px + HALO_PX, palette->halo);
      fill_disc (cr, cluster, radius_px, palette->outline);
    }
}

/**
 * dl_map_places_find:
 *
 * Returns: (nullable): the point of the entity
 */
const DlMapPlace *
dl_map_places_find (GArray *places, guint entity)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, DlMapPlace, i).entity == entity)
      return &g_array_index (places, DlMapPlace, i);

  return NULL;
}

/**
 * dl_map_places_find_at:
 *
 * Returns: index of the entity whose point is nearest to the place in the view, or %DL_NONE
 */
guint
dl_map_places_find_at (GArray *places, const DlMapCamera *camera, double x_px, double y_px)
{
  double least = REACH_PX;
  guint nearest = DL_NONE;

  for (guint i = 0; i < places->len; i++)
    {
      const DlMapPlace *place = &g_array_index (places, DlMapPlace, i);
      double x, y, distance;

      dl_map_camera_to_view (camera, place->x, place->y, &x, &y);
      distance = hypot (x - x_px, y - y_px);
      if (distance < least)
        {
          least = distance;
          nearest = place->entity;
        }
    }

  return nearest;
}
