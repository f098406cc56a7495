/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article-text.h"
#include "article-view.h"
#include "display.h"
#include "failure-notice.h"
#include "file-bytes.h"
#include "widgets.h"
#include "window.h"

/* What a reader may ask to be opened and that is no article, or a very long one. */

typedef struct
{
  DlEngine *engine;
  DlWindow *window;
  DlSession *session;
  char *folder;
  char *path; /* of a file in it, not there yet */
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->engine = dl_engine_new ();
  self->window = dl_window_new (NULL, self->engine, NULL);
  self->session = dl_window_get_session (self->window);
  self->folder = g_dir_make_tmp ("dateline-opening-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "name.html", NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (!g_main_context_pending (NULL) || g_main_context_iteration (NULL, FALSE));
  g_object_unref (self->engine);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
open_path (Case *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  dl_window_open (self->window, file);
}

/* Returns: (nullable): what the notice above the article says of files that failed */
static const char *
get_failures (Case *self)
{
  GtkWidget *notice = find_widget (GTK_WIDGET (self->window), DL_TYPE_FAILURE_NOTICE);
  GtkWidget *revealer = notice != NULL ? gtk_widget_get_first_child (notice) : NULL;

  if (revealer == NULL || !gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)))
    return NULL;

  return gtk_label_get_label (GTK_LABEL (find_widget (revealer, GTK_TYPE_LABEL)));
}

/* What was read stays and can be read on; a sentence says what happened, another what to do. */
static void
assert_refused (Case *self, const char *path)
{
  DlArticle *before = dl_session_get_article (self->session);
  g_autofree char *name = g_path_get_basename (path);
  const char *sentences;

  open_path (self, path);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_FAILED);
  wait_until (get_failures (self) != NULL);
  sentences = get_failures (self);
  g_test_message ("%s", sentences);
  g_assert_true (g_str_has_prefix (sentences, name));
  g_assert_nonnull (strstr (sentences, ". "));
  g_assert_true (g_str_has_suffix (sentences, "."));
  g_assert_true (dl_session_get_article (self->session) == before);
  g_assert_nonnull (dl_session_get_annotations (self->session));
}

static void
open_first (Case *self)
{
  dl_window_open (self->window, NULL);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
}

static void
test_nothing (Case *self, gconstpointer data)
{
  open_first (self);
  assert_refused (self, self->path);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_refused (self, self->path);
  g_assert_true (g_file_set_contents (self->path, " \n\n", -1, NULL));
  assert_refused (self, self->path);
}

static void
test_no_file (Case *self, gconstpointer data)
{
  open_first (self);
  assert_refused (self, self->folder);
  assert_refused (self, "/dev/zero");
  assert_refused (self, "/proc/self/mem");
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self, self->path);
}

/* Larger than any article: it is not read at all. */
static void
test_large (Case *self, gconstpointer data)
{
  open_first (self);
  g_assert_true (g_file_set_contents (self->path, "x", 1, NULL));
  g_assert_cmpint (truncate (self->path, DL_IMPORT_MAX_BYTES + 1), ==, 0);
  assert_refused (self, self->path);
}

static void
write_long_page (Case *self)
{
  GString *page = g_string_new ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                                "<title>Ministers meet</title></head><body><article>\n");

  for (guint i = 0; page->len < 6 * 1024 * 1024; i++)
    g_string_append_printf (page,
                            "<p>The ministers of both countries met again in Oslo, and the paper "
                            "counted them: there were %u of them this time, all told.</p>\n",
                            i);
  g_string_append (page, "</article></body></html>\n");
  g_assert_true (g_file_set_contents (self->path, page->str, page->len, NULL));
  g_string_free (page, TRUE);
}

static void
note_length_cb (DlSession *session, GParamSpec *pspec, GArray *lengths)
{
  DlArticle *article = dl_session_get_article (session);
  const gsize length = article != NULL ? dl_article_get_length (article) : 0;

  g_array_append_val (lengths, length);
}

/* Some paragraphs from the top, bytes. */
#define FAR 2000
#define PARAGRAPH 150

static gboolean
is_near (DlArticleView *view)
{
  const gsize place = dl_article_view_get_place (view);

  return place > FAR - PARAGRAPH && place <= FAR;
}

/* What it begins with can be read at once, and the reader stays where that was. */
static void
test_long (Case *self, gconstpointer data)
{
  DlArticleView *view =
    DL_ARTICLE_VIEW (find_widget (GTK_WIDGET (self->window), DL_TYPE_ARTICLE_VIEW));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gsize));

  write_long_page (self);
  g_signal_connect (self->session, "notify::article", G_CALLBACK (note_length_cb), lengths);
  open_path (self, self->path);
  wait_until (lengths->len >= 1);
  dl_article_view_go_to (view, FAR);
  wait_until (is_near (view));

  wait_until (lengths->len >= 2);
  g_assert_cmpuint (g_array_index (lengths, gsize, 0), <, g_array_index (lengths, gsize, 1) / 4);
  wait_until (is_near (view));
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_cmpuint (lengths->len, ==, 2);
  g_signal_handlers_disconnect_by_data (self->session, lengths);
}

/* Who does not wait for the rest has what was there before. */
static void
test_cancelled (Case *self, gconstpointer data)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (DlArticle) before = NULL;

  open_first (self);
  before = g_object_ref (dl_session_get_article (self->session));
  write_long_page (self);
  g_signal_connect (self->session, "notify::article", G_CALLBACK (note_length_cb), lengths);
  open_path (self, self->path);
  wait_until (lengths->len >= 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cancel-opening", NULL);
  g_assert_true (dl_session_get_article (self->session) == before);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_signal_handlers_disconnect_by_data (self->session, lengths);
}

#define ADD(path, test) g_test_add (path, Case, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  ADD ("/ui/opening/nothing", test_nothing);
  ADD ("/ui/opening/no-file", test_no_file);
  ADD ("/ui/opening/large", test_large);
  ADD ("/ui/opening/long", test_long);
  ADD ("/ui/opening/cancelled", test_cancelled);

  return g_test_run ();
}
