/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "error.h"
#include "importer.h"

static const struct
{
  const char *bytes;
  gsize length;
  const char *says; /* %NULL: it is read */
} FORMATS[] = {
#define ROW(bytes, says)                                                                           \
  {                                                                                                \
    bytes, sizeof bytes - 1, says                                                                  \
  }
  ROW ("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "picture"),
  ROW ("\xFF\xD8\xFF\xE0\0\x10JFIF", "picture"),
  ROW ("GIF89a\1\0\1\0", "picture"),
  ROW ("RIFF\x24\0\0\0WEBPVP8 ", "picture"),
  ROW ("\x1F\x8B\x08\0\0\0\0\0", "gzip"),
  ROW ("{\\rtf1\\ansi text}", "RTF"),
  ROW ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "older office"),
  ROW ("\x7F"
       "ELF\2\1\1",
       "program"),
  ROW ("SQLite format 3\0", "database"),
  ROW ("\0\0\0\x20"
       "ftypisom",
       "film"),
  ROW ("\1\2\3\0\4", "zero bytes"),
  ROW ("<svg><text></text></svg>", "“svg”"),
  /* what only looks like something else */
  ROW ("<3 is what she wrote", NULL),
  ROW ("<Anna> Good morning\n<Ben> Good morning", NULL),
  ROW ("<pre-war times> were meant", NULL),
  ROW ("ID3 tags are explained here", NULL),
  ROW ("PK is a postcode", NULL),
  ROW ("%PD", NULL),
#undef ROW
};

static void
test_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (FORMATS[i].bytes, FORMATS[i].length);
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = dl_importer_import (bytes, NULL, &error);

      g_test_message ("case %u", i);
      if (FORMATS[i].says == NULL)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (dl_article_get_text (article), ==, FORMATS[i].bytes);
          continue;
        }
      g_assert_null (article);
      g_assert_error (error, DL_ERROR, DL_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, FORMATS[i].says));
      /* what it is, and what can be done */
      g_assert_nonnull (strstr (error->message, ". "));
    }
}

/* A copy without the program that reads PDF says so, and what can be done. */
static void
test_no_pdf (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GError) error = NULL;

  g_setenv ("DATELINE_LIBEXECDIR", "/nonexistent", TRUE);
  g_assert_null (dl_importer_import (bytes, NULL, &error));
  g_unsetenv ("DATELINE_LIBEXECDIR");
  g_assert_error (error, DL_ERROR, DL_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "PDF"));
}

/* Every start of every format comes to an article or a sentence. */
static void
test_cut_formats (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    for (gsize length = 0; length < FORMATS[i].length; length++)
      {
        g_autofree char *copy = g_memdup2 (FORMATS[i].bytes, length);
        g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
        g_autoptr (GError) error = NULL;
        g_autoptr (DlArticle) article = dl_importer_import (bytes, NULL, &error);

        g_assert_true ((article == NULL) == (error != NULL));
        g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
      }
}

static GFile *
make_file (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return g_file_new_for_path (path);
}

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("dateline-import-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture->folder, "báo.txt", "một\nhai");
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_importer_load (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dl_article_get_text (article), ==, "một\nhai");
  g_assert_cmpstr (dl_article_get_fields (article)->id, ==, "báo.txt");
}

static void
test_load_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing");
  g_autoptr (GFile) empty = make_file (fixture->folder, "empty", "");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) is_folder = NULL;
  g_autoptr (GError) is_missing = NULL;
  g_autoptr (GError) is_empty = NULL;
  g_autoptr (GError) is_cancelled = NULL;

  g_assert_null (dl_importer_load (folder, NULL, &is_folder));
  g_assert_error (is_folder, DL_ERROR, DL_ERROR_FORMAT);
  g_assert_null (dl_importer_load (missing, NULL, &is_missing));
  g_assert_error (is_missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (dl_importer_load (empty, NULL, &is_empty));
  g_assert_error (is_empty, DL_ERROR, DL_ERROR_EMPTY);
  g_cancellable_cancel (cancelled);
  g_assert_null (dl_importer_load (empty, cancelled, &is_cancelled));
  g_assert_error (is_cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A sparse file: it has the size but not the bytes, and is refused unread. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture->folder, "large", "x");
  g_autoptr (GError) by_file = NULL;
  g_autoptr (GError) by_bytes = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_errno (truncate (g_file_peek_path (file), (off_t) DL_IMPORT_MAX_BYTES + 1));
  g_assert_null (dl_importer_load (file, NULL, &by_file));
  g_assert_error (by_file, DL_ERROR, DL_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (by_file->message, "64 MiB"));

  bytes = g_bytes_new_take (g_malloc0 (DL_IMPORT_MAX_BYTES + 1), DL_IMPORT_MAX_BYTES + 1);
  g_assert_null (dl_importer_import (bytes, NULL, &by_bytes));
  g_assert_error (by_bytes, DL_ERROR, DL_ERROR_TOO_LARGE);
}

/* A file that says it has no bytes and never ends. */
static void
test_endless (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_importer_load (file, NULL, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
}

/* Of 24 MB, which no machine reads in a twentieth of a second. */
static GBytes *
make_slow_page (void)
{
  GString *html = g_string_new ("<html><body>");

  while (html->len < 24 * 1024 * 1024)
    g_string_append (html, "<p>The ministers met for two days, and agreed on the text of it.</p>");

  return g_string_free_to_bytes (html);
}

static void
test_too_slow (void)
{
  g_autoptr (GBytes) page = make_slow_page ();
  g_autoptr (GBytes) text = g_bytes_new_static ("text", 4);
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) too_late = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_null (dl_importer_import_within (page, NULL, 0.05, NULL, &late));
  g_assert_error (late, DL_ERROR, DL_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (late->message, "seconds"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
  g_assert_null (dl_importer_import_within (text, NULL, 0, NULL, &too_late));
  g_assert_error (too_late, DL_ERROR, DL_ERROR_TOO_LARGE);
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_usleep (G_USEC_PER_SEC / 20);
  g_cancellable_cancel (cancellable);

  return NULL;
}

/* What is being read stops when nobody waits for it any more. */
static void
test_cancelled (void)
{
  g_autoptr (GBytes) page = make_slow_page ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_assert_null (dl_importer_import_within (page, NULL, 1000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GAsyncResult *
wait_for_load (GFile *file, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  dl_importer_load_async (file, cancellable, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file (fixture->folder, "a.txt", "text");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GAsyncResult) done = wait_for_load (file, NULL);
  g_autoptr (GAsyncResult) stopped = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_importer_load_finish (done, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dl_article_get_text (article), ==, "text");

  g_cancellable_cancel (cancelled);
  stopped = wait_for_load (file, cancelled);
  g_assert_null (dl_importer_load_finish (stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/importer/formats", test_formats);
  g_test_add_func ("/import/importer/no-pdf", test_no_pdf);
  g_test_add_func ("/import/importer/cut-formats", test_cut_formats);
  g_test_add_func ("/import/importer/endless", test_endless);
  g_test_add_func ("/import/importer/too-slow", test_too_slow);
  g_test_add_func ("/import/importer/cancelled", test_cancelled);
  g_test_add ("/import/importer/load", Fixture, NULL, set_up, test_load, tear_down);
  g_test_add ("/import/importer/load-errors", Fixture, NULL, set_up, test_load_errors, tear_down);
  g_test_add ("/import/importer/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  g_test_add ("/import/importer/async", Fixture, NULL, set_up, test_async, tear_down);

  return g_test_run ();
}
