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
 * Milliseconds of a frame while the map is dragged, zoomed, and dragged far beyond what is
 * drawn, beside those of an empty widget of the same size that is painted anew as often: by the
 * clock, which counts the waiting for the display, and of the program's own work.  A widget that
 * moves one still picture tells what the renderer alone takes for a picture; and the longest that
 * the main thread worked at a stretch is told as well. */

#define N_FRAMES 150
#define N_WARM_UP 10

typedef enum
{
  EMPTY,
  STILL,
  PAN,
  ZOOM,
  FAR,
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
  double longest_ms; /* of the main thread */
} Bench;

G_DECLARE_FINAL_TYPE (Empty, empty, BENCH, EMPTY, GtkWidget)

struct _Empty
{
  GtkWidget parent_instance;
  guint frame;
  GdkTexture *still; /* NULL: a plain colour */
};

G_DEFINE_FINAL_TYPE (Empty, empty, GTK_TYPE_WIDGET)

static void
empty_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Empty *self = BENCH_EMPTY (widget);
  GdkRGBA color = { 0.9, 0.9, (self->frame++ % 64) / 64.0, 1 };
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (self->still != NULL)
    gtk_snapshot_append_texture (snapshot, self->still,
                                 &GRAPHENE_RECT_INIT (-(float) (self->frame % 8), 0, width + 8,
                                                      height + 8));
  else
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
empty_dispose (GObject *object)
{
  g_clear_object (&BENCH_EMPTY (object)->still);
  G_OBJECT_CLASS (empty_parent_class)->dispose (object);
}

static void
empty_class_init (EmptyClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = empty_snapshot;
  G_OBJECT_CLASS (klass)->dispose = empty_dispose;
}

static void
empty_init (Empty *self)
{
}

static GdkTexture *
create_still (int width, int height)
{
  int stride = 4 * width;
  g_autoptr (GBytes) bytes = NULL;
  guchar *pixels = g_malloc ((gsize) stride * height);

  for (int i = 0; i < stride * height; i++)
    pixels[i] = i % 4 == 3 ? 255 : i / 64;
  bytes = g_bytes_new_take (pixels, (gsize) stride * height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static double
get_work_ms (clockid_t whose)
{
  struct timespec time;

  clock_gettime (whose, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begun[0] = g_get_monotonic_time () / 1000.0;
  bench->begun[1] = get_work_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  int index = bench->frame - N_WARM_UP - 1;

  if (index < 0 || index >= N_FRAMES)
    return;

  bench->clock_ms[index] = g_get_monotonic_time () / 1000.0 - bench->begun[0];
  bench->work_ms[index] = get_work_ms (CLOCK_PROCESS_CPUTIME_ID) - bench->begun[1];
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
  else if (bench->mode == FAR)
    dl_map_camera_pan (&camera, camera.width_px * 2 * sin (turn), 0);
  else if (bench->mode == ZOOM)
    dl_map_camera_zoom (&camera, pow (2, sin (turn)), camera.width_px / 2, camera.height_px / 2);

  if (bench->mode <= STILL)
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

/* One turn of the main loop. */
static void
turn (Bench *bench)
{
  double begun, work_ms;

  while (!g_main_context_pending (NULL))
    g_usleep (100);
  begun = get_work_ms (CLOCK_THREAD_CPUTIME_ID);
  g_main_context_iteration (NULL, FALSE);
  work_ms = get_work_ms (CLOCK_THREAD_CPUTIME_ID) - begun;
  if (bench->frame > N_WARM_UP)
    bench->longest_ms = MAX (bench->longest_ms, work_ms);
}

static void
show_map (Bench *bench, DlSession *session, int width, int height, double zoom)
{
  DlMapCanvas *canvas = DL_MAP_CANVAS (bench->widget);
  double x, y;

  dl_map_canvas_set_session (canvas, session);
  while (gtk_widget_get_width (bench->widget) < width)
    g_main_context_iteration (NULL, TRUE);
  dl_map_camera_init (&bench->camera, width, height);
  dl_map_project (10, 50, &x, &y);
  dl_map_camera_frame (&bench->camera,
                       (DlMapBox){ x - 2 / zoom, y - 1 / zoom, x + 2 / zoom, y + 1 / zoom });
  dl_map_canvas_set_camera (canvas, &bench->camera);
  while (dl_map_canvas_is_busy (canvas))
    g_main_context_iteration (NULL, TRUE);
  if (dl_map_canvas_get_message (canvas) != NULL)
    g_error ("%s", dl_map_canvas_get_message (canvas));
}

static void
measure (Bench *bench, int width, int height, double zoom)
{
  g_autoptr (DlSession) session = map_fixture_session ();
  GtkWidget *window = gtk_window_new ();
  GdkFrameClock *clock;

  bench->widget =
    g_object_new (bench->mode <= STILL ? empty_get_type () : DL_TYPE_MAP_CANVAS, NULL);
  if (bench->mode == STILL)
    BENCH_EMPTY (bench->widget)->still = create_still (width + 8, height + 8);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), bench->widget);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  if (bench->mode > STILL)
    show_map (bench, session, width, height, zoom);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (bench->widget, tick_cb, bench, NULL);
  while (bench->frame < N_FRAMES + N_WARM_UP + 2)
    turn (bench);
  g_signal_handlers_disconnect_by_data (clock, bench);
  gtk_window_destroy (GTK_WINDOW (window));

  qsort (bench->clock_ms, N_FRAMES, sizeof (double), compare);
  qsort (bench->work_ms, N_FRAMES, sizeof (double), compare);
}

int
main (int argc, char *argv[])
{
  static const char *const names[] = { "empty widget", "still picture", "map, dragged",
                                       "map, zoomed", "map, far" };
  int width = argc > 1 ? atoi (argv[1]) : 800, height = argc > 2 ? atoi (argv[2]) : 500;
  double zoom = argc > 3 ? g_ascii_strtod (argv[3], NULL) : 4;
  Bench benches[N_MODES];

  gtk_init ();
  adw_init ();
  g_print ("%d × %d, zoom %g: median ms a frame, by the clock (ratio) and own work (ratio); "
           "longest turn of the main thread\n",
           width, height, zoom);
  for (Mode mode = 0; mode < N_MODES; mode++)
    {
      double clock_ms, work_ms;

      benches[mode] = (Bench){ .mode = mode };
      measure (&benches[mode], width, height, zoom);
      clock_ms = benches[mode].clock_ms[N_FRAMES / 2];
      work_ms = benches[mode].work_ms[N_FRAMES / 2];
      g_print ("%-14s %6.2f (%.2f)  %6.2f (%.2f)  %6.2f\n", names[mode], clock_ms,
               clock_ms / benches[EMPTY].clock_ms[N_FRAMES / 2], work_ms,
               work_ms / benches[EMPTY].work_ms[N_FRAMES / 2], benches[mode].longest_ms);
    }

  return EXIT_SUCCESS;
}
