/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-cache.h"

#include <math.h>

/* The picture's sides in those of the widget. */
#define MARGIN 1.5

/* Above 12 million pixels (48 MB) the margin gives way. */
#define MAX_PIXELS 12e6

/* The copy is handed to GTK in bands: its cairo renderer copies each node through a picture of
 * its own, and one as large as the view is new memory for every frame (measured: 2.7 times
 * the work of an empty widget; in bands, 1.0). */
#define BAND_PX 64
/* Where the view stands between pixels the edges of bands are smoothed; they cover each other. */
#define OVERLAP_PX 2

/* How far a copy may be stretched before it must be drawn anew. */
#define MAX_STRETCH 2.5

static double
choose_margin (const DlMapCamera *camera, int scale_factor)
{
  double pixels = camera->width_px * camera->height_px * scale_factor * scale_factor;

  return CLAMP (sqrt (MAX_PIXELS / pixels), 1, MARGIN);
}

static void
drop_surface (DlMapCache *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

void
dl_map_cache_clear (DlMapCache *self)
{
  drop_surface (self);
  dl_map_labels_clear (&self->labels);
}

/* What the widget shows of the picture, in pixels of the latter. */
static DlMapBox
get_view (const DlMapCache *self, const DlMapCamera *camera)
{
  double x = (self->camera.width_px - camera->width_px) / 2;
  double y = (self->camera.height_px - camera->height_px) / 2;

  return (DlMapBox){ x, y, x + camera->width_px, y + camera->height_px };
}

static void
paint (DlMapCache *self,
       const DlMapPicture *picture,
       const DlMapCamera *camera,
       const DlMapNames *names,
       cairo_t *cr)
{
  dl_map_paint (picture, &self->camera, dl_map_camera_get_detail (camera), cr);
  dl_map_places_paint (picture->places, picture->clusters, picture->palette, cr);
  dl_map_labels_place (&self->labels, picture, &self->camera, names);
  dl_map_labels_paint (&self->labels, picture->palette, cr);
}

/**
 * dl_map_cache_draw:
 * @scene: with its looks, places and names made
 * @camera: of the widget
 * @context: of the widget
 *
 * Draws afresh.
 */
void
dl_map_cache_draw (DlMapCache *self,
                   const DlMapScene *scene,
                   const DlMapPalette *palette,
                   const DlMapCamera *camera,
                   PangoContext *context,
                   int scale_factor)
{
  DlMapPicture picture = { scene->shapes, scene->looks, palette, scene->places };
  g_autoptr (GArray) clusters = NULL;
  DlMapNames names = { context, scene->names };
  double margin = choose_margin (camera, scale_factor);
  cairo_t *cr;

  self->camera = *camera;
  self->camera.width_px = ceil (camera->width_px * margin);
  self->camera.height_px = ceil (camera->height_px * margin);

  names.view = get_view (self, camera);
  picture.clusters = clusters =
    dl_map_places_cluster (scene->places, scene->session, &self->camera);

  drop_surface (self);
  self->surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->camera.width_px * scale_factor,
                                self->camera.height_px * scale_factor);
  cairo_surface_set_device_scale (self->surface, scale_factor, scale_factor);
  cr = cairo_create (self->surface);
  paint (self, &picture, camera, &names, cr);
  cairo_destroy (cr);
}

static void
place (const DlMapCache *self, const DlMapCamera *camera, graphene_rect_t *rect)
{
  double stretch = camera->scale / self->camera.scale, x, y;
  double width = self->camera.width_px * stretch, height = self->camera.height_px * stretch;

  dl_map_camera_to_view (camera, self->camera.x, self->camera.y, &x, &y);
  graphene_rect_init (rect, x - width / 2, y - height / 2, width, height);
}

/**
 * dl_map_cache_covers:
 *
 * Returns: whether a copy of the picture fills the view of @camera and is fit to be seen
 */
gboolean
dl_map_cache_covers (const DlMapCache *self, const DlMapCamera *camera)
{
  graphene_rect_t rect,
    view = GRAPHENE_RECT_INIT (1, 1, camera->width_px - 2, camera->height_px - 2);
  double stretch = camera->scale / self->camera.scale;

  if (self->surface == NULL || stretch > MAX_STRETCH || stretch < 1 / MAX_STRETCH)
    return FALSE;
  place (self, camera, &rect);

  return graphene_rect_contains_rect (&rect, &view);
}

static void
copy_band (const DlMapCache *self, const graphene_rect_t *rect, double stretch, cairo_t *cr)
{
  if (stretch == 1)
    {
      /* On whole pixels the copy stays sharp, and is a plain one. */
      cairo_translate (cr, round (rect->origin.x), round (rect->origin.y));
    }
  else
    {
      cairo_translate (cr, rect->origin.x, rect->origin.y);
      cairo_scale (cr, stretch, stretch);
    }
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            stretch == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
}

/**
 * dl_map_cache_snapshot:
 *
 * Copies the picture to where it belongs for @camera.
 */
void
dl_map_cache_snapshot (const DlMapCache *self, const DlMapCamera *camera, GtkSnapshot *snapshot)
{
  graphene_rect_t rect;

  if (self->surface == NULL)
    return;

  place (self, camera, &rect);
  for (double top = 0; top < camera->height_px; top += BAND_PX)
    {
      graphene_rect_t band =
        GRAPHENE_RECT_INIT (0, top, camera->width_px,
                            MIN (BAND_PX + OVERLAP_PX, camera->height_px - top));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &band);

      copy_band (self, &rect, camera->scale / self->camera.scale, cr);
      cairo_destroy (cr);
    }
}
