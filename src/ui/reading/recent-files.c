/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "recent-files.h"

#include <string.h>

/* The files that were opened last, as the desktop keeps them for all programs: here only
 * those that this one opened. */

/* More would make a menu of a list. */
#define MAX_FILES 8

/* Titles longer than this are cut; letters. */
#define MAX_TITLE 60

static void
add (const char *uri, const char *title)
{
  g_autofree char *type = g_content_type_guess (uri, NULL, 0, NULL);
  g_autofree char *media_type = g_content_type_get_mime_type (type);
  g_autofree char *command = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = media_type != NULL ? media_type : (char *) "application/octet-stream",
    .app_name = (char *) g_get_application_name (),
    .app_exec = command,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * dl_recent_files_add:
 * @title: (nullable): of the article in it; %NULL: the file's name is shown
 */
void
dl_recent_files_add (GFile *file, const char *title)
{
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  name = g_file_get_basename (file);
  add (uri, title != NULL && *title != '\0' ? title : name);
}

/* The later first. */
static int
compare (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) a);
  GDateTime *second = gtk_recent_info_get_modified (*(GtkRecentInfo *const *) b);

  return g_date_time_compare (second, first);
}

/* Returns: (transfer full) (element-type GtkRecentInfo): those that this program opened, the
 *   last one first */
static GPtrArray *
list_files (void)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);

  for (GList *item = all; item != NULL; item = item->next)
    {
      if (gtk_recent_info_has_application (item->data, g_get_application_name ()))
        g_ptr_array_add (files, gtk_recent_info_ref (item->data));
    }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (files, compare);

  return files;
}

/**
 * dl_recent_files_clear:
 *
 * Forgets them all.
 *
 * Returns: (transfer full) (element-type GtkRecentInfo): what was forgotten, for
 *   dl_recent_files_restore()
 */
GPtrArray *
dl_recent_files_clear (void)
{
  GPtrArray *files = list_files ();

  for (guint i = 0; i < files->len; i++)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (),
                                    gtk_recent_info_get_uri (files->pdata[i]), NULL);

  return files;
}

/* Remembers again what dl_recent_files_clear() forgot. */
void
dl_recent_files_restore (GPtrArray *files)
{
  g_return_if_fail (files != NULL);

  for (guint i = files->len; i > 0; i--)
    add (gtk_recent_info_get_uri (files->pdata[i - 1]),
         gtk_recent_info_get_display_name (files->pdata[i - 1]));
}

/* A title as a menu's label: cut where it is long, and no letter a mnemonic. */
static char *
dup_label (const char *title)
{
  const gboolean is_long = g_utf8_strlen (title, -1) > MAX_TITLE;
  g_autofree char *head = is_long ? g_utf8_substring (title, 0, MAX_TITLE) : g_strdup (title);
  GString *label = g_string_new (head);

  g_string_replace (label, "_", "__", 0);
  if (is_long)
    g_string_append (label, "…");

  return g_string_free (label, FALSE);
}

/**
 * dl_recent_files_fill:
 * @menu: what it holds goes
 * @action: of each item; its target is the URI, a string
 *
 * Fills @menu with the files, the last one first.
 */
void
dl_recent_files_fill (GMenu *menu, const char *action)
{
  g_autoptr (GPtrArray) files = list_files ();

  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  for (guint i = 0; i < MIN (files->len, MAX_FILES); i++)
    {
      g_autofree char *label = dup_label (gtk_recent_info_get_display_name (files->pdata[i]));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s",
                                         gtk_recent_info_get_uri (files->pdata[i]));
      g_menu_append_item (menu, item);
    }
}
