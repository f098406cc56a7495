/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-shapes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* The world's countries as shapes, read from map.dat in place: nothing is copied, and no
 * page of the file is touched before it is drawn.  All that is read later is checked in
 * dl_map_shapes_new(). */

struct _DlMapShapes
{
  GObject parent_instance;

  GBytes *bytes;
  /* All of them point into @bytes. */
  const DlMapHeader *header;
  const DlMapRecord *countries;
  const DlMapRing *rings;
  const DlMapPoint *points;
};

G_DEFINE_FINAL_TYPE (DlMapShapes, dl_map_shapes, G_TYPE_OBJECT)

static gboolean
range_fits (DlMapRange range, guint32 n_rings)
{
  return range.first_ring <= n_rings && range.n_rings <= n_rings - range.first_ring;
}

static gboolean
check_header (const DlMapHeader *header, gsize size)
{
  guint64 length;

  if (size < sizeof *header || memcmp (header->magic, DL_MAP_MAGIC, sizeof header->magic) != 0 ||
      header->byte_order != DL_MAP_BYTE_ORDER)
    return FALSE;

  length = sizeof *header + header->n_countries * (guint64) sizeof (DlMapRecord) +
           header->n_rings * (guint64) sizeof (DlMapRing) +
           header->n_points * (guint64) sizeof (DlMapPoint);

  return length == size && header->length == size;
}

static gboolean
check_countries (DlMapShapes *self)
{
  const char *previous = NULL;

  for (guint i = 0; i < self->header->n_countries; i++)
    {
      const DlMapRecord *country = &self->countries[i];

      if (country->code[3] != '\0' || (previous != NULL && strcmp (previous, country->code) >= 0))
        return FALSE;
      for (guint detail = 0; detail < DL_N_MAP_DETAILS; detail++)
        if (!range_fits (country->rings[detail], self->header->n_rings))
          return FALSE;
      previous = country->code;
    }

  return TRUE;
}

static gboolean
check_rings (DlMapShapes *self)
{
  guint32 n_points = self->header->n_points;

  for (guint detail = 0; detail < DL_N_MAP_DETAILS; detail++)
    if (!range_fits (self->header->lines[detail], self->header->n_rings))
      return FALSE;

  for (guint i = 0; i < self->header->n_rings; i++)
    {
      const DlMapRing *ring = &self->rings[i];

      if (ring->n_points < 2 || ring->first_point > n_points ||
          ring->n_points > n_points - ring->first_point)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_bytes (DlMapShapes *self)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);

  self->header = (const DlMapHeader *) data;
  if ((gsize) data % sizeof (guint32) != 0 || !check_header (self->header, size))
    return FALSE;

  self->countries = (const DlMapRecord *) (self->header + 1);
  self->rings = (const DlMapRing *) (self->countries + self->header->n_countries);
  self->points = (const DlMapPoint *) (self->rings + self->header->n_rings);

  return check_countries (self) && check_rings (self);
}

static void
dl_map_shapes_finalize (GObject *object)
{
  DlMapShapes *self = DL_MAP_SHAPES (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (dl_map_shapes_parent_class)->finalize (object);
}

static void
dl_map_shapes_class_init (DlMapShapesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_map_shapes_finalize;
}

static void
dl_map_shapes_init (DlMapShapes *self)
{
}

/**
 * dl_map_shapes_new:
 * @bytes: the content of a map.dat, at an address that four divides
 *
 * Returns: (transfer full): the shapes, which hold @bytes; or %NULL with %DL_ERROR_DATA when
 *   they are no map, are cut short, or come from another version or byte order
 */
DlMapShapes *
dl_map_shapes_new (GBytes *bytes, GError **error)
{
  g_autoptr (DlMapShapes) self = g_object_new (DL_TYPE_MAP_SHAPES, NULL);

  self->bytes = g_bytes_ref (bytes);
  if (!read_bytes (self))
    {
      g_set_error_literal (
        error, DL_ERROR, DL_ERROR_DATA,
        _ ("The file with the shapes of the countries is damaged or of another version."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * dl_map_shapes_open:
 * @path: a map.dat
 *
 * Maps the file into memory.
 *
 * Returns: (transfer full): the shapes, or %NULL with %DL_ERROR_DATA when the file is missing
 *   or not such a file
 */
DlMapShapes *
dl_map_shapes_open (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &local_error);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_DATA,
                   _ ("The file with the shapes of the countries cannot be read: %s"),
                   local_error->message);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);

  return dl_map_shapes_new (bytes, error);
}

guint
dl_map_shapes_get_n_countries (DlMapShapes *self)
{
  return self->header->n_countries;
}

static int
compare_code (gconstpointer key, gconstpointer record)
{
  return strcmp (key, ((const DlMapRecord *) record)->code);
}

/**
 * dl_map_shapes_find:
 * @code: ISO 3166-1 alpha-2
 *
 * Returns: the country's index, or %DL_NONE
 */
guint
dl_map_shapes_find (DlMapShapes *self, const char *code)
{
  const DlMapRecord *record =
    bsearch (code, self->countries, self->header->n_countries, sizeof (DlMapRecord), compare_code);

  return record == NULL ? DL_NONE : record - self->countries;
}

/**
 * dl_map_shapes_get_code:
 *
 * Returns: the country's code; “” for land that belongs to none
 */
const char *
dl_map_shapes_get_code (DlMapShapes *self, guint country)
{
  g_return_val_if_fail (country < self->header->n_countries, NULL);

  return self->countries[country].code;
}

/**
 * dl_map_shapes_get_main_box:
 *
 * Returns: the bounds of the part of the country that people mean by it, without far
 *   islands and departments; a point for a country without a shape
 */
DlMapBox
dl_map_shapes_get_main_box (DlMapShapes *self, guint country)
{
  const DlMapRecord *record = &self->countries[country];

  return (DlMapBox){ record->low.x * DL_MAP_GRID, record->low.y * DL_MAP_GRID,
                     record->high.x * DL_MAP_GRID, record->high.y * DL_MAP_GRID };
}

/**
 * dl_map_shapes_get_label:
 * @x: (out): map units
 * @y: (out): map units
 *
 * The point that stands for the country where its shape is too small or missing.
 */
void
dl_map_shapes_get_label (DlMapShapes *self, guint country, double *x, double *y)
{
  *x = self->countries[country].label.x * DL_MAP_GRID;
  *y = self->countries[country].label.y * DL_MAP_GRID;
}

gboolean
dl_map_shapes_has_shape (DlMapShapes *self, guint country)
{
  return self->countries[country].rings[DL_MAP_FINE].n_rings > 0;
}

/**
 * dl_map_shapes_get_rings:
 * @n_rings: (out): how many
 *
 * Returns: (array length=n_rings): the country's rings, to be filled together, even-odd
 */
const DlMapRing *
dl_map_shapes_get_rings (DlMapShapes *self, guint country, DlMapDetail detail, guint *n_rings)
{
  DlMapRange range = self->countries[country].rings[detail];

  *n_rings = range.n_rings;

  return self->rings + range.first_ring;
}

/**
 * dl_map_shapes_get_lines:
 * @n_lines: (out): how many
 *
 * Returns: (array length=n_lines): the borders between countries, open, each once
 */
const DlMapRing *
dl_map_shapes_get_lines (DlMapShapes *self, DlMapDetail detail, guint *n_lines)
{
  DlMapRange range = self->header->lines[detail];

  *n_lines = range.n_rings;

  return self->rings + range.first_ring;
}

const DlMapPoint *
dl_map_shapes_get_points (DlMapShapes *self, const DlMapRing *ring)
{
  return self->points + ring->first_point;
}

/* Casts a ray to the right and counts the edges it meets (Shimrat, “Algorithm 112: Position
 * of point relative to polygon”, Communications of the ACM 5 (8), 1962). */
static gboolean
ring_has (const DlMapPoint *points, guint n_points, double x, double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      const DlMapPoint *a = &points[i], *b = &points[j];

      if ((a->y > y) != (b->y > y) &&
          x < (double) (b->x - a->x) * (y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}

static gboolean
country_has (DlMapShapes *self, guint country, double x, double y)
{
  gboolean inside = FALSE;
  guint n_rings;
  const DlMapRing *rings = dl_map_shapes_get_rings (self, country, DL_MAP_FINE, &n_rings);

  for (guint i = 0; i < n_rings; i++)
    {
      const DlMapRing *ring = &rings[i];

      if (x >= ring->low.x && x <= ring->high.x && y >= ring->low.y && y <= ring->high.y &&
          ring_has (dl_map_shapes_get_points (self, ring), ring->n_points, x, y))
        inside = !inside;
    }

  return inside;
}

/**
 * dl_map_shapes_find_at:
 * @x: map units
 * @y: map units
 *
 * Returns: the country whose fine shape covers the point, or %DL_NONE: sea, or land of none
 */
guint
dl_map_shapes_find_at (DlMapShapes *self, double x, double y)
{
  for (guint i = 0; i < self->header->n_countries; i++)
    if (self->countries[i].code[0] != '\0' &&
        country_has (self, i, x / DL_MAP_GRID, y / DL_MAP_GRID))
      return i;

  return DL_NONE;
}

gboolean
dl_map_box_is_empty (DlMapBox box)
{
  return box.x1 < box.x0;
}

DlMapBox
dl_map_box_union (DlMapBox a, DlMapBox b)
{
  return (DlMapBox){ MIN (a.x0, b.x0), MIN (a.y0, b.y0), MAX (a.x1, b.x1), MAX (a.y1, b.y1) };
}
