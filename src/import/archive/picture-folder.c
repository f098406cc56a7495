/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-folder.h"

#include <string.h>

#include "picture.h"

/* The pictures of a page that a browser saved “complete” stand in a folder beside it, whose name
 * depends on the browser and its language.  A page is not trusted: it is shown what stands in
 * folders beside it, and nothing that is above them or reached over a link. */

#define MAX_ADDRESS 1000 /* bytes */
#define MAX_FOLDERS 4

/* Returns: (transfer full) (nullable): the path that a relative address without “..” means */
static char *
dup_path (const char *address)
{
  g_autofree char *cut = g_strndup (address, strcspn (address, "?#"));
  g_autofree char *path = g_uri_unescape_string (cut, "/");

  if (path == NULL || strchr (path, ':') != NULL || g_path_is_absolute (path))
    return NULL;

  return g_steal_pointer (&path);
}

/* Returns: (transfer full) (nullable): the file at @path from the folder of @page, if all on the
 * way there are folders, and it is a file, and none of them a link */
static GFile *
resolve (GFile *page, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", MAX_FOLDERS + 2);
  g_autoptr (GFile) file = g_file_get_parent (page);
  guint n = 0;

  for (guint i = 0; file != NULL && steps[i] != NULL; i++)
    {
      const gboolean is_last = steps[i + 1] == NULL;
      g_autoptr (GFile) child = NULL;

      if (*steps[i] == '\0' || g_str_equal (steps[i], "."))
        continue;
      if (g_str_equal (steps[i], ".."))
        return NULL;
      child = g_file_get_child (file, steps[i]);
      if (g_file_query_file_type (child, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) !=
          (is_last ? G_FILE_TYPE_REGULAR : G_FILE_TYPE_DIRECTORY))
        return NULL;
      g_set_object (&file, child);
      n++;
    }

  return n > 1 && n <= MAX_FOLDERS + 1 ? g_steal_pointer (&file) : NULL;
}

/**
 * dl_picture_folder_find:
 * @address: of a picture, as the page has it
 * @page: a #GFile: the page itself
 *
 * A #DlPictureFinder.
 */
GBytes *
dl_picture_folder_find (const char *address, gpointer page)
{
  g_autofree char *path = strlen (address) <= MAX_ADDRESS ? dup_path (address) : NULL;
  g_autoptr (GFile) file = path != NULL ? resolve (page, path) : NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (file != NULL)
    info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL || g_file_info_get_size (info) > DL_PICTURE_MAX_BYTES)
    return NULL;

  return g_file_load_bytes (file, NULL, NULL, NULL);
}
