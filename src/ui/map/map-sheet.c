/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-sheet.h"

#include <math.h>

/* A sheet's sides in those of the widget. */
#define MARGIN 1.5

/* Above 8 million pixels (32 MB) the margin gives way: two sheets are there while the second is
 * drawn. */
#define MAX_PIXELS 8e6

/* Of the sheet of the whole world (0.6 MB). */
#define WORLD_WIDTH_PX 540

/* GTK's cairo renderer copies each node through a picture of its own, and one as large as the
 * view is new memory for every frame (measured: 2.7 times the work of an empty widget; in
 * bands, 1.0). */
#define BAND_PX 64
/* Where the view stands between pixels the edges of bands are smoothed; they cover each other. */
#define OVERLAP_PX 2

/* How far a copy may be stretched before it must be drawn anew. */
#define MAX_STRETCH 2.5

static void
create_surface (DlMapSheet *self, int scale_factor)
{
  self->surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->camera.width_px * scale_factor,
                                self->camera.height_px * scale_factor);
  cairo_surface_set_device_scale (self->surface, scale_factor, scale_factor);
}

/* Whole pixels on each side, so that a copy of it in the middle stands on whole pixels too. */
static double
add_margin (double size_px, double margin)
{
  return size_px + 2 * ceil (size_px * (margin - 1) / 2);
}

/**
 * dl_map_sheet_init:
 * @camera: of the widget; the sheet shows the same and a margin about it
 *
 * Makes room for the picture; it still has to be drawn.
 */
void
dl_map_sheet_init (DlMapSheet *self, const DlMapCamera *camera, int scale_factor)
{
  double pixels = camera->width_px * camera->height_px * scale_factor * scale_factor;
  double margin = CLAMP (sqrt (MAX_PIXELS / pixels), 1, MARGIN);

  *self = (DlMapSheet){ .camera = *camera };
  self->camera.width_px = add_margin (camera->width_px, margin);
  self->camera.height_px = add_margin (camera->height_px, margin);
  create_surface (self, scale_factor);
}

/**
 * dl_map_sheet_init_world:
 *
 * Makes room for a small picture of the whole world, which is there wherever the reader goes.
 */
void
dl_map_sheet_init_world (DlMapSheet *self)
{
  *self = (DlMapSheet){ NULL };
  dl_map_camera_init (&self->camera, WORLD_WIDTH_PX,
                      ceil (WORLD_WIDTH_PX * DL_MAP_MAX_Y / DL_MAP_MAX_X));
  create_surface (self, 1);
}

void
dl_map_sheet_clear (DlMapSheet *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/**
 * dl_map_sheet_get_view:
 * @camera: of the widget
 *
 * Returns: what the widget shows of a sheet that was made for it, in pixels of the latter
 */
DlMapBox
dl_map_sheet_get_view (const DlMapSheet *self, const DlMapCamera *camera)
{
  double x = (self->camera.width_px - camera->width_px) / 2;
  double y = (self->camera.height_px - camera->height_px) / 2;

  return (DlMapBox){ x, y, x + camera->width_px, y + camera->height_px };
}

static graphene_rect_t
place (const DlMapSheet *self, const DlMapCamera *camera)
{
  double stretch = camera->scale / self->camera.scale, x, y;
  double width = self->camera.width_px * stretch, height = self->camera.height_px * stretch;

  dl_map_camera_to_view (camera, self->camera.x, self->camera.y, &x, &y);

  return GRAPHENE_RECT_INIT (x - width / 2, y - height / 2, width, height);
}

/**
 * dl_map_sheet_covers:
 *
 * Returns: whether a copy of the sheet fills the view of @camera and is fit to be seen
 */
gboolean
dl_map_sheet_covers (const DlMapSheet *self, const DlMapCamera *camera)
{
  graphene_rect_t rect,
    view = GRAPHENE_RECT_INIT (1, 1, camera->width_px - 2, camera->height_px - 2);
  double stretch = camera->scale / self->camera.scale;

  if (self->surface == NULL || stretch > MAX_STRETCH || stretch < 1 / MAX_STRETCH)
    return FALSE;
  rect = place (self, camera);

  return graphene_rect_contains_rect (&rect, &view);
}

static void
destroy_surface (gpointer surface)
{
  cairo_surface_destroy (surface);
}

static GdkTexture *
get_texture (DlMapSheet *self)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  int stride = cairo_image_surface_get_stride (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL)
    return self->texture;

  cairo_surface_flush (self->surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface),
                                      (gsize) stride * height, destroy_surface,
                                      cairo_surface_reference (self->surface));
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);

  return self->texture;
}

static void
copy_band (const DlMapSheet *self, const graphene_rect_t *rect, double stretch, cairo_t *cr)
{
  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_scale (cr, stretch, stretch);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr),
                            stretch == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
}

static void
copy_in_bands (const DlMapSheet *self,
               const DlMapCamera *camera,
               const graphene_rect_t *rect,
               GtkSnapshot *snapshot)
{
  for (double top = 0; top < camera->height_px; top += BAND_PX)
    {
      graphene_rect_t band =
        GRAPHENE_RECT_INIT (0, top, camera->width_px,
                            MIN (BAND_PX + OVERLAP_PX, camera->height_px - top));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &band);

      copy_band (self, rect, camera->scale / self->camera.scale, cr);
      cairo_destroy (cr);
    }
}

/**
 * dl_map_sheet_snapshot:
 * @textured: whether a GPU draws, which keeps a texture from one frame to the next; cairo would
 *   copy a texture anew for each frame
 *
 * Copies the sheet to where it belongs for @camera.
 */
void
dl_map_sheet_snapshot (DlMapSheet *self,
                       const DlMapCamera *camera,
                       gboolean textured,
                       GtkSnapshot *snapshot)
{
  graphene_rect_t rect;

  if (self->surface == NULL)
    return;

  rect = place (self, camera);
  /* On whole pixels the copy stays sharp, and is a plain one. */
  if (camera->scale == self->camera.scale)
    rect.origin = GRAPHENE_POINT_INIT (round (rect.origin.x), round (rect.origin.y));

  if (textured)
    gtk_snapshot_append_texture (snapshot, get_texture (self), &rect);
  else
    copy_in_bands (self, camera, &rect, snapshot);
}
