/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-cache.h"

/**
 * Drawing:
 * @picture: what is drawn; its shapes, looks, places and clusters are the drawing's own
 * @sheet: where to
 * @world: where to; without a surface: there is one that still holds
 * @names: of the time when it began
 * @cache: not touched once the drawing was given up
 *
 * A picture while it is drawn in another thread.
 */
typedef struct
{
  DlMapPicture picture;
  DlMapSheet sheet;
  DlMapSheet world;
  DlMapNames names;
  DlMapCache *cache;
} Drawing;

/* In the main thread: the fonts of the context are no one else's. */
static void
clear_drawing (Drawing *self)
{
  dl_map_sheet_clear (&self->sheet);
  dl_map_sheet_clear (&self->world);
  g_clear_pointer (&self->picture.places, g_array_unref);
  g_clear_pointer (&self->picture.clusters, g_array_unref);
  g_clear_pointer ((gpointer *) &self->picture.looks, g_free);
  g_clear_object (&self->picture.shapes);
  g_clear_object (&self->names.context);
}

static Drawing *
create_drawing (DlMapCache *cache,
                const DlMapScene *scene,
                const DlMapPalette *palette,
                const DlMapCamera *camera,
                PangoContext *context,
                int scale_factor)
{
  Drawing *self = g_new0 (Drawing, 1);
  guint n_countries = dl_map_shapes_get_n_countries (scene->shapes);

  dl_map_sheet_init (&self->sheet, camera, scale_factor);
  if (!cache->world_holds)
    dl_map_sheet_init_world (&self->world);

  self->picture.shapes = g_object_ref (scene->shapes);
  self->picture.looks = g_memdup2 (scene->looks, n_countries * sizeof *scene->looks);
  self->picture.palette = palette;
  self->picture.places = g_array_ref (scene->places);
  self->picture.clusters =
    dl_map_places_cluster (scene->places, scene->session, &self->sheet.camera);
  self->names = (DlMapNames){ g_object_ref (context), scene->names,
                              dl_map_sheet_get_view (&self->sheet, camera) };
  self->cache = cache;

  return self;
}

static void
paint_sheet (const Drawing *self, GCancellable *cancellable)
{
  cairo_t *cr = cairo_create (self->sheet.surface);

  dl_map_paint_land (&self->picture, &self->sheet.camera, cancellable, cr);
  dl_map_paint_marks (&self->picture, &self->sheet.camera, cr);
  dl_map_places_paint (self->picture.places, self->picture.clusters, self->picture.palette, cr);
  cairo_destroy (cr);
}

static void
paint_world (const Drawing *self, GCancellable *cancellable)
{
  cairo_t *cr = cairo_create (self->world.surface);

  dl_map_paint_land (&self->picture, &self->world.camera, cancellable, cr);
  cairo_destroy (cr);
}

/* How many drawings are being made, of all maps; one that waits for its thread is none. */
static guint n_in_thread;
static GMutex in_thread_mutex;
static GCond in_thread_cond;

/* Returns: whether it is still wanted; then it counts until leave() */
static gboolean
enter (GCancellable *cancellable)
{
  gboolean wanted;

  g_mutex_lock (&in_thread_mutex);
  wanted = !g_cancellable_is_cancelled (cancellable);
  n_in_thread += wanted;
  g_mutex_unlock (&in_thread_mutex);

  return wanted;
}

static void
leave (void)
{
  g_mutex_lock (&in_thread_mutex);
  n_in_thread--;
  g_cond_broadcast (&in_thread_cond);
  g_mutex_unlock (&in_thread_mutex);
}

/* A program must not end while a thread of it draws: pixman takes its functions away at the end. */
static void
wait_for_threads (void)
{
  g_mutex_lock (&in_thread_mutex);
  while (n_in_thread > 0)
    g_cond_wait (&in_thread_cond, &in_thread_mutex);
  g_mutex_unlock (&in_thread_mutex);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Drawing *self = data;

  if (enter (cancellable))
    {
      paint_sheet (self, cancellable);
      if (!g_cancellable_is_cancelled (cancellable) && self->world.surface != NULL)
        paint_world (self, cancellable);
      leave ();
    }
  g_task_return_boolean (task, TRUE);
}

static void
write_names (Drawing *self)
{
  DlMapLabels *labels = &self->cache->labels;
  cairo_t *cr = cairo_create (self->sheet.surface);

  dl_map_labels_place (labels, &self->picture, &self->sheet.camera, &self->names);
  dl_map_labels_paint (labels, self->picture.palette, cr);
  cairo_destroy (cr);
}

static void
take_sheet (DlMapSheet *self, DlMapSheet *sheet)
{
  dl_map_sheet_clear (self);
  *self = *sheet;
  *sheet = (DlMapSheet){ NULL };
}

static void
take (DlMapCache *self, Drawing *drawing)
{
  write_names (drawing);
  take_sheet (&self->sheet, &drawing->sheet);
  if (drawing->world.surface != NULL)
    take_sheet (&self->world, &drawing->world);
  self->world_holds = TRUE;
  g_clear_object (&self->drawing);
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drawing *self = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), NULL))
    {
      take (self->cache, self);
      self->cache->drawn_cb (self->cache->user_data);
    }
  clear_drawing (self);
}

static void
cancel (DlMapCache *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

/**
 * dl_map_cache_draw:
 * @scene: with its looks, places and names made; what its names borrow from lives until the
 *   drawing has come or is given up
 * @camera: of the widget
 * @context: of the widget
 *
 * Begins to draw afresh, and gives up what is being drawn.
 */
void
dl_map_cache_draw (DlMapCache *self,
                   const DlMapScene *scene,
                   const DlMapPalette *palette,
                   const DlMapCamera *camera,
                   PangoContext *context,
                   int scale_factor)
{
  g_autoptr (GTask) task = NULL;

  cancel (self);
  self->drawing = g_cancellable_new ();
  task = g_task_new (NULL, self->drawing, painted_cb, NULL);
  g_task_set_task_data (task, create_drawing (self, scene, palette, camera, context, scale_factor),
                        g_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * dl_map_cache_expire:
 *
 * What the map shows has changed: gives up what is being drawn.  The last picture is shown until
 * there is a new one.
 */
void
dl_map_cache_expire (DlMapCache *self)
{
  cancel (self);
  self->world_holds = FALSE;
}

/**
 * dl_map_cache_clear:
 *
 * Gives up what is being drawn, and waits for its thread, which looks for that between two steps.
 */
void
dl_map_cache_clear (DlMapCache *self)
{
  cancel (self);
  wait_for_threads ();
  dl_map_sheet_clear (&self->sheet);
  dl_map_sheet_clear (&self->world);
  dl_map_labels_clear (&self->labels);
}

gboolean
dl_map_cache_is_drawing (const DlMapCache *self)
{
  return self->drawing != NULL;
}

/**
 * dl_map_cache_snapshot:
 * @textured: see dl_map_sheet_snapshot ()
 *
 * Shows what there is of the view of @camera.
 */
void
dl_map_cache_snapshot (DlMapCache *self,
                       const DlMapCamera *camera,
                       const DlMapPalette *palette,
                       gboolean textured,
                       GtkSnapshot *snapshot)
{
  GdkRGBA sea = { palette->sea.red, palette->sea.green, palette->sea.blue, 1 };

  if (!dl_map_sheet_covers (&self->sheet, camera))
    {
      gtk_snapshot_append_color (snapshot, &sea,
                                 &GRAPHENE_RECT_INIT (0, 0, camera->width_px, camera->height_px));
      dl_map_sheet_snapshot (&self->world, camera, textured, snapshot);
    }
  dl_map_sheet_snapshot (&self->sheet, camera, textured, snapshot);
}
