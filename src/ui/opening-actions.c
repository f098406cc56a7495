/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "opening-actions.h"

#include <string.h>

#include <glib/gi18n.h>

#include "file-picker.h"
#include "paste.h"
#include "recent-files.h"

/* The ways in which a reader brings something into a window: a file that is chosen or was read
 * before, what is pasted, what is dropped. */

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dl_window_open (DL_WINDOW (widget), file);
}

static void
undo_clear_cb (AdwToast *toast, GPtrArray *files)
{
  dl_recent_files_restore (files);
}

static void
clear_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (_ ("Recent files cleared"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clear_cb),
                         dl_recent_files_clear (),
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  dl_window_add_toast (DL_WINDOW (widget), toast);
}

static void
picked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GListModel) files = dl_file_picker_open_finish (result, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  gpointer file;

  for (guint i = 0; files != NULL && (file = g_list_model_get_item (files, i)) != NULL; i++)
    g_ptr_array_add (all, file);
  if (all->len > 0)
    dl_window_open_files (DL_WINDOW (object), (GFile *const *) all->pdata, all->len);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_file_picker_open_async (GTK_WINDOW (widget), NULL, picked_cb, NULL);
}

static gboolean
drop_cb (DlWindow *self, const GValue *value)
{
  GSList *files = G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) ? g_value_get_boxed (value) : NULL;
  const char *text = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;
  g_autoptr (GPtrArray) all = NULL; /* of GFile, borrowed */

  if (text != NULL && *text != '\0')
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      dl_window_open_bytes (self, bytes, _ ("Dropped text"));
      return TRUE;
    }
  if (files == NULL)
    return FALSE;

  all = g_ptr_array_new ();
  for (GSList *file = files; file != NULL; file = file->next)
    g_ptr_array_add (all, file->data);
  dl_window_open_files (self, (GFile *const *) all->pdata, all->len);

  return TRUE;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DlWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dl_paste_read_finish (result, &error);

  if (bytes != NULL)
    dl_window_open_bytes (self, bytes, _ ("Pasted text"));
  else
    dl_window_tell (self, error->message);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_paste_read_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, g_object_ref (widget));
}

/**
 * dl_opening_actions_install:
 * @window_class: of DlWindow
 */
void
dl_opening_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (window_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (window_class, "win.clear-recent", NULL, clear_recent_action);
  gtk_widget_class_install_action (window_class, "win.paste", NULL, paste_action);
  /* not of the application, so that an entry pastes into itself */
  gtk_widget_class_add_binding_action (window_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste",
                                       NULL);
}

/**
 * dl_opening_actions_take_drops:
 *
 * Lets files and selected text be dropped anywhere on @window.
 */
void
dl_opening_actions_take_drops (DlWindow *window)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  g_return_if_fail (DL_IS_WINDOW (window));

  gtk_drop_target_set_gtypes (drop, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (drop_cb), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (drop));
  gtk_widget_add_css_class (GTK_WIDGET (window), "takes-drops");
}
