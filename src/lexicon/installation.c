/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lexicon.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* Where the program's own files lie, as seen from the folder of its executable, so that
 * an installation can be moved: first as installed, then in the build tree. */
static const char *const data_places[] = { "../share/dateline", "../../data" };
static const char *const locale_places[] = { "../share/locale", "../../po" };
static const char *const helper_places[] = { "../libexec/dateline", "../../src/pdf" };
static const char *const schema_places[] = { "../share/glib-2.0/schemas", "../../data" };

/* One that is there wherever the others are. */
#define TRANSLATION "vi/LC_MESSAGES/" GETTEXT_PACKAGE ".mo"
#define COMPILED_SCHEMAS "gschemas.compiled"

static char *
dup_executable_folder (void)
{
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);

  return executable != NULL ? g_path_get_dirname (executable) : g_strdup (".");
}

/* Returns: (transfer full): @name in the first place that has it, else in the last. */
static char *
find (const char *const *places, guint n_places, const char *name)
{
  g_autofree char *folder = dup_executable_folder ();
  g_autofree char *path = NULL;

  for (guint i = 0; i < n_places; i++)
    {
      g_free (path);
      path = g_build_filename (folder, places[i], name, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        break;
    }

  return g_steal_pointer (&path);
}

/**
 * dl_data_path:
 * @name: a file of the program: “lexicon/lexicon.dat”, “map.dat”, “articles”
 *
 * Looks into the folder that the environment variable DATELINE_DATADIR names, else
 * beside the executable.
 *
 * Returns: (transfer full): the path, in the file system's encoding; the file need not exist
 */
char *
dl_data_path (const char *name)
{
  const char *folder = g_getenv ("DATELINE_DATADIR");

  g_return_val_if_fail (name != NULL, NULL);

  if (folder != NULL)
    return g_build_filename (folder, name, NULL);

  return find (data_places, G_N_ELEMENTS (data_places), name);
}

/**
 * dl_helper_path:
 * @name: a program that this one calls: “dateline-pdf”
 *
 * Looks into the folder that the environment variable DATELINE_LIBEXECDIR names, else beside the
 * executable.
 *
 * Returns: (transfer full): the path, in the file system's encoding; the file need not exist
 */
char *
dl_helper_path (const char *name)
{
  const char *folder = g_getenv ("DATELINE_LIBEXECDIR");

  g_return_val_if_fail (name != NULL, NULL);

  if (folder != NULL)
    return g_build_filename (folder, name, NULL);

  return find (helper_places, G_N_ELEMENTS (helper_places), name);
}

/**
 * dl_schema_folder:
 *
 * Returns: (transfer full): the folder beside the executable that has the compiled schemas of
 *   its settings, in the file system's encoding; it need not exist
 */
char *
dl_schema_folder (void)
{
  g_autofree char *file = find (schema_places, G_N_ELEMENTS (schema_places), COMPILED_SCHEMAS);

  return g_path_get_dirname (file);
}

/**
 * dl_set_up_locale:
 *
 * Takes the reader's language from the environment and finds the program's translations;
 * to be called first in main().
 */
void
dl_set_up_locale (void)
{
  g_autofree char *file = find (locale_places, G_N_ELEMENTS (locale_places), TRANSLATION);
  g_autofree char *folder = g_strndup (file, strlen (file) - strlen ("/" TRANSLATION));

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
