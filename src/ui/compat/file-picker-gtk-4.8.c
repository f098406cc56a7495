/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-picker.h"

#include <glib/gi18n.h>

/* Asks for files to read, on GTK 4.8 and 4.9. */

static void
response_cb (GTask *task, int response, GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no file was chosen");

  g_object_unref (task);
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
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Open an Article"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                                 NULL);
  GTask *task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, dl_file_picker_open_async);
  g_task_set_task_data (task, dialog, g_object_unref); /* the dialog lives as long as the task */
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
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
