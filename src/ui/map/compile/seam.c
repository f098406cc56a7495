/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "seam.h"

#include <math.h>

#include "map-projection.h"

/* Shapes come with rings that jump from 180° east to 180° west.  Here they are unrolled
 * to run on without a jump, and then cut where the map itself ends, at ±180° of its
 * central meridian.  Longitudes in this file count from that meridian. */

/* Along the edge of the map, which is curved, a point at each degree of latitude. */
#define EDGE_STEP 1.0

/* Unrolls in place; what is between two points is never more than half the world.
 * Returns how far the end lies from the start: 0, or ±360 for a ring round a pole. */
static double
unroll (GArray *points)
{
  double turn = 0, previous = 0;

  for (guint i = 0; i < points->len; i++)
    {
      Degrees *point = &g_array_index (points, Degrees, i);
      double lon = dl_map_relative_longitude (point->lon);

      if (i > 0 && lon - previous > 180)
        turn -= 360;
      else if (i > 0 && lon - previous < -180)
        turn += 360;
      previous = lon;
      point->lon = lon + turn;
    }

  return g_array_index (points, Degrees, points->len - 1).lon -
         g_array_index (points, Degrees, 0).lon;
}

/* A ring that winds round a pole covers it: down along its last meridian, along the pole,
 * and back up along its first. */
static void
close_over_pole (GArray *points)
{
  Degrees first = g_array_index (points, Degrees, 0);
  Degrees last = g_array_index (points, Degrees, points->len - 1);

  first.lat = last.lat = first.lat < 0 ? -90 : 90;
  g_array_append_val (points, last);
  g_array_append_val (points, first);
}

static gboolean
is_within (Degrees point, double edge)
{
  return edge < 0 ? point.lon >= edge : point.lon <= edge;
}

static Degrees
meet (Degrees a, Degrees b, double edge)
{
  double part = (edge - a.lon) / (b.lon - a.lon);

  return (Degrees){ edge, a.lat + part * (b.lat - a.lat) };
}

/* One side of the clipping of I. E. Sutherland and G. W. Hodgman, “Reentrant polygon
 * clipping”, Communications of the ACM 17 (1), 1974. */
static GArray *
clip (GArray *ring, double edge)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Degrees));

  for (guint i = 0; i < ring->len; i++)
    {
      Degrees a = g_array_index (ring, Degrees, (i + ring->len - 1) % ring->len);
      Degrees b = g_array_index (ring, Degrees, i);

      if (is_within (a, edge) != is_within (b, edge))
        {
          Degrees crossing = meet (a, b, edge);

          g_array_append_val (out, crossing);
        }
      if (is_within (b, edge))
        g_array_append_val (out, b);
    }

  return out;
}

static GArray *
bend_edges (GArray *ring)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (Degrees));

  for (guint i = 0; i < ring->len; i++)
    {
      Degrees a = g_array_index (ring, Degrees, i);
      Degrees b = g_array_index (ring, Degrees, (i + 1) % ring->len);
      guint n = a.lon == b.lon && fabs (a.lon) == 180 ? fabs (b.lat - a.lat) / EDGE_STEP : 0;

      g_array_append_val (out, a);
      for (guint j = 1; j <= n; j++)
        {
          Degrees point = { a.lon, a.lat + (b.lat - a.lat) * j / (n + 1) };

          g_array_append_val (out, point);
        }
    }

  return out;
}

static GArray *
shift (GArray *points, double by)
{
  GArray *out = g_array_copy (points);

  for (guint i = 0; i < out->len; i++)
    g_array_index (out, Degrees, i).lon += by;

  return out;
}

/**
 * seam_cut_ring:
 * @ring: (element-type Degrees): closed, the last point repeats the first; changed
 *
 * Returns: (transfer full) (element-type GArray): closed rings that do not repeat their
 *   first point, in degrees from the central meridian, none of them beyond ±180
 */
GPtrArray *
seam_cut_ring (GArray *ring)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  if (fabs (unroll (ring)) > 180)
    close_over_pole (ring);
  else
    g_array_set_size (ring, ring->len - 1);

  for (int turn = -1; turn <= 1; turn++)
    {
      g_autoptr (GArray) shifted = shift (ring, 360.0 * turn);
      g_autoptr (GArray) west = clip (shifted, -180);
      g_autoptr (GArray) both = clip (west, 180);

      if (both->len >= 3)
        g_ptr_array_add (out, bend_edges (both));
    }

  return out;
}

/**
 * seam_cut_line:
 * @line: (element-type Degrees): changed
 *
 * Returns: (transfer full) (element-type GArray): its pieces, in degrees from the central
 *   meridian.  The step over the edge of the map is left out.
 */
GPtrArray *
seam_cut_line (GArray *line)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray *piece = NULL;
  double previous = 0;

  for (guint i = 0; i < line->len; i++)
    {
      Degrees point = g_array_index (line, Degrees, i);

      point.lon = dl_map_relative_longitude (point.lon);
      if (piece == NULL || fabs (point.lon - previous) > 180)
        {
          piece = g_array_new (FALSE, FALSE, sizeof (Degrees));
          g_ptr_array_add (out, piece);
        }
      previous = point.lon;
      g_array_append_val (piece, point);
    }

  return out;
}
