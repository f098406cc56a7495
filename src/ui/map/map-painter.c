/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-painter.h"

#include <math.h>

/* Draws the map with cairo: the land of each part as one path, the borders over it, then
 * the dots of the states that are too small to be seen, and the outlines of what is selected.
 * Nothing here knows of widgets. */

/* Points closer to the last one than this are not drawn, nor rings of this size. */
#define LEAST_STEP_PX 0.6

/* A country whose main part is smaller than this both ways gets a dot. */
#define DOT_BELOW_PX 7
#define DOT_RADIUS_PX 4

#define LIT_WIDTH_PX 1.6
#define SELECTED_WIDTH_PX 2.6
#define BLOC_WIDTH_PX 2.0
#define HALO_PX 2.4

typedef struct
{
  const DlMapPicture *picture;
  const DlMapCamera *camera;
  DlMapDetail detail;
  cairo_t *cr;
  double step; /* pixels for a step of the grid */
  double x, y; /* where the grid's origin is, in pixels */
} Painter;

static gboolean
is_seen (const Painter *self, const DlMapRing *ring)
{
  double left = ring->low.x * self->step + self->x, right = ring->high.x * self->step + self->x;
  double top = ring->low.y * self->step + self->y, bottom = ring->high.y * self->step + self->y;

  return right >= 0 && left <= self->camera->width_px && bottom >= 0 &&
         top <= self->camera->height_px &&
         (right - left >= LEAST_STEP_PX || bottom - top >= LEAST_STEP_PX);
}

static void
add_path (const Painter *self, const DlMapRing *ring, gboolean closed)
{
  const DlMapPoint *points = dl_map_shapes_get_points (self->picture->shapes, ring);
  double last_x = points[0].x * self->step + self->x, last_y = points[0].y * self->step + self->y;

  cairo_move_to (self->cr, last_x, last_y);
  for (guint i = 1; i < ring->n_points; i++)
    {
      double x = points[i].x * self->step + self->x, y = points[i].y * self->step + self->y;

      if (i + 1 < ring->n_points && fabs (x - last_x) + fabs (y - last_y) < LEAST_STEP_PX)
        continue;
      cairo_line_to (self->cr, x, y);
      last_x = x;
      last_y = y;
    }
  if (closed)
    cairo_close_path (self->cr);
}

static void
add_country (const Painter *self, guint country)
{
  guint n_rings;
  const DlMapRing *rings =
    dl_map_shapes_get_rings (self->picture->shapes, country, self->detail, &n_rings);

  for (guint i = 0; i < n_rings; i++)
    if (is_seen (self, &rings[i]))
      add_path (self, &rings[i], TRUE);
}

static void
fill_land (const Painter *self, GCancellable *cancellable)
{
  guint n_countries = dl_map_shapes_get_n_countries (self->picture->shapes);

  for (guint fill = 0; fill <= DL_MAP_FILL_LAND && !g_cancellable_is_cancelled (cancellable);
       fill++)
    {
      for (guint i = 0; i < n_countries; i++)
        if (self->picture->looks[i].fill == fill)
          add_country (self, i);
      dl_map_palette_fill (self->picture->palette, self->cr, fill);
    }
}

static void
stroke_borders (const Painter *self)
{
  guint n_lines;
  const DlMapRing *lines = dl_map_shapes_get_lines (self->picture->shapes, self->detail, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    if (is_seen (self, &lines[i]))
      add_path (self, &lines[i], FALSE);
  dl_map_palette_set_color (self->cr, self->picture->palette->border);
  cairo_set_line_width (self->cr, self->picture->palette->border_px);
  cairo_stroke (self->cr);
}

static void
stroke_outline (const Painter *self, guint country, double width_px)
{
  add_country (self, country);
  dl_map_palette_set_color (self->cr, self->picture->palette->halo);
  cairo_set_line_width (self->cr, width_px + HALO_PX);
  cairo_stroke_preserve (self->cr);
  dl_map_palette_set_color (self->cr, self->picture->palette->outline);
  cairo_set_line_width (self->cr, width_px);
  cairo_stroke (self->cr);
}

/* About all members together: a line along each of them, and then what of it lies within the
 * bloc is taken away. */
static void
stroke_bloc (const Painter *self)
{
  guint n_countries = dl_map_shapes_get_n_countries (self->picture->shapes);
  gboolean any = FALSE;

  for (guint i = 0; i < n_countries; i++)
    if (self->picture->looks[i].member)
      {
        add_country (self, i);
        any = TRUE;
      }
  if (!any)
    return;

  cairo_push_group (self->cr);
  dl_map_palette_set_color (self->cr, self->picture->palette->halo);
  cairo_set_line_width (self->cr, 2 * BLOC_WIDTH_PX + HALO_PX);
  cairo_stroke_preserve (self->cr);
  dl_map_palette_set_color (self->cr, self->picture->palette->outline);
  cairo_set_line_width (self->cr, 2 * BLOC_WIDTH_PX);
  cairo_stroke_preserve (self->cr);
  cairo_set_operator (self->cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill (self->cr);
  cairo_pop_group_to_source (self->cr);
  cairo_set_operator (self->cr, CAIRO_OPERATOR_OVER);
  cairo_paint (self->cr);
}

/* A pattern cannot be told apart on a dot: a ring of its ink about its ground. */
static void
fill_dot (const Painter *self, guint fill, double x, double y)
{
  const DlMapPalette *palette = self->picture->palette;

  cairo_arc (self->cr, x, y, DOT_RADIUS_PX, 0, 2 * G_PI);
  dl_map_palette_set_color (self->cr, dl_map_palette_get_ink (palette, fill));
  cairo_fill (self->cr);
  cairo_arc (self->cr, x, y, DOT_RADIUS_PX / 2.0, 0, 2 * G_PI);
  dl_map_palette_set_color (self->cr, dl_map_palette_get_ground (palette, fill));
  cairo_fill (self->cr);
}

static void
draw_dot (const Painter *self, guint country)
{
  const DlMapLook *look = &self->picture->looks[country];
  double x, y,
    width_px = look->selected               ? SELECTED_WIDTH_PX
               : look->lit && !look->member ? LIT_WIDTH_PX
                                            : 0;

  dl_map_shapes_get_label (self->picture->shapes, country, &x, &y);
  dl_map_camera_to_view (self->camera, x, y, &x, &y);

  cairo_arc (self->cr, x, y, DOT_RADIUS_PX + width_px + HALO_PX / 2, 0, 2 * G_PI);
  dl_map_palette_set_color (self->cr, self->picture->palette->halo);
  cairo_fill (self->cr);
  if (width_px > 0)
    {
      cairo_arc (self->cr, x, y, DOT_RADIUS_PX + width_px, 0, 2 * G_PI);
      dl_map_palette_set_color (self->cr, self->picture->palette->outline);
      cairo_fill (self->cr);
    }
  fill_dot (self, look->fill, x, y);
}

static void
draw_above (const Painter *self)
{
  const DlMapLook *looks = self->picture->looks;
  guint n_countries = dl_map_shapes_get_n_countries (self->picture->shapes);

  stroke_bloc (self);
  for (guint i = 0; i < n_countries; i++)
    if (looks[i].lit && !looks[i].selected && !looks[i].member)
      stroke_outline (self, i, LIT_WIDTH_PX);
  for (guint i = 0; i < n_countries; i++)
    if (looks[i].selected)
      stroke_outline (self, i, SELECTED_WIDTH_PX);
  for (guint i = 0; i < n_countries; i++)
    if (dl_map_look_stands_out (&looks[i]) &&
        dl_map_is_dot (self->picture->shapes, i, self->camera))
      draw_dot (self, i);
}

static Painter
begin (const DlMapPicture *picture, const DlMapCamera *camera, cairo_t *cr)
{
  Painter self = { picture, camera, dl_map_camera_get_detail (camera), cr };

  self.step = DL_MAP_GRID * camera->scale;
  dl_map_camera_to_view (camera, 0, 0, &self.x, &self.y);

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);

  return self;
}

/**
 * dl_map_paint_land:
 * @cancellable: (nullable): stops between two steps
 * @cr: a context whose origin is the view's, in its pixels
 *
 * Sea, countries and borders.
 */
void
dl_map_paint_land (const DlMapPicture *picture,
                   const DlMapCamera *camera,
                   GCancellable *cancellable,
                   cairo_t *cr)
{
  Painter self = begin (picture, camera, cr);

  dl_map_palette_set_color (cr, picture->palette->sea);
  cairo_paint (cr);
  fill_land (&self, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    stroke_borders (&self);
  cairo_restore (cr);
}

/**
 * dl_map_paint_marks:
 * @cr: as above
 *
 * What lies on the land: the outlines of what is selected, and the dots of small states.
 */
void
dl_map_paint_marks (const DlMapPicture *picture, const DlMapCamera *camera, cairo_t *cr)
{
  Painter self = begin (picture, camera, cr);

  draw_above (&self);
  cairo_restore (cr);
}

/**
 * dl_map_look_stands_out:
 *
 * Returns: whether the country matters now, so that it gets a dot where it is too small; a
 *   dot for every islet would hide what is about it
 */
gboolean
dl_map_look_stands_out (const DlMapLook *look)
{
  return look->part < DL_N_PARTS || look->lit || look->selected || look->member;
}

/**
 * dl_map_is_dot:
 *
 * Returns: whether the country is too small to be seen from here, or has no shape
 */
gboolean
dl_map_is_dot (DlMapShapes *shapes, guint country, const DlMapCamera *camera)
{
  DlMapBox box = dl_map_shapes_get_main_box (shapes, country);

  return !dl_map_shapes_has_shape (shapes, country) ||
         MAX (box.x1 - box.x0, box.y1 - box.y0) * camera->scale < DOT_BELOW_PX;
}
