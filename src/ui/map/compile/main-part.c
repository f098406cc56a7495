/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "main-part.h"

#include <math.h>

/* The part of a country that people mean by it: France without Guiana, the United States
 * without Alaska and Hawaii.  The largest rings that together make four fifths of the land,
 * and what lies beside them.  The projection keeps areas, so that rings can be compared. */

#define ENOUGH 0.8

/* How far off a ring still lies beside the main part, in lengths of its longer side. */
#define BESIDE 0.05

typedef struct
{
  const DlMapRing *ring;
  double area;
} Piece;

static double
area (const DlMapPoint *points, guint n_points)
{
  double sum = 0;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    sum += (double) points[j].x * points[i].y - (double) points[i].x * points[j].y;

  return fabs (sum) / 2;
}

static int
compare_area (gconstpointer a, gconstpointer b)
{
  double difference = ((const Piece *) b)->area - ((const Piece *) a)->area;

  return (difference > 0) - (difference < 0);
}

static void
include (const DlMapRing *ring, DlMapPoint *low, DlMapPoint *high)
{
  low->x = MIN (low->x, ring->low.x);
  low->y = MIN (low->y, ring->low.y);
  high->x = MAX (high->x, ring->high.x);
  high->y = MAX (high->y, ring->high.y);
}

static gboolean
is_beside (const DlMapRing *ring, DlMapPoint low, DlMapPoint high)
{
  double reach = BESIDE * MAX (high.x - low.x, high.y - low.y);

  return ring->low.x <= high.x + reach && ring->high.x >= low.x - reach &&
         ring->low.y <= high.y + reach && ring->high.y >= low.y - reach;
}

/**
 * main_part_find:
 * @low: (out): left and top of the main part
 * @high: (out): right and bottom
 *
 * Returns: whether there is a part at all
 */
gboolean
main_part_find (const DlMapRing *rings,
                guint n_rings,
                const DlMapPoint *points,
                DlMapPoint *low,
                DlMapPoint *high)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  double all = 0, sum = 0;
  guint i;

  for (i = 0; i < n_rings; i++)
    {
      Piece piece = { &rings[i], area (points + rings[i].first_point, rings[i].n_points) };

      all += piece.area;
      g_array_append_val (pieces, piece);
    }
  g_array_sort (pieces, compare_area);

  *low = (DlMapPoint){ G_MAXINT16, G_MAXINT16 };
  *high = (DlMapPoint){ G_MININT16, G_MININT16 };
  for (i = 0; i < n_rings && sum < ENOUGH * all; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);

      sum += piece->area;
      include (piece->ring, low, high);
    }

  {
    DlMapPoint near_low = *low, near_high = *high;

    for (; i < n_rings; i++)
      if (is_beside (g_array_index (pieces, Piece, i).ring, near_low, near_high))
        include (g_array_index (pieces, Piece, i).ring, low, high);
  }

  return n_rings > 0;
}
