/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "fixture.h"
#include "map-canvas.h"

/* Usage: bench-map-frames WIDTH HEIGHT [ZOOM]
 * With DATELINE_DATADIR set to the build's data folder.
 *
 * Milliseconds of a frame while the map is dragged and zoomed, beside those of an empty widget
 * of the same size that is painted anew as often: by the clock, which counts the waiting for
 * the display, and of the program's own work. */

#define N_FRAMES 150
#define N_WARM_UP 10

typedef enum
{
  EMPTY,
  PAN,
  ZOOM,
  N_MODES
} Mode;

typedef struct
{
  Mode mode;
  GtkWidget *widget;
  DlMapCamera camera; /* at the start */
  int frame;
  double begun[2];
  double clock_ms[N_FRAMES];
  double work_ms[N_FRAMES];
} Bench;

G_DECLARE_FINAL_TYPE (Empty, empty, BENCH, EMPTY, GtkWidget)

struct _Empty
{
  GtkWidget parent_instance;
  guint frame;
};

G_DEFINE_FINAL_TYPE (Empty, empty, GTK_TYPE_WIDGET)

static void
empty_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Empty *self = BENCH_EMPTY (widget);
  GdkRGBA color = { 0.9, 0.9, (self->frame++ % 64) / 64.0, 1 };

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget)));
}

static void
empty_class_init (EmptyClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = empty_snapshot;
}

static void
empty_init (Empty *self)
{
}

static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begun[0] = g_get_monotonic_time () / 1000.0;
  bench->begun[1] = get_work_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  int index = bench->frame - N_WARM_UP - 1;

  if (index < 0 || index >= N_FRAMES)
    return;

  bench->clock_ms[index] = g_get_monotonic_time () / 1000.0 - bench->begun[0];
  bench->work_ms[index] = get_work_ms () - bench->begun[1];
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Bench *bench = data;
  DlMapCamera camera = bench->camera;
  double turn = 2 * G_PI * bench->frame / N_FRAMES;

  bench->frame++;
  if (bench->mode == PAN)
    dl_map_camera_pan (&camera, camera.width_px * sin (turn) / 5,
                       camera.height_px * sin (turn) / 5);
  else if (bench->mode == ZOOM)
    dl_map_camera_zoom (&camera, pow (2, sin (turn)), camera.width_px / 2, camera.height_px / 2);

  if (bench->mode == EMPTY)
    gtk_widget_queue_draw (widget);
  else
    dl_map_canvas_set_camera (DL_MAP_CANVAS (widget), &camera);

  return bench->frame < N_FRAMES + N_WARM_UP + 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
wait_for_picture (DlMapCanvas *canvas)
{
  const DlMapCamera *camera = dl_map_canvas_get_camera (canvas);

  while (dl_map_canvas_find_at (canvas, camera->width_px / 2, camera->height_px / 2) == NULL)
    {
      if (dl_map_canvas_get_message (canvas) != NULL)
        g_error ("%s", dl_map_canvas_get_message (canvas));
      g_main_context_iteration (NULL, TRUE);
    }
}

static double
measure (Mode mode, int width, int height, double zoom, double *work_ms)
{
  g_autoptr (DlSession) session = map_fixture_session ();
  GtkWidget *window = gtk_window_new ();
  Bench bench = { .mode = mode };
  GdkFrameClock *clock;

  bench.widget = g_object_new (mode == EMPTY ? empty_get_type () : DL_TYPE_MAP_CANVAS, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), bench.widget);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  if (mode != EMPTY)
    {
      double x, y;

      dl_map_canvas_set_session (DL_MAP_CANVAS (bench.widget), session);
      while (gtk_widget_get_width (bench.widget) < width)
        g_main_context_iteration (NULL, TRUE);
      dl_map_camera_init (&bench.camera, width, height);
      dl_map_project (10, 50, &x, &y);
      dl_map_camera_frame (&bench.camera,
                           (DlMapBox){ x - 2 / zoom, y - 1 / zoom, x + 2 / zoom, y + 1 / zoom });
      dl_map_canvas_set_camera (DL_MAP_CANVAS (bench.widget), &bench.camera);
      wait_for_picture (DL_MAP_CANVAS (bench.widget));
    }

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gtk_widget_add_tick_callback (bench.widget, tick_cb, &bench, NULL);
  while (bench.frame < N_FRAMES + N_WARM_UP + 2)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &bench);
  gtk_window_destroy (GTK_WINDOW (window));

  qsort (bench.clock_ms, N_FRAMES, sizeof (double), compare);
  qsort (bench.work_ms, N_FRAMES, sizeof (double), compare);
  *work_ms = bench.work_ms[N_FRAMES / 2];

  return bench.clock_ms[N_FRAMES / 2];
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "empty widget", "map, dragged", "map, zoomed" };
  int width = argc > 1 ? atoi (argv[1]) : 800, height = argc > 2 ? atoi (argv[2]) : 500;
  double zoom = argc > 3 ? g_ascii_strtod (argv[3], NULL) : 4, empty = 0, empty_work = 0;

  gtk_init ();
  adw_init ();
  g_print ("%d × %d, zoom %g: median ms a frame, by the clock (ratio) and own work (ratio)\n",
           width, height, zoom);
  for (Mode mode = 0; mode < N_MODES; mode++)
    {
      double work_ms, clock_ms = measure (mode, width, height, zoom, &work_ms);

      if (mode == EMPTY)
        {
          empty = clock_ms;
          empty_work = work_ms;
        }
      g_print ("%-14s %6.2f (%.2f)  %6.2f (%.2f)\n", names[mode], clock_ms, clock_ms / empty,
               work_ms, work_ms / empty_work);
    }

  return EXIT_SUCCESS;
}
