/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lexicon.h"

/* Where the program's read-only files lie, in order; the last two as seen from the
 * folder of the executable: installed, and in the build tree. */
static const char *const places[] = { "../share/dateline", "../../data" };

static char *
dup_executable_folder (void)
{
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);

  return executable != NULL ? g_path_get_dirname (executable) : g_strdup (".");
}

/**
 * dl_data_path:
 * @name: a file of the program: “lexicon.dat”, “map.dat”, “articles”
 *
 * Looks into the folder that the environment variable DATELINE_DATADIR names, else
 * beside the executable, so that an installation can be moved.
 *
 * Returns: (transfer full): the path, in the file system's encoding; the file need not exist
 */
char *
dl_data_path (const char *name)
{
  const char *folder = g_getenv ("DATELINE_DATADIR");
  g_autofree char *beside = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (folder != NULL)
    return g_build_filename (folder, name, NULL);

  beside = dup_executable_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_free (path);
      path = g_build_filename (beside, places[i], name, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }

  return g_steal_pointer (&path);
}
