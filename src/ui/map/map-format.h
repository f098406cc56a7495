/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "map-projection.h"

G_BEGIN_DECLS

/* What stands in map.dat, in the byte order of the machine that built it: the header, the
 * countries sorted by code, the rings, the points, with nothing between them.
 *
 * 1. Each ring of a country is closed without repeating its first point, lies within the
 *    outline of the map, and is to be filled by the even-odd rule with its siblings.
 * 2. The lines are open: borders between two countries, each of them once.  They stand at
 *    the end of the rings.
 * 3. A country that has no coarse ring shares the fine ones. */

#define DL_MAP_MAGIC "DLMAP\n\1" /* eight with the NUL, which newer compilers want to see */
#define DL_MAP_BYTE_ORDER 0x01020304u

/* Map units for a step of the grid that points stand on: 0.6 km at the equator, finer than
 * the shapes, which were drawn for 1:50,000,000. */
#define DL_MAP_GRID (DL_MAP_MAX_X / 32767)

typedef enum
{
  DL_MAP_COARSE, /* Natural Earth 1:110m */
  DL_MAP_FINE,   /* Natural Earth 1:50m */
  DL_N_MAP_DETAILS
} DlMapDetail;

typedef struct
{
  gint16 x, y; /* steps of %DL_MAP_GRID, y downwards */
} DlMapPoint;

typedef struct
{
  guint32 first_point;
  guint32 n_points;
  DlMapPoint low, high; /* bounds, both ends included */
} DlMapRing;

typedef struct
{
  guint32 first_ring;
  guint32 n_rings;
} DlMapRange;

typedef struct
{
  char code[4];         /* ISO 3166-1 alpha-2, ends in NUL; empty: land of no country */
  DlMapPoint label;     /* the land's point farthest from its edges, or where a dot stands for it */
  DlMapPoint low, high; /* bounds of the main part; of a country without a shape its label */
  DlMapRange rings[DL_N_MAP_DETAILS];
} DlMapRecord;

typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 length; /* of the file, in bytes */
  guint32 n_countries;
  guint32 n_rings;
  guint32 n_points;
  guint32 unused;
  DlMapRange lines[DL_N_MAP_DETAILS];
} DlMapHeader;

G_STATIC_ASSERT (sizeof (DlMapPoint) == 4);
G_STATIC_ASSERT (sizeof (DlMapRing) == 16);
G_STATIC_ASSERT (sizeof (DlMapRecord) == 32);
G_STATIC_ASSERT (sizeof (DlMapHeader) == 48);

G_END_DECLS
