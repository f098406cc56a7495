/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-labels.h"

#include <math.h>

/* Places names on the map, the weightiest first, each where it meets no other one and no dot:
 * within its country where that is wide enough, else beside it; else not at all.
 *
 * 1. No two labels overlap, and none is cut by the edge of what the reader sees.
 * 2. What the article is about comes before what only lies there: first what is selected, then
 *    places and countries by part, larger before smaller.
 * 3. Land of no part is named only close by, and only where its name fits into it. */

/* Left free about a name. */
#define GAP_PX 2.0

/* Between a point and the name beside it. */
#define OFF_PX 5.0

#define HALO_WIDTH_PX 3.0

/* How far a name may reach beyond its country and still be said to lie in it: one that the
 * article tells of, and any other one. */
#define OVERHANG_TOLD 1.5
#define OVERHANG 1.15

typedef struct
{
  PangoLayout *layout; /* borrowed from the texts */
  DlMapBox box;        /* pixels of the picture */
  gboolean strong;     /* the article is about it */
} Label;

/**
 * Candidate:
 * @rank: the least is placed first
 * @size: pixels, of the land
 * @beside: whether it may stand beside its point
 */
typedef struct
{
  const char *name;
  guint rank;
  double x, y; /* pixels */
  double width, height;
  double size;
  gboolean beside;
  gboolean within;
} Candidate;

enum
{
  RANK_SELECTED,
  RANK_PLACE = 2, /* after the countries that act */
  RANK_LAND = 2 + DL_N_PARTS + 1
};

typedef struct
{
  DlMapLabels *labels;
  const DlMapPicture *picture;
  const DlMapCamera *camera;
  const DlMapNames *names;
  GArray *candidates; /* of Candidate */
  GArray *obstacles;  /* of DlMapBox: dots and points */
} Placing;

void
dl_map_labels_clear (DlMapLabels *self)
{
  g_clear_pointer (&self->placed, g_array_unref);
  dl_map_label_text_clear (&self->texts);
}

static DlMapBox
get_box_about (double x, double y, double width, double height)
{
  return (DlMapBox){ x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static gboolean
overlaps (DlMapBox a, DlMapBox b)
{
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static gboolean
contains (DlMapBox a, DlMapBox b)
{
  return b.x0 >= a.x0 && b.x1 <= a.x1 && b.y0 >= a.y0 && b.y1 <= a.y1;
}

static guint
get_country_rank (const DlMapLook *look)
{
  if (look->selected)
    return RANK_SELECTED;
  if (look->part == DL_N_PARTS)
    return RANK_LAND;

  return look->part == DL_PART_ACTS ? RANK_SELECTED + 1 : RANK_PLACE + look->part;
}

static void
add_country (Placing *self, guint country)
{
  const DlMapLook *look = &self->picture->looks[country];
  DlMapBox box = dl_map_shapes_get_main_box (self->picture->shapes, country);
  Candidate candidate = { .name = self->names->countries[country] };

  if (candidate.name == NULL || (look->part == DL_N_PARTS && !look->selected &&
                                 dl_map_camera_get_detail (self->camera) == DL_MAP_COARSE))
    return;

  candidate.rank = get_country_rank (look);
  candidate.width = (box.x1 - box.x0) * self->camera->scale;
  candidate.height = (box.y1 - box.y0) * self->camera->scale;
  candidate.size = MAX (candidate.width, candidate.height);
  candidate.within = !dl_map_is_dot (self->picture->shapes, country, self->camera);
  candidate.beside = look->selected || look->part <= DL_PART_NAMED ||
                     (look->part < DL_N_PARTS && !candidate.within &&
                      dl_map_camera_get_detail (self->camera) == DL_MAP_FINE);
  dl_map_shapes_get_label (self->picture->shapes, country, &candidate.x, &candidate.y);
  dl_map_camera_to_view (self->camera, candidate.x, candidate.y, &candidate.x, &candidate.y);
  g_array_append_val (self->candidates, candidate);

  if (!candidate.within && dl_map_look_stands_out (look))
    {
      DlMapBox dot = get_box_about (candidate.x, candidate.y, 2 * OFF_PX, 2 * OFF_PX);

      g_array_append_val (self->obstacles, dot);
    }
}

static void
add_place (Placing *self, const DlMapCluster *cluster)
{
  const DlMapPlace *place = &g_array_index (self->picture->places, DlMapPlace, cluster->place);
  DlMapBox dot = get_box_about (cluster->x_px, cluster->y_px, 2 * DL_MAP_PLACE_RADIUS_PX,
                                2 * DL_MAP_PLACE_RADIUS_PX);
  Candidate candidate = { .name = cluster->label, .x = cluster->x_px, .y = cluster->y_px };

  candidate.rank = place->selected ? RANK_SELECTED : RANK_PLACE;
  candidate.size = place->n_mentions;
  candidate.beside = TRUE;
  g_array_append_val (self->candidates, candidate);
  g_array_append_val (self->obstacles, dot);
}

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;

  return (first->size < second->size) - (first->size > second->size);
}

static gboolean
is_free (Placing *self, DlMapBox box)
{
  DlMapBox view = self->names->view;

  if (overlaps (box, view) && !contains (view, box))
    return FALSE;

  for (guint i = 0; i < self->obstacles->len; i++)
    if (overlaps (box, g_array_index (self->obstacles, DlMapBox, i)))
      return FALSE;
  for (guint i = 0; i < self->labels->placed->len; i++)
    if (overlaps (box, g_array_index (self->labels->placed, Label, i).box))
      return FALSE;

  return TRUE;
}

static gboolean
try_at (Placing *self, const Candidate *candidate, PangoLayout *layout, DlMapBox box)
{
  Label label = { layout, box, candidate->rank < RANK_LAND };

  if (!is_free (self, box))
    return FALSE;

  g_array_append_val (self->labels->placed, label);

  return TRUE;
}

/* Right, left, above, below. */
static gboolean
try_beside (Placing *self, const Candidate *at, PangoLayout *layout, double width, double height)
{
  static const int sides[][2] = { { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 } };
  double away_x = MAX (at->width / 2, OFF_PX) + GAP_PX + width / 2;
  double away_y = MAX (at->height / 2, OFF_PX) + GAP_PX + height / 2;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (try_at (self, at, layout,
                get_box_about (at->x + sides[i][0] * away_x, at->y + sides[i][1] * away_y, width,
                               height)))
      return TRUE;

  return FALSE;
}

static void
place (Placing *self, const Candidate *candidate)
{
  PangoLayout *layout =
    dl_map_label_text_get (&self->labels->texts, self->names->context, candidate->name);
  double overhang = candidate->rank < RANK_LAND ? OVERHANG_TOLD : OVERHANG;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  width += 2 * GAP_PX;
  if (candidate->within && width <= candidate->width * overhang &&
      height <= candidate->height * overhang &&
      try_at (self, candidate, layout, get_box_about (candidate->x, candidate->y, width, height)))
    return;

  if (candidate->beside)
    try_beside (self, candidate, layout, width, height);
}

/**
 * dl_map_labels_place:
 * @camera: of the whole picture
 *
 * Chooses which names the picture shows, and where.
 */
void
dl_map_labels_place (DlMapLabels *self,
                     const DlMapPicture *picture,
                     const DlMapCamera *camera,
                     const DlMapNames *names)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (DlMapBox));
  Placing placing = { self, picture, camera, names, candidates, obstacles };
  guint n_countries = dl_map_shapes_get_n_countries (picture->shapes);

  g_clear_pointer (&self->placed, g_array_unref);
  self->placed = g_array_new (FALSE, FALSE, sizeof (Label));
  dl_map_label_text_set_context (&self->texts, names->context);

  for (guint i = 0; i < n_countries; i++)
    add_country (&placing, i);
  for (guint i = 0; picture->clusters != NULL && i < picture->clusters->len; i++)
    add_place (&placing, &g_array_index (picture->clusters, DlMapCluster, i));

  g_array_sort (candidates, compare_weight);
  for (guint i = 0; i < candidates->len; i++)
    place (&placing, &g_array_index (candidates, Candidate, i));
}

/**
 * dl_map_labels_paint:
 * @cr: that of the picture
 *
 * Each name over a halo, so that it can be read on any fill.
 */
void
dl_map_labels_paint (const DlMapLabels *self, const DlMapPalette *palette, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO_WIDTH_PX);
  for (guint i = 0; i < dl_map_labels_get_n_placed (self); i++)
    {
      const Label *label = &g_array_index (self->placed, Label, i);

      cairo_new_path (cr);
      cairo_move_to (cr, round (label->box.x0 + GAP_PX), round (label->box.y0));
      pango_cairo_layout_path (cr, label->layout);
      dl_map_palette_set_color (cr, palette->halo);
      cairo_stroke (cr);
      cairo_move_to (cr, round (label->box.x0 + GAP_PX), round (label->box.y0));
      dl_map_palette_set_color (cr, label->strong ? palette->outline : palette->name);
      pango_cairo_show_layout (cr, label->layout);
    }
  cairo_restore (cr);
}

guint
dl_map_labels_get_n_placed (const DlMapLabels *self)
{
  return self->placed != NULL ? self->placed->len : 0;
}

/**
 * dl_map_labels_get_box:
 *
 * Returns: what the label takes up, in pixels of the picture
 */
DlMapBox
dl_map_labels_get_box (const DlMapLabels *self, guint position)
{
  return g_array_index (self->placed, Label, position).box;
}

const char *
dl_map_labels_get_text (const DlMapLabels *self, guint position)
{
  return pango_layout_get_text (g_array_index (self->placed, Label, position).layout);
}
