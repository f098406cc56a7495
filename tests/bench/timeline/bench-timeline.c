/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "fixture.h"
#include "timeline-axis.h"
#include "timeline-layout.h"

/* How long a frame takes while 5,000 events are panned, beside an empty widget of the same
 * size; and how long their layout takes.
 *
 * The empty widget fills itself with one of two colours in turn: GTK compares what is drawn
 * with the frame before, and would send an unchanged widget nowhere. */

#define N_FRAMES 300
#define WIDTH 800
#define LAYOUTS 50

typedef struct
{
  GtkWidget *widget;
  void (*move) (GtkWidget *widget, guint frame);
  gint64 start;
  gint64 times[N_FRAMES];
  guint n_times;
} Run;

static void
before_cb (GdkFrameClock *clock, Run *run)
{
  run->start = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock, Run *run)
{
  if (run->start != 0 && run->n_times < N_FRAMES)
    run->times[run->n_times++] = g_get_monotonic_time () - run->start;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;

  run->move (run->widget, run->n_times);
  return G_SOURCE_CONTINUE;
}

static int
compare_times (const void *a, const void *b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The median of a frame, in milliseconds. */
static double
measure (GtkWidget *window, GtkWidget *widget, void (*move) (GtkWidget *, guint))
{
  Run run = { .widget = widget, .move = move };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), &run);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), &run);
  guint tick = gtk_widget_add_tick_callback (widget, tick_cb, &run, NULL);

  while (run.n_times < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  qsort (run.times, N_FRAMES, sizeof *run.times, compare_times);
  return run.times[N_FRAMES / 2] / 1000.0;
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

static GtkWidget *
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

  return window;
}

static void
report_layout (DlAnnotations *annotations)
{
  g_autoptr (DlTimelineItems) items = dl_timeline_items_new (annotations);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < LAYOUTS; i++)
    dl_timeline_layout_free (dl_timeline_layout_new (items->rows, 0.1 + i, 6));
  g_print ("layout of %u events: %.2f ms\n", items->rows->len,
           (g_get_monotonic_time () - start) / 1000.0 / LAYOUTS);
}

int
main (void)
{
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlAnnotations) annotations = timeline_fixture_new (TIMELINE_MANY);
  GtkWidget *axis, *empty, *axis_window, *empty_window;
  double base, all, near, zooming;

  adw_init ();
  report_layout (annotations);
  dl_session_set_article (session, dl_annotations_get_article (annotations));
  dl_session_set_annotations (session, annotations);

  axis = dl_timeline_axis_new ();
  dl_timeline_axis_set_session (DL_TIMELINE_AXIS (axis), session);
  axis_window = show (axis);
  empty = g_object_new (EMPTY_TYPE_WIDGET, NULL);
  gtk_widget_set_size_request (empty, gtk_widget_get_width (axis), gtk_widget_get_height (axis));
  empty_window = show (empty);

  base = measure (empty_window, empty, draw_again);
  all = measure (axis_window, axis, pan);
  zooming = measure (axis_window, axis, zoom);
  dl_timeline_axis_zoom (DL_TIMELINE_AXIS (axis), 100, WIDTH / 2.0);
  near = measure (axis_window, axis, pan);

  g_print ("%d × %d, %u events, median of %d frames\n", gtk_widget_get_width (axis),
           gtk_widget_get_height (axis), dl_annotations_get_n_events (annotations), N_FRAMES);
  g_print ("empty widget:      %.2f ms\n", base);
  g_print ("panning all:       %.2f ms = %.2f ×\n", all, all / base);
  g_print ("panning, 100 ×:    %.2f ms = %.2f ×\n", near, near / base);
  g_print ("zooming:           %.2f ms = %.2f ×\n", zooming, zooming / base);

  gtk_window_destroy (GTK_WINDOW (axis_window));
  gtk_window_destroy (GTK_WINDOW (empty_window));
  return 0;
}
