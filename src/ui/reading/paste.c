/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paste.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"
#include "importer.h"

/* What is on the clipboard, as the bytes of a file: HTML if there is any, else text. */

#define HTML_TYPE "text/html"
/* Tells the importer that what follows is a page, with whatever it begins. */
#define HTML_START "<!DOCTYPE html>\n"

static void
take_text (GTask *task, const char *text, gsize length)
{
  if (length == 0)
    g_task_return_new_error (task, DL_ERROR, DL_ERROR_EMPTY,
                             _ ("There is no text on the clipboard. Copy some first."));
  else
    g_task_return_pointer (task, g_bytes_new (text, length), (GDestroyNotify) g_bytes_unref);
}

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  take_text (task, text, text != NULL ? strlen (text) : 0);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  take_text (task, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
html_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
    gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_write_all (memory, HTML_START, strlen (HTML_START), NULL, NULL, NULL);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, g_task_get_cancellable (task), spliced_cb,
                                g_object_ref (task));
}

/**
 * dl_paste_read_async:
 *
 * Reads the clipboard, which may belong to another program.
 */
void
dl_paste_read_async (GdkClipboard *clipboard,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const char *types[] = { HTML_TYPE, NULL };
  GTask *task = g_task_new (clipboard, cancellable, callback, user_data);

  g_task_set_source_tag (task, dl_paste_read_async);
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), HTML_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, cancellable, html_cb, task);
  else
    gdk_clipboard_read_text_async (clipboard, cancellable, text_cb, task);
}

/**
 * dl_paste_read_finish:
 *
 * Returns: (transfer full): what dl_importer_import_all() takes, or %NULL with %DL_ERROR_EMPTY or
 *   an error of #G_IO_ERROR set
 */
GBytes *
dl_paste_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
