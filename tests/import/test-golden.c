/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "importer.h"
#include "reading.h"

/* Each file of tests/data/import/golden beside which there is one of the same name and “.read”:
 * what is read of it.  All were written for this test. */

#define SUFFIX ".read"

static void
test_file (gconstpointer data)
{
  g_autofree char *golden = g_strconcat (data, SUFFIX, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dl_importer_load_all (file, NULL, &error);
  g_autofree char *expected = NULL;
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  g_file_get_contents (golden, &expected, NULL, &error);
  g_assert_no_error (error);
  read = reading_print_all (articles);
  g_assert_cmpstr (read, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) folder = NULL;
  g_autofree char *path = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "data", "import", "golden", NULL);
  folder = g_dir_open (path, 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/import/golden/", name, NULL);

      if (!g_str_has_suffix (name, SUFFIX))
        g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
