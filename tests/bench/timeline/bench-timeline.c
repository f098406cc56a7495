/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "fixture.h"
#include "timeline-axis.h"
#include "timeline-layout.h"

/* What a frame costs while 5,000 events are panned and zoomed, beside an empty widget of the
 * same size; and how long their layout takes.
 *
 * The empty widget fills itself with one of two colours in turn: GTK compares what is drawn
 * with the frame before, and would send an unchanged widget nowhere.
 *
 * Two figures, since neither is the whole: the time from the beginning of a frame to its end,
 * which leaves out what a software GL still does afterwards in threads of its own; and the
 * processor's time, which holds these, but not the work of the X server.  The scenes take
 * turns, so that what else the machine does falls on all of them alike. */

#define N_ROUNDS 12
#define N_FRAMES 50 /* of a scene in one round */
#define N_ALL (N_ROUNDS * N_FRAMES)
#define WIDTH 800
#define LAYOUTS 50

typedef struct
{
  const char *name;
  GtkWidget *widget;
  void (*move) (GtkWidget *widget, guint frame);
  gint64 start;
  gint64 times[N_ALL]; /* μs */
  guint n_times;
  clock_t cpu;
} Scene;

static void
before_cb (GdkFrameClock *clock, Scene *scene)
{
  scene->start = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock, Scene *scene)
{
  if (scene->start != 0 && scene->n_times < N_ALL)
    scene->times[scene->n_times++] = g_get_monotonic_time () - scene->start;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scene *scene = data;

  scene->move (scene->widget, scene->n_times);
  return G_SOURCE_CONTINUE;
}

/* One round. */
static void
play (Scene *scene)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (scene->widget);
  gulong before = g_signal_connect (frames, "before-paint", G_CALLBACK (before_cb), scene);
  gulong after = g_signal_connect (frames, "after-paint", G_CALLBACK (after_cb), scene);
  guint tick = gtk_widget_add_tick_callback (scene->widget, tick_cb, scene, NULL);
  guint end = scene->n_times + N_FRAMES;
  clock_t start = clock ();

  scene->start = 0;
  while (scene->n_times < end)
    g_main_context_iteration (NULL, TRUE);
  scene->cpu += clock () - start;

  gtk_widget_remove_tick_callback (scene->widget, tick);
  g_signal_handler_disconnect (frames, before);
  g_signal_handler_disconnect (frames, after);
}

static int
compare_times (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The median of a frame, in milliseconds. */
static double
get_frame_ms (Scene *scene)
{
  qsort (scene->times, N_ALL, sizeof *scene->times, compare_times);
  return scene->times[N_ALL / 2] / 1000.0;
}

/* The mean of a frame, in milliseconds. */
static double
get_cpu_ms (const Scene *scene)
{
  return scene->cpu * 1000.0 / CLOCKS_PER_SEC / N_ALL;
}

#define EMPTY_TYPE_WIDGET (empty_widget_get_type ())
G_DECLARE_FINAL_TYPE (EmptyWidget, empty_widget, EMPTY, WIDGET, GtkWidget)

struct _EmptyWidget
{
  GtkWidget parent_instance;
  guint frame;
};

G_DEFINE_FINAL_TYPE (EmptyWidget, empty_widget, GTK_TYPE_WIDGET)

static void
empty_widget_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const GdkRGBA colors[] = { { 0.98, 0.98, 0.98, 1 }, { 0.97, 0.98, 0.98, 1 } };

  gtk_snapshot_append_color (snapshot, &colors[EMPTY_WIDGET (widget)->frame % 2],
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                  gtk_widget_get_height (widget)));
}

static void
empty_widget_class_init (EmptyWidgetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = empty_widget_snapshot;
}

static void
empty_widget_init (EmptyWidget *self)
{
}

static void
draw_again (GtkWidget *widget, guint frame)
{
  EMPTY_WIDGET (widget)->frame = frame;
  gtk_widget_queue_draw (widget);
}

/* To and fro, so that events stay in sight. */
static void
pan (GtkWidget *widget, guint frame)
{
  dl_timeline_axis_pan (DL_TIMELINE_AXIS (widget), frame / 50 % 2 == 0 ? 5 : -5);
}

static void
zoom (GtkWidget *widget, guint frame)
{
  dl_timeline_axis_zoom (DL_TIMELINE_AXIS (widget), frame / 50 % 2 == 0 ? 1.02 : 1 / 1.02,
                         WIDTH / 2.0);
}

static void
show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 10);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
report_layout (DlAnnotations *annotations)
{
  g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations, DL_CLOCK_TOLD);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < LAYOUTS; i++)
    dl_timeline_layout_free (dl_timeline_layout_new (items->rows, 0.1 + i, 6, 34));
  g_print ("layout of %u events: %.2f ms\n", items->rows->len,
           (g_get_monotonic_time () - start) / 1000.0 / LAYOUTS);
}

/* An axis of its own, that the scenes do not disturb each other. */
static GtkWidget *
show_axis (DlSession *session, double zoom)
{
  GtkWidget *axis = dl_timeline_axis_new ();

  dl_timeline_axis_set_session (DL_TIMELINE_AXIS (axis), session);
  show (axis);
  dl_timeline_axis_zoom (DL_TIMELINE_AXIS (axis), zoom, WIDTH / 2.0);
  return axis;
}

static void
report (Scene *scene, const Scene *empty, double empty_ms)
{
  double frame_ms = get_frame_ms (scene), cpu_ms = get_cpu_ms (scene);

  g_print ("%-18s %7.2f ms = %5.2f ×   processor %7.2f ms = %5.2f ×\n", scene->name, frame_ms,
           frame_ms / empty_ms, cpu_ms, cpu_ms / get_cpu_ms (empty));
}

int
main (void)
{
  static Scene scenes[] = { { "empty widget", .move = draw_again },
                            { "panning all", .move = pan },
                            { "panning, 100 ×", .move = pan },
                            { "zooming", .move = zoom } };
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MANY);
  GtkWidget *axis;

  adw_init ();
  report_layout (annotations);
  dl_session_set_article (session, dl_annotations_get_article (annotations));
  dl_session_set_annotations (session, annotations);

  scenes[1].widget = axis = show_axis (session, 1);
  scenes[2].widget = show_axis (session, 100);
  scenes[3].widget = show_axis (session, 1);
  scenes[0].widget = g_object_new (EMPTY_TYPE_WIDGET, NULL);
  gtk_widget_set_size_request (scenes[0].widget, gtk_widget_get_width (axis),
                               gtk_widget_get_height (axis));
  show (scenes[0].widget);

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
      play (&scenes[i]);

  g_print ("%d × %d, %u events, %s; median of %d frames\n", gtk_widget_get_width (axis),
           gtk_widget_get_height (axis), dl_annotations_get_n_events (annotations),
           G_OBJECT_TYPE_NAME (gtk_native_get_renderer (gtk_widget_get_native (axis))), N_ALL);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    report (&scenes[i], &scenes[0],
            i == 0 ? get_frame_ms (&scenes[0]) : scenes[0].times[N_ALL / 2] / 1000.0);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (scenes[i].widget)));
  return 0;
}
