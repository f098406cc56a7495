/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "importer.h"
#include "panels.h"
#include "turns.h"
#include "window.h"

/* Usage: bench-article-arrival [MEGABYTES]
 * With DATELINE_DATADIR set to the build's data folder.
 *
 * How long the main loop of a whole window is held while a long article arrives in it, then what
 * was found in it, and while a short one takes its place. */

/* Nothing is left to do when nothing was done for so long, ms. */
#define QUIET_MS 500

static const char *const countries[] = { "Kenya",   "Ghana",   "France", "Vietnam", "South Korea",
                                         "Estonia", "Brazil",  "Japan",  "Germany", "Nigeria",
                                         "India",   "Ukraine", "Chile" };
static const char *const cities[] = { "Nairobi", "Accra", "Paris", "Hanoi", "Seoul",
                                      "Tallinn", "Tokyo", "Abuja", "Delhi", "Santiago" };
static const char *const months[] = { "January",   "February", "March",    "April",
                                      "May",       "June",     "July",     "August",
                                      "September", "October",  "November", "December" };

#define PICK(array, i) (array[(i) % G_N_ELEMENTS (array)])

/* A heading over every tenth paragraph, and a date, two countries, a town and a person in every
 * sentence. */
static GBytes *
write_text (gsize bytes)
{
  GString *text = g_string_sized_new (bytes + 1024);

  for (guint i = 0; text->len < bytes; i++)
    {
      if (i % 50 == 0)
        g_string_append_printf (text, "\n\nTalks, part %u\n\n", i / 50);
      g_string_append_printf (text,
                              "On %u %s %u the ministers of %s and %s met in %s, and President "
                              "Anna Smith%u signed the agreement. ",
                              i % 28 + 1, PICK (months, i / 28), 1950 + i / 336 % 70,
                              PICK (countries, i), PICK (countries, i / 3 + 1), PICK (cities, i),
                              i % 5000);
      if (i % 5 == 4)
        g_string_append (text, "\n\n");
    }

  return g_string_free_to_bytes (text);
}

static DlArticle *
import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles =
    dl_importer_import_within (bytes, "long.txt", DL_IMPORT_MAX_SECONDS, NULL, &error);

  if (articles == NULL)
    g_error ("%s", error->message);

  return g_object_ref (articles->pdata[0]);
}

static DlAnnotations *
analyze (DlArticle *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autoptr (DlAnalyzer) analyzer = lexicon != NULL ? dl_analyzer_new (lexicon, NULL) : NULL;
  DlAnnotations *annotations =
    analyzer != NULL ? dl_analyzer_analyze (analyzer, article, NULL, &error) : NULL;

  if (annotations == NULL)
    g_error ("%s", error->message);

  return annotations;
}

static void
settle (DlPanels *panels)
{
  gint64 until = 0;

  while (g_get_monotonic_time () < until || dl_panels_is_busy (panels) || until == 0)
    if (g_main_context_iteration (NULL, FALSE) || until == 0)
      until = g_get_monotonic_time () + QUIET_MS * 1000;
    else
      g_usleep (1000);
}

static void
report (DlPanels *panels, const char *what)
{
  const gint64 begun = g_get_monotonic_time ();

  settle (panels);
  g_print ("%-28s %8.1f %8.0f\n", what, turns_get_longest (),
           (g_get_monotonic_time () - begun) / 1000.0 - QUIET_MS);
  turns_begin ();
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

static void
measure (DlArticle *article, DlAnnotations *annotations)
{
  g_autoptr (DlEngine) engine = dl_engine_new ();
  DlWindow *window = dl_window_new (NULL, engine, NULL);
  DlSession *session = dl_window_get_session (window);
  DlPanels *panels = DL_PANELS (find_widget (GTK_WIDGET (window), DL_TYPE_PANELS));
  g_autoptr (GBytes) bytes = write_text (2000);
  g_autoptr (DlArticle) other = import (bytes);

  dl_engine_warm_up (engine);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  dl_session_set_article (session, other);
  settle (panels);
  turns_begin ();

  dl_session_set_article (session, article);
  g_object_unref (article);
  report (panels, "the article arrives");
  dl_session_set_annotations (session, annotations);
  g_object_unref (annotations);
  report (panels, "what was found arrives");
  dl_session_set_clock (session, DL_CLOCK_READER);
  report (panels, "by another clock");
  dl_session_set_article (session, other);
  report (panels, "another takes its place");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  const double megabytes = argc > 1 ? g_ascii_strtod (argv[1], NULL) : 10;
  g_autoptr (GBytes) bytes = write_text (megabytes * 1e6);
  DlArticle *article;
  DlAnnotations *annotations;

  gtk_init ();
  adw_init ();
  turns_watch ();
  article = import (bytes);
  annotations = analyze (article);
  g_print ("%g MB, %u mentions, %u entities, %u events: ms of work in the longest turn of the main "
           "loop, and until all is done\n",
           megabytes, dl_annotations_get_n_mentions (annotations),
           dl_annotations_get_n_entities (annotations), dl_annotations_get_n_events (annotations));
  measure (article, annotations);

  return EXIT_SUCCESS;
}
