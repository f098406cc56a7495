/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pole.h"

#include <math.h>

/* The point of a country that is farthest from its borders and coasts, where a label has most
 * room: its pole of inaccessibility.  A square that cannot hold a better point than the best
 * one known is left; the others are cut in four, the most promising first (V. Agafonkin, “A new
 * algorithm for finding a visual center of a polygon”, 2016).
 *
 * A name is wider than it is high: distances across count less than those up and down. */

/* Steps of the grid: a better point than by this is not looked for. */
#define PRECISION 2

/* How much less a distance across counts: between a circle and the shape of a name. */
#define ASPECT 1.3

typedef struct
{
  const DlMapRing *rings;
  guint n_rings;
  const DlMapPoint *points;
} Land;

/**
 * Square:
 * @half: of its side
 * @depth: distance of its middle from the nearest edge; negative: outside
 */
typedef struct
{
  double x, y;
  double half;
  double depth;
} Square;

static double
square_distance (DlMapPoint a, DlMapPoint b, double x, double y)
{
  double ax = a.x / ASPECT, dx = b.x / ASPECT - ax, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double along = length > 0 ? CLAMP (((x - ax) * dx + (y - a.y) * dy) / length, 0, 1) : 0;
  double to_x = ax + along * dx - x, to_y = a.y + along * dy - y;

  return to_x * to_x + to_y * to_y;
}

/* Positive within the land, by the even-odd rule over all of its rings. */
static double
get_depth (const Land *land, double x, double y)
{
  gboolean inside = FALSE;
  double least = G_MAXDOUBLE;

  for (guint r = 0; r < land->n_rings; r++)
    {
      const DlMapPoint *ring = land->points + land->rings[r].first_point;
      guint n_points = land->rings[r].n_points;

      for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
        {
          DlMapPoint a = ring[i], b = ring[j];

          if ((a.y > y) != (b.y > y) &&
              x * ASPECT < (double) (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x)
            inside = !inside;
          least = MIN (least, square_distance (a, b, x, y));
        }
    }

  return inside ? sqrt (least) : -sqrt (least);
}

static double
get_promise (const Square *square)
{
  return square->depth + square->half * G_SQRT2;
}

/* The most promising comes last. */
static int
compare_promise (gconstpointer a, gconstpointer b, gpointer data)
{
  double first = get_promise (a), second = get_promise (b);

  return (first > second) - (first < second);
}

static void
add_square (GSequence *squares, const Land *land, double x, double y, double half)
{
  Square *square = g_new (Square, 1);

  *square = (Square){ x, y, half, get_depth (land, x, y) };
  g_sequence_insert_sorted (squares, square, compare_promise, NULL);
}

static void
cover (GSequence *squares, const Land *land)
{
  for (guint r = 0; r < land->n_rings; r++)
    {
      const DlMapRing *ring = &land->rings[r];
      double width = (ring->high.x - ring->low.x) / ASPECT, height = ring->high.y - ring->low.y;
      double side = MAX (MIN (width, height), PRECISION);

      for (double x = ring->low.x / ASPECT; x < ring->high.x / ASPECT; x += side)
        for (double y = ring->low.y; y < ring->high.y; y += side)
          add_square (squares, land, x + side / 2, y + side / 2, side / 2);
    }
}

/**
 * pole_find:
 * @n_rings: at least one; together they are the country, filled by the even-odd rule
 *
 * Returns: its pole of inaccessibility
 */
DlMapPoint
pole_find (const DlMapRing *rings, guint n_rings, const DlMapPoint *points)
{
  Land land = { rings, n_rings, points };
  g_autoptr (GSequence) squares = g_sequence_new (g_free);
  Square best = { .depth = -G_MAXDOUBLE };

  cover (squares, &land);
  while (!g_sequence_is_empty (squares))
    {
      GSequenceIter *last = g_sequence_iter_prev (g_sequence_get_end_iter (squares));
      Square square = *(Square *) g_sequence_get (last);
      double half = square.half / 2;

      g_sequence_remove (last);
      if (square.depth > best.depth)
        best = square;
      if (get_promise (&square) - best.depth <= PRECISION)
        break;

      for (int i = 0; i < 4; i++)
        add_square (squares, &land, square.x + (i % 2 == 0 ? -half : half),
                    square.y + (i / 2 == 0 ? -half : half), half);
    }

  return (DlMapPoint){ lround (best.x * ASPECT), lround (best.y) };
}
