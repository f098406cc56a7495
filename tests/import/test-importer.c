/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

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

/* The name that is shown becomes the id. */
static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "báo.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  g_assert_true (g_file_set_contents (path, "một\nhai", -1, NULL));
  articles = dl_importer_load_all (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  g_assert_cmpstr (dl_article_get_text (articles->pdata[0]), ==, "một\nhai");
  g_assert_cmpstr (dl_article_get_fields (articles->pdata[0])->id, ==, "báo.txt");
  g_remove (path);
  g_rmdir (folder);
}

#define PARAGRAPH                                                                                  \
  "<p>The ministers of Norway and <a href=\"https://chile.example/\">Chile</a> met in Oslo, and "  \
  "the "                                                                                           \
  "paper counted them: there were %u of them this time, all told.</p>\n"

static char *
make_page (guint n_paragraphs)
{
  GString *page = g_string_new ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                                "<title>Ministers meet</title></head><body><article>"
                                "<h1>Ministers meet</h1>\n");

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (page, PARAGRAPH, i);
  g_string_append (page, "</article></body></html>\n");

  return g_string_free (page, FALSE);
}

static void
begin_cb (DlArticle *beginning, gpointer user_data)
{
  DlArticle **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (beginning);
}

/* Returns: (transfer full): the article of a page, whose beginning may come before */
static DlArticle *
load_early (const char *page, DlArticle **beginning)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "page.html", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  g_assert_true (g_file_set_contents (path, page, -1, NULL));
  articles = dl_importer_load_early (file, begin_cb, beginning, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  g_rmdir (folder);

  return g_object_ref (articles->pdata[0]);
}

/* What a long page begins with comes before the whole, and says the same as far as it goes. */
static void
test_beginning (void)
{
  g_autofree char *page = make_page (12000);
  g_autoptr (DlArticle) beginning = NULL;
  g_autoptr (DlArticle) article = load_early (page, &beginning);
  gsize length;

  g_assert_nonnull (beginning);
  length = dl_article_get_length (beginning);
  g_assert_cmpuint (length, >, 100000);
  g_assert_cmpuint (length, <, dl_article_get_length (article) / 4);
  g_assert_cmpmem (dl_article_get_text (beginning), length, dl_article_get_text (article), length);
  g_assert_cmpstr (dl_article_get_title (beginning), ==, "Ministers meet");
  g_assert_cmpuint (dl_article_get_fields (beginning)->n_left_out, ==, 0);
}

/* A page that is read at once has none, nor has one that begins with something else than text. */
static void
test_no_beginning (void)
{
  g_autofree char *page = make_page (1200);
  g_autofree char *style = g_strnfill (2000000, ' ');
  g_autofree char *late = g_strconcat ("<!DOCTYPE html><style>", style, "</style>", page, NULL);
  g_autoptr (DlArticle) beginning = NULL;
  g_autoptr (DlArticle) article = load_early (page, &beginning);
  g_autoptr (DlArticle) styled = load_early (late, &beginning);

  g_assert_null (beginning);
  g_assert_cmpuint (dl_article_get_n_blocks (article), >=, 1200);
  g_assert_cmpuint (dl_article_get_n_blocks (styled), >=, 1200);
}

/* Bytes that came by another way than a file are counted too. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) bytes =
    g_bytes_new_take (g_malloc0 (DL_IMPORT_MAX_BYTES + 1), DL_IMPORT_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_importer_import (bytes, NULL, &error));
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/importer/formats", test_formats);
  g_test_add_func ("/import/importer/no-pdf", test_no_pdf);
  g_test_add_func ("/import/importer/cut-formats", test_cut_formats);
  g_test_add_func ("/import/importer/too-large", test_too_large);
  g_test_add_func ("/import/importer/too-slow", test_too_slow);
  g_test_add_func ("/import/importer/cancelled", test_cancelled);
  g_test_add_func ("/import/importer/load", test_load);
  g_test_add_func ("/import/importer/beginning", test_beginning);
  g_test_add_func ("/import/importer/no-beginning", test_no_beginning);

  return g_test_run ();
}
