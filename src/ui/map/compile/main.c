/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "main-part.h"
#include "pole.h"
#include "seam.h"

/* Run by the build: world-110m.json world-50m.json points.tsv → map.dat (map-format.h). */

typedef struct
{
  GArray *countries; /* of DlMapRecord, sorted by code */
  GArray *rings;     /* of DlMapRing */
  GArray *points;    /* of DlMapPoint */
  DlMapRange lines[DL_N_MAP_DETAILS];
} Pack;

static DlMapPoint
project (Degrees degrees)
{
  double x, y;

  dl_equal_earth_forward (degrees.lon, degrees.lat, &x, &y);

  return (DlMapPoint){ lround (x / DL_MAP_GRID), lround (-y / DL_MAP_GRID) };
}

/* Adds what is left of a ring or line on the grid, if it still has @least points. */
static void
add_ring (Pack *pack, GArray *degrees, guint least)
{
  DlMapRing ring = { .first_point = pack->points->len };
  DlMapPoint last = { 0, 0 };

  ring.low = (DlMapPoint){ G_MAXINT16, G_MAXINT16 };
  ring.high = (DlMapPoint){ G_MININT16, G_MININT16 };
  for (guint i = 0; i < degrees->len; i++)
    {
      DlMapPoint point = project (g_array_index (degrees, Degrees, i));

      if (i > 0 && point.x == last.x && point.y == last.y)
        continue;
      last = point;
      g_array_append_val (pack->points, point);
      ring.low = (DlMapPoint){ MIN (ring.low.x, point.x), MIN (ring.low.y, point.y) };
      ring.high = (DlMapPoint){ MAX (ring.high.x, point.x), MAX (ring.high.y, point.y) };
    }

  ring.n_points = pack->points->len - ring.first_point;
  if (ring.n_points >= least)
    g_array_append_val (pack->rings, ring);
  else
    g_array_set_size (pack->points, ring.first_point);
}

static DlMapRange
add_feature (Pack *pack, Topology *topology, Feature *feature)
{
  DlMapRange range = { .first_ring = pack->rings->len };

  for (guint i = 0; i < feature->rings->len; i++)
    {
      g_autoptr (GArray) ring = topology_join_ring (topology, feature->rings->pdata[i]);
      g_autoptr (GPtrArray) pieces = seam_cut_ring (ring);

      for (guint j = 0; j < pieces->len; j++)
        add_ring (pack, pieces->pdata[j], 3);
    }
  range.n_rings = pack->rings->len - range.first_ring;

  return range;
}

static DlMapRecord *
find_country (Pack *pack, const char *code)
{
  for (guint i = 0; i < pack->countries->len; i++)
    {
      DlMapRecord *record = &g_array_index (pack->countries, DlMapRecord, i);

      if (g_str_equal (record->code, code))
        return record;
    }

  return NULL;
}

static void
add_features (Pack *pack, Topology *topology, DlMapDetail detail)
{
  for (guint i = 0; i < topology->features->len; i++)
    {
      Feature *feature = topology->features->pdata[i];
      DlMapRecord *record = find_country (pack, feature->code);

      if (record == NULL)
        g_error ("“%s” has a shape but no point", feature->code);
      record->rings[detail] = add_feature (pack, topology, feature);
    }
}

/* Whose arc it is: the first feature that uses it, and whether another does too. */
static void
note_owners (Topology *topology, Feature **owners, gboolean *shared)
{
  for (guint i = 0; i < topology->features->len; i++)
    {
      Feature *feature = topology->features->pdata[i];

      for (guint j = 0; j < feature->rings->len; j++)
        {
          GArray *ring = feature->rings->pdata[j];

          for (guint k = 0; k < ring->len; k++)
            {
              int arc = g_array_index (ring, int, k);

              arc = arc < 0 ? ~arc : arc;
              if (owners[arc] == NULL)
                owners[arc] = feature;
              shared[arc] |= owners[arc] != feature;
            }
        }
    }
}

static void
add_borders (Pack *pack, Topology *topology, DlMapDetail detail)
{
  g_autofree Feature **owners = g_new0 (Feature *, topology->arcs->len);
  g_autofree gboolean *shared = g_new0 (gboolean, topology->arcs->len);

  note_owners (topology, owners, shared);
  pack->lines[detail].first_ring = pack->rings->len;
  for (guint i = 0; i < topology->arcs->len; i++)
    {
      g_autoptr (GPtrArray) pieces = NULL;

      if (!shared[i])
        continue;
      pieces = seam_cut_line (topology->arcs->pdata[i]);
      for (guint j = 0; j < pieces->len; j++)
        add_ring (pack, pieces->pdata[j], 2);
    }
  pack->lines[detail].n_rings = pack->rings->len - pack->lines[detail].first_ring;
}

static int
compare_code (gconstpointer a, gconstpointer b)
{
  return strcmp (((const DlMapRecord *) a)->code, ((const DlMapRecord *) b)->code);
}

/* Every country has a point: the table says which countries there are. */
static gboolean
add_points (Pack *pack, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  DlMapRecord nobody = { .code = "" };

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;

  g_array_append_val (pack->countries, nobody);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      DlMapRecord record = { .code = "" };
      Degrees point;

      g_assert (g_strv_length (cells) == 3 && strlen (cells[0]) == 2);
      memcpy (record.code, cells[0], 2);
      point.lon = dl_map_relative_longitude (g_ascii_strtod (cells[1], NULL));
      point.lat = g_ascii_strtod (cells[2], NULL);
      record.label = record.low = record.high = project (point);
      g_array_append_val (pack->countries, record);
    }
  g_array_sort (pack->countries, compare_code);

  return TRUE;
}

static void
finish_countries (Pack *pack)
{
  for (guint i = 0; i < pack->countries->len; i++)
    {
      DlMapRecord *record = &g_array_index (pack->countries, DlMapRecord, i);
      DlMapRange fine = record->rings[DL_MAP_FINE];

      if (record->rings[DL_MAP_COARSE].n_rings == 0)
        record->rings[DL_MAP_COARSE] = fine;
      if (fine.n_rings > 0)
        {
          const DlMapRing *rings = &g_array_index (pack->rings, DlMapRing, fine.first_ring);
          const DlMapPoint *points = (const DlMapPoint *) pack->points->data;

          main_part_find (rings, fine.n_rings, points, &record->low, &record->high);
          record->label = pole_find (rings, fine.n_rings, points);
        }
    }
}

static void
append (GByteArray *out, GArray *array)
{
  g_byte_array_append (out, (const guint8 *) array->data,
                       array->len * g_array_get_element_size (array));
}

static gboolean
write_pack (Pack *pack, const char *path, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  DlMapHeader header = { .magic = DL_MAP_MAGIC, .byte_order = DL_MAP_BYTE_ORDER };

  header.n_countries = pack->countries->len;
  header.n_rings = pack->rings->len;
  header.n_points = pack->points->len;
  memcpy (header.lines, pack->lines, sizeof header.lines);
  g_byte_array_append (out, (const guint8 *) &header, sizeof header);
  append (out, pack->countries);
  append (out, pack->rings);
  append (out, pack->points);
  ((DlMapHeader *) out->data)->length = out->len;

  return g_file_set_contents (path, (const char *) out->data, out->len, error);
}

static gboolean
compile (Pack *pack, char **inputs, GError **error)
{
  if (!add_points (pack, inputs[DL_N_MAP_DETAILS], error))
    return FALSE;

  for (guint detail = 0; detail < DL_N_MAP_DETAILS; detail++)
    {
      g_autoptr (Topology) topology = topology_load (inputs[detail], error);

      if (topology == NULL)
        return FALSE;
      add_features (pack, topology, detail);
      add_borders (pack, topology, detail);
    }
  finish_countries (pack);

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GArray) countries = g_array_new (FALSE, TRUE, sizeof (DlMapRecord));
  g_autoptr (GArray) rings = g_array_new (FALSE, TRUE, sizeof (DlMapRing));
  g_autoptr (GArray) points = g_array_new (FALSE, TRUE, sizeof (DlMapPoint));
  g_autoptr (GError) error = NULL;
  Pack pack = { .countries = countries, .rings = rings, .points = points };

  if (argc != 5)
    {
      g_printerr ("Usage: map-compile COARSE.json FINE.json POINTS.tsv OUTPUT\n");
      return EXIT_FAILURE;
    }
  if (!compile (&pack, argv + 1, &error) || !write_pack (&pack, argv[4], &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
