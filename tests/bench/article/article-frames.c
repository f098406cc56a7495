/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "article-view.h"
#include "long-article.h"
#include "turns.h"

/* Usage: bench-article-frames [MEGABYTES [PARAGRAPH [FIRST]]]
 * With DATELINE_DATADIR set to the build's data folder.
 *
 * How much work a frame is, and how much the longest turn of the main loop, while a long article
 * with its marks is opened, scrolled and resized; beside a plain text view with the same words.
 * PARAGRAPH is the bytes of one, 600 if not said; FIRST is 1 to leave out the plain text view,
 * which a paragraph of a megabyte holds up for minutes. */

#define N_FRAMES 200

typedef struct
{
  const char *name;
  gboolean article; /* or a plain text view */
  gboolean selected;
  GtkWidget *window;
  GtkScrolledWindow *scrolled;
  GtkTextView *plain; /* or NULL */
  GtkWidget *text;    /* owned: what it replaces; or NULL */
  DlSession *session;

  GArray *frames; /* of double, ms from before-paint to after-paint */
  double begun;   /* of the frame, ms */
  gboolean painted;
} Bench;

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begun = turns_get_ms ();
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double took = turns_get_ms () - bench->begun;

  g_array_append_val (bench->frames, took);
  bench->painted = TRUE;
}

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
begin (Bench *bench)
{
  g_array_set_size (bench->frames, 0);
  turns_begin ();
}

static void
report (Bench *bench, const char *what)
{
  g_array_sort (bench->frames, compare);
  if (bench->frames->len > 0)
    g_print ("%-22s %-18s %7.2f %8.2f %8.2f\n", bench->name, what,
             g_array_index (bench->frames, double, bench->frames->len / 2),
             g_array_index (bench->frames, double, bench->frames->len - 1), turns_get_longest ());
}

/* One frame, and all that the main loop does until it is there. */
static void
paint (Bench *bench)
{
  bench->painted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (bench->scrolled));
  while (!bench->painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (Bench *bench)
{
  for (guint i = 0; i < 3; i++)
    paint (bench);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Puts a plain text view where the article stands, so that lines are as long and letters as
 * large. */
static void
replace_text (Bench *bench)
{
  GtkWidget *clamp = gtk_scrolled_window_get_child (bench->scrolled);
  GtkWidget *text = adw_clamp_scrollable_get_child (ADW_CLAMP_SCROLLABLE (clamp));

  bench->plain = GTK_TEXT_VIEW (gtk_text_view_new ());
  for (const char *const *name =
         (const char *const[]){ "left-margin", "right-margin", "top-margin", "bottom-margin",
                                "pixels-inside-wrap", "pixels-below-lines", "wrap-mode", NULL };
       *name != NULL; name++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (text), *name, &value);
      g_object_set_property (G_OBJECT (bench->plain), *name, &value);
    }
  bench->text = g_object_ref (text); /* others hold it without a reference */
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (bench->plain));
}

static void
open_window (Bench *bench)
{
  GtkWidget *child = dl_article_view_new ();

  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 800, 600);
  bench->scrolled = GTK_SCROLLED_WINDOW (find_widget (child, GTK_TYPE_SCROLLED_WINDOW));
  if (bench->article)
    dl_article_view_set_session (DL_ARTICLE_VIEW (child), bench->session);
  gtk_window_set_child (GTK_WINDOW (bench->window), child);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!gtk_widget_get_mapped (child) || gtk_widget_get_width (child) < 400)
    g_main_context_iteration (NULL, TRUE);
  if (!bench->article)
    replace_text (bench);
  g_signal_connect (gtk_widget_get_frame_clock (child), "before-paint",
                    G_CALLBACK (before_paint_cb), bench);
  g_signal_connect (gtk_widget_get_frame_clock (child), "after-paint", G_CALLBACK (after_paint_cb),
                    bench);
  settle (bench);
}

static void
fill (Bench *bench, DlArticle *article)
{
  if (bench->article)
    dl_session_set_article (bench->session, article);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (bench->plain),
                              dl_article_get_text (article), dl_article_get_length (article));
}

static void
scroll (Bench *bench, double step_px)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (bench->scrolled);

  begin (bench);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step_px);
      paint (bench);
    }
}

/* To places all over the text. */
static void
jump (Bench *bench)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (bench->scrolled);

  begin (bench);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment,
                                gtk_adjustment_get_upper (adjustment) * ((i * 37) % 100) / 100.0);
      paint (bench);
    }
}

static void
resize (Bench *bench)
{
  begin (bench);
  for (guint i = 0; i < N_FRAMES / 4; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (bench->window), 800 - (i % 20) * 12, 600);
      paint (bench);
    }
}

static void
measure (Bench *bench, DlArticle *article, DlAnnotations *annotations)
{
  bench->frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench->session = dl_session_new ();
  open_window (bench);

  begin (bench);
  fill (bench, article);
  paint (bench);
  settle (bench);
  report (bench, "opened");

  if (bench->article)
    {
      begin (bench);
      dl_session_set_annotations (bench->session, annotations);
      if (bench->selected)
        dl_session_select_entity (bench->session, 0);
      paint (bench);
      settle (bench);
      report (bench, "marks arriving");
    }
  scroll (bench, 40);
  report (bench, "scrolled");
  scroll (bench, 500);
  report (bench, "by pages");
  jump (bench);
  report (bench, "to anywhere");
  resize (bench);
  report (bench, "resized");

  gtk_window_destroy (GTK_WINDOW (bench->window));
  g_clear_object (&bench->text);
  g_clear_object (&bench->session);
  g_array_unref (bench->frames);
}

int
main (int argc, char *argv[])
{
  Bench benches[] = { { .name = "plain text view" },
                      { .name = "article", .article = TRUE },
                      { .name = "article, one chosen", .article = TRUE, .selected = TRUE } };
  double megabytes = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 10;
  gsize paragraph = argc > 2 ? strtoul (argv[2], NULL, 10) : 600;
  g_autoptr (DlArticle) article = long_article (megabytes * 1e6, paragraph);
  g_autoptr (DlAnnotations) annotations = long_article_annotations (article);

  gtk_init ();
  adw_init ();
  turns_watch ();
  g_print ("%g MB, paragraphs of %" G_GSIZE_FORMAT
           " bytes, %u marks: ms of work a frame, median and "
           "worst, and in the longest turn of the main loop\n",
           megabytes, paragraph, dl_annotations_get_n_mentions (annotations));
  for (guint i = argc > 3 ? atoi (argv[3]) : 0; i < G_N_ELEMENTS (benches); i++)
    measure (&benches[i], article, annotations);

  return EXIT_SUCCESS;
}
