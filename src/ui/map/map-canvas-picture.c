/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "map-canvas-private.h"
#include "map-words.h"

/* The picture of the canvas.
 *
 * 1. Nothing is read or drawn within a frame: a frame copies the last picture, and a new one is
 *    begun when the program is idle, the first after the window has been seen.
 * 2. One picture is drawn at a time, in a thread of its own.  What is wanted meanwhile waits for
 *    it, unless the map looks different now: then it is given up.
 * 3. While the reader drags or zooms, the picture is drawn anew only when it no longer fills the
 *    view; otherwise once the movement rests. */

/* A movement rests when nothing came for so long: longer than between two turns of a wheel. */
#define REST_MS 120

static const DlMapPalette *
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return dl_map_palette_get (adw_style_manager_get_dark (manager),
                             adw_style_manager_get_high_contrast (manager));
}

/**
 * dl_map_canvas_load_scene:
 *
 * Returns: whether there is something to draw; the first time it is read
 */
gboolean
dl_map_canvas_load_scene (DlMapCanvas *self)
{
  gboolean had_message = self->scene.message != NULL;
  gboolean loaded = dl_map_scene_load (&self->scene);

  if (!loaded && !had_message)
    g_object_notify (G_OBJECT (self), "message");
  dl_map_scene_update (&self->scene, self->session);

  return loaded;
}

static void
draw (DlMapCanvas *self)
{
  /* Until it has a size there is nothing to frame in. */
  if (self->camera.width_px <= 1 || !dl_map_canvas_load_scene (self))
    return;

  self->outrun = dl_map_cache_is_drawing (&self->cache);
  if (self->outrun)
    return;

  if (!self->framed)
    {
      dl_map_camera_frame (&self->camera,
                           dl_map_looks_get_box (self->scene.shapes, self->scene.looks));
      self->framed = TRUE;
    }
  dl_map_cache_draw (&self->cache, &self->scene, get_palette (), &self->camera,
                     gtk_widget_get_pango_context (GTK_WIDGET (self)),
                     gtk_widget_get_scale_factor (GTK_WIDGET (self)));
}

static gboolean
draw_cb (gpointer data)
{
  DlMapCanvas *self = data;

  self->draw_source = 0;
  draw (self);

  return G_SOURCE_REMOVE;
}

/* After the next frame, or after a rest. */
static void
queue (DlMapCanvas *self, guint delay_ms)
{
  g_clear_handle_id (&self->draw_source, g_source_remove);
  self->draw_source =
    delay_ms == 0 ? g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, draw_cb, self, NULL)
                  : g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, delay_ms, draw_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dl_map_canvas_queue_picture:
 *
 * Has the picture drawn anew for another view of the same.
 */
void
dl_map_canvas_queue_picture (DlMapCanvas *self)
{
  queue (self, dl_map_sheet_covers (&self->cache.sheet, &self->camera) ? REST_MS : 0);
}

/**
 * dl_map_canvas_expire_picture:
 *
 * Has the picture drawn anew as soon as may be: it looks different now.
 */
void
dl_map_canvas_expire_picture (DlMapCanvas *self)
{
  dl_map_cache_expire (&self->cache);
  queue (self, 0);
}

static void
drawn_cb (gpointer data)
{
  DlMapCanvas *self = data;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->outrun)
    dl_map_canvas_queue_picture (self);
  self->outrun = FALSE;
}

void
dl_map_canvas_init_picture (DlMapCanvas *self)
{
  self->cache.drawn_cb = drawn_cb;
  self->cache.user_data = self;
}

static void
update_description (DlMapCanvas *self)
{
  g_autofree char *text = self->session != NULL ? dl_map_describe (self->session) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/**
 * dl_map_canvas_drop_looks:
 *
 * Has all that follows from the session made anew.
 */
void
dl_map_canvas_drop_looks (DlMapCanvas *self)
{
  dl_map_scene_drop_looks (&self->scene);
  update_description (self);
  dl_map_canvas_expire_picture (self);
}

/**
 * dl_map_canvas_draw_picture:
 *
 * Copies it into a frame, with a ring where the canvas has the focus.
 */
void
dl_map_canvas_draw_picture (DlMapCanvas *self, GtkSnapshot *snapshot)
{
  const DlMapPalette *palette = get_palette ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkRGBA ring = { palette->outline.red, palette->outline.green, palette->outline.blue, 1 };
  GskRoundedRect outline;

  dl_map_cache_snapshot (&self->cache, &self->camera, palette, !GSK_IS_CAIRO_RENDERER (renderer),
                         snapshot);

  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE) == 0)
    return;

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT (0, 0, self->camera.width_px, self->camera.height_px), 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 2, 2, 2, 2 },
                              (GdkRGBA[]){ ring, ring, ring, ring });
}

/**
 * dl_map_canvas_is_busy:
 *
 * Returns: whether what it shows is not yet what it is going to show
 */
gboolean
dl_map_canvas_is_busy (DlMapCanvas *self)
{
  g_return_val_if_fail (DL_IS_MAP_CANVAS (self), FALSE);

  return self->draw_source != 0 || dl_map_cache_is_drawing (&self->cache) ||
         dl_map_flight_is_on (&self->flight);
}
