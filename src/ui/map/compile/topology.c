/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "topology.h"

#include <json-glib/json-glib.h>

/* The input is our own, from data/map: a slip in it ends in a critical of json-glib or an
 * assertion and stops the build. */

static void
free_feature (gpointer data)
{
  Feature *feature = data;

  g_free (feature->code);
  g_ptr_array_unref (feature->rings);
  g_free (feature);
}

static GArray *
read_arc (JsonArray *array, const double scale[2], const double translate[2])
{
  guint n = json_array_get_length (array);
  GArray *arc = g_array_sized_new (FALSE, FALSE, sizeof (Degrees), n);
  gint64 x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      JsonArray *delta = json_array_get_array_element (array, i);
      Degrees point;

      x += json_array_get_int_element (delta, 0);
      y += json_array_get_int_element (delta, 1);
      point.lon = x * scale[0] + translate[0];
      point.lat = y * scale[1] + translate[1];
      g_array_append_val (arc, point);
    }

  return arc;
}

static void
read_pair (JsonObject *object, const char *name, double pair[2])
{
  JsonArray *array = json_object_get_array_member (object, name);

  pair[0] = json_array_get_double_element (array, 0);
  pair[1] = json_array_get_double_element (array, 1);
}

static void
read_arcs (Topology *self, JsonObject *root)
{
  JsonObject *transform = json_object_get_object_member (root, "transform");
  JsonArray *arcs = json_object_get_array_member (root, "arcs");
  double scale[2], translate[2];

  read_pair (transform, "scale", scale);
  read_pair (transform, "translate", translate);
  for (guint i = 0; i < json_array_get_length (arcs); i++)
    g_ptr_array_add (self->arcs,
                     read_arc (json_array_get_array_element (arcs, i), scale, translate));
}

static void
read_rings (Topology *self, Feature *feature, JsonArray *rings)
{
  for (guint i = 0; i < json_array_get_length (rings); i++)
    {
      JsonArray *array = json_array_get_array_element (rings, i);
      GArray *ring = g_array_new (FALSE, FALSE, sizeof (int));

      for (guint j = 0; j < json_array_get_length (array); j++)
        {
          int arc = json_array_get_int_element (array, j);

          g_assert ((guint) (arc < 0 ? ~arc : arc) < self->arcs->len);
          g_array_append_val (ring, arc);
        }
      g_ptr_array_add (feature->rings, ring);
    }
}

static void
read_features (Topology *self, JsonObject *root)
{
  JsonObject *objects = json_object_get_object_member (root, "objects");
  JsonObject *countries = json_object_get_object_member (objects, "countries");
  JsonArray *geometries = json_object_get_array_member (countries, "geometries");

  for (guint i = 0; i < json_array_get_length (geometries); i++)
    {
      JsonObject *geometry = json_array_get_object_element (geometries, i);
      Feature *feature = g_new0 (Feature, 1);

      feature->code = g_strdup (json_object_get_string_member (geometry, "id"));
      feature->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      read_rings (self, feature, json_object_get_array_member (geometry, "arcs"));
      g_ptr_array_add (self->features, feature);
    }
}

/**
 * topology_load:
 * @path: a file that data/map/generate wrote
 *
 * Returns: (transfer full): what it holds, or %NULL when it is no JSON or cannot be read
 */
Topology *
topology_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Topology *self;
  JsonObject *root;

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;

  self = g_new0 (Topology, 1);
  self->arcs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->features = g_ptr_array_new_with_free_func (free_feature);
  root = json_node_get_object (json_parser_get_root (parser));
  read_arcs (self, root);
  read_features (self, root);

  return self;
}

void
topology_free (Topology *self)
{
  g_ptr_array_unref (self->arcs);
  g_ptr_array_unref (self->features);
  g_free (self);
}

/**
 * topology_join_ring:
 * @ring: arcs as a feature lists them
 *
 * Returns: (transfer full) (element-type Degrees): the points of the ring; the last repeats
 *   the first
 */
GArray *
topology_join_ring (Topology *self, GArray *ring)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Degrees));

  for (guint i = 0; i < ring->len; i++)
    {
      int index = g_array_index (ring, int, i);
      GArray *arc = g_ptr_array_index (self->arcs, index < 0 ? ~index : index);

      /* The first point of an arc is the last of the one before it. */
      for (guint j = i > 0 ? 1 : 0; j < arc->len; j++)
        g_array_append_val (points, g_array_index (arc, Degrees, index < 0 ? arc->len - 1 - j : j));
    }

  return points;
}
