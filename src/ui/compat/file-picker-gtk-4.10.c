/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-picker.h"

#include <glib/gi18n.h>

/* Asks for files to read, on GTK 4.10 and later. */

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files =
    gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (files != NULL)
    g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  else if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * dl_file_picker_open_async:
 *
 * Asks the reader for one or more files, through the portal where there is one.
 */
void
dl_file_picker_open_async (GtkWindow *parent,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, dl_file_picker_open_async);
  gtk_file_dialog_set_title (dialog, _ ("Open an Article"));
  gtk_file_dialog_open_multiple (dialog, parent, cancellable, open_cb, task);
}

/**
 * dl_file_picker_open_finish:
 *
 * Returns: (transfer full): of GFile, at least one; or %NULL with %G_IO_ERROR_CANCELLED if none was
 *   chosen
 */
GListModel *
dl_file_picker_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
