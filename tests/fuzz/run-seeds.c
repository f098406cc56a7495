/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"

/* Runs every file of the folder given as argument, whole and cut at each of its bytes, through
 * the target this is linked with: each seed, and each input that once broke something. */

/* Larger seeds are cut only this often. */
#define MAX_CUTS 2000

static void
test_seed (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length, step;

  g_file_get_contents (data, &contents, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) contents, length);

  step = 1 + length / MAX_CUTS;
  for (gsize cut = 0; cut < length; cut += step)
    {
      /* a copy, so that a sanitizer sees what is read past the end */
      g_autofree char *start = g_malloc (MAX (cut, 1));

      memcpy (start, contents, cut);
      LLVMFuzzerTestOneInput ((const uint8_t *) start, cut);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  LLVMFuzzerInitialize (&argc, &argv);

  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (argv[1], name, NULL), test_seed, g_free);
    }

  return g_test_run ();
}
