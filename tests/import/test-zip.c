/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip.h"

#include <string.h>

#include "archive.h"
#include "error.h"
#include "importer.h"

/* Archives made here, so that each number in them can be a lie. */

static GBytes *
make (const char *name, const char *data, gsize length, guint flags)
{
  Archive archive;

  archive_begin (&archive);
  archive_append (&archive, name, data, length, flags);

  return archive_end (&archive);
}

static void
test_read (void)
{
  g_autoptr (GBytes) bytes = make ("a/b", "text", 4, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZip) zip = dl_zip_open (bytes, &error);
  g_autoptr (GBytes) read = dl_zip_read (zip, "a/b", &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (read, NULL), g_bytes_get_size (read), "text", 4);
  g_assert_true (dl_zip_has (zip, "a/b"));
  g_assert_null (dl_zip_read (zip, "b", &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_SYNTAX);
}

static void
assert_fails (GBytes *bytes, const char *name, DlError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZip) zip = dl_zip_open (bytes, &error);
  g_autoptr (GBytes) read = zip != NULL ? dl_zip_read (zip, name, &error) : NULL;

  g_assert_null (read);
  g_assert_error (error, DL_ERROR, (int) code);
}

/* A megabyte of nothing packed into a thousand bytes is fine, more is not; and the total counts. */
static void
test_bombs (void)
{
  gsize large = DL_ZIP_MAX_ENTRY_BYTES + 1;
  g_autofree char *zeros = g_malloc0 (large);
  g_autoptr (GBytes) ratio = make ("a", zeros, 4 * 1024 * 1024, 0);
  g_autoptr (GBytes) entry = NULL;
  guint state = 1;

  assert_fails (ratio, "a", DL_ERROR_TOO_LARGE);
  for (gsize i = 0; i < large; i += 64)
    zeros[i] = (char) (state = state * 1103515245 + 12345);
  entry = make ("a", zeros, large, 0);
  assert_fails (entry, "a", DL_ERROR_TOO_LARGE);
}

static void
test_total (void)
{
  gsize large = DL_ZIP_MAX_ENTRY_BYTES;
  g_autofree char *data = g_malloc0 (large);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DlZip) zip = NULL;
  g_autoptr (GError) error = NULL;
  guint state = 1;

  for (gsize i = 0; i < large; i += 64)
    data[i] = (char) (state = state * 1103515245 + 12345);
  bytes = make ("a", data, large, 0);
  zip = dl_zip_open (bytes, NULL);
  for (guint i = 0; i < DL_ZIP_MAX_TOTAL_BYTES / DL_ZIP_MAX_ENTRY_BYTES; i++)
    {
      g_autoptr (GBytes) read = dl_zip_read (zip, "a", &error);

      g_assert_no_error (error);
    }
  g_assert_null (dl_zip_read (zip, "a", &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
}

static void
test_most_entries (void)
{
  for (guint n = DL_ZIP_MAX_ENTRIES; n <= DL_ZIP_MAX_ENTRIES + 1; n++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (DlZip) zip = NULL;
      Archive archive;

      archive_begin (&archive);
      for (guint i = 0; i < n; i++)
        archive_append (&archive, "a", "", 0, 0);
      bytes = archive_end (&archive);
      zip = dl_zip_open (bytes, &error);
      g_assert_true ((zip == NULL) == (n > DL_ZIP_MAX_ENTRIES));
    }
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) bytes = make ("a", "text", 4, 1);

  assert_fails (bytes, "a", DL_ERROR_FORMAT);
}

/* Cut anywhere, or with any byte of it changed, a document comes to an article or a sentence. */
static void
test_damaged (void)
{
  static const char *const names[] = { "book.epub", "text.odt", "text.docx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
        g_test_build_filename (G_TEST_DIST, "data", "import", "golden", names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      for (gsize at = 0; at < length; at++)
        {
          g_autofree char *copy = g_memdup2 (contents, length);
          g_autoptr (GBytes) cut = g_bytes_new_static (contents, at);
          g_autoptr (GBytes) changed = NULL;
          g_autoptr (GError) cut_error = NULL;
          g_autoptr (GError) changed_error = NULL;
          g_autoptr (DlArticle) of_cut = dl_importer_import (cut, NULL, &cut_error);
          g_autoptr (DlArticle) of_changed = NULL;

          copy[at] = (char) ~copy[at];
          changed = g_bytes_new_take (g_steal_pointer (&copy), length);
          of_changed = dl_importer_import (changed, NULL, &changed_error);
          g_assert_true ((of_cut == NULL) == (cut_error != NULL));
          g_assert_true ((of_changed == NULL) == (changed_error != NULL));
        }
    }
}

/* What kind of archive it is, in a sentence. */
static void
test_refused (void)
{
  static const char *const rows[][2] = {
    { "a.txt", "ZIP" },
    { "[Content_Types].xml", "office" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = make (rows[i][0], "text", 4, 0);
      g_autoptr (GError) error = NULL;

      g_assert_null (dl_importer_import (bytes, NULL, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, rows[i][1]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/zip/read", test_read);
  g_test_add_func ("/import/zip/bombs", test_bombs);
  g_test_add_func ("/import/zip/total", test_total);
  g_test_add_func ("/import/zip/most-entries", test_most_entries);
  g_test_add_func ("/import/zip/encrypted", test_encrypted);
  g_test_add_func ("/import/zip/damaged", test_damaged);
  g_test_add_func ("/import/zip/refused", test_refused);

  return g_test_run ();
}
