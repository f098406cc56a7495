/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file-bytes.h"

#include <glib/gi18n.h>

#include "error.h"

/* File → bytes, all of them, if it is a file and they are not too many. */

/* What is read of a file at a time. */
#define CHUNK_BYTES (256 * 1024)

/**
 * dl_file_bytes_set_too_large:
 * @limit: that was passed, bytes
 */
void
dl_file_bytes_set_too_large (GError **error, guint limit)
{
  g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
               _ ("This file is larger than %d MiB, which is more than an article. Split it into "
                  "several files and open them one by one."),
               limit / (1024 * 1024));
}

/* What the system says of faults names the file, as do those who tell of it, and not what can be
 * done. */
static void
explain (GError *error)
{
  const char *sentence = NULL;

  if (error->domain != G_IO_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    sentence = _ ("There is no such file. It may have been moved, renamed or deleted.");
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    sentence = _ ("You are not allowed to read this file. Ask its owner for leave, or for a copy.");
  else
    sentence =
      _ ("This file could not be read to its end. Look whether the disk or the network that "
         "it is on is still there, and open it again.");

  g_free (error->message);
  error->message = g_strdup (sentence);
}

/* A pipe, a socket or a device may have no end, or keep whoever opens it waiting. */
static gboolean
check_type (GFileType type, GError **error)
{
  switch (type)
    {
    case G_FILE_TYPE_DIRECTORY:
      g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                           _ ("This is a folder. Open a file in it."));
      return FALSE;

    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_MOUNTABLE:
    case G_FILE_TYPE_SHORTCUT:
      g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                           _ ("This is no file, but a device or a pipe. Save what comes out of it "
                              "as a file and open that."));
      return FALSE;

    case G_FILE_TYPE_UNKNOWN: /* of what is not on this machine */
    case G_FILE_TYPE_REGULAR:
    case G_FILE_TYPE_SYMBOLIC_LINK:
    default:
      return TRUE;
    }
}

/* Asked before a byte is read.  A file may lie about its size, or not know it, hence
 * dl_file_bytes_drain() counts again. */
static gboolean
check_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL || !check_type (g_file_info_get_file_type (info), error))
    return FALSE;
  if (g_file_info_get_size (info) > DL_IMPORT_MAX_BYTES)
    {
      dl_file_bytes_set_too_large (error, DL_IMPORT_MAX_BYTES);
      return FALSE;
    }

  return TRUE;
}

/**
 * dl_file_bytes_drain:
 *
 * Returns: (transfer full): all that is left in @stream, or %NULL with %DL_ERROR_TOO_LARGE or one
 *   of #G_IO_ERROR set
 */
GBytes *
dl_file_bytes_drain (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (;;)
    {
      guint length = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, length + CHUNK_BYTES);
      n = g_input_stream_read (stream, bytes->data + length, CHUNK_BYTES, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_set_size (bytes, length + n);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if (bytes->len > DL_IMPORT_MAX_BYTES)
        {
          dl_file_bytes_set_too_large (error, DL_IMPORT_MAX_BYTES);
          return NULL;
        }
    }
}

/**
 * dl_file_bytes_load:
 * @file: what to read
 *
 * Returns: (transfer full): its bytes, or %NULL with %DL_ERROR_FORMAT (it is no file),
 *   %DL_ERROR_TOO_LARGE or one of #G_IO_ERROR set; what happened is said in a sentence that
 *   does not name it
 */
GBytes *
dl_file_bytes_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (check_file (file, cancellable, &fault))
    stream = g_file_read (file, cancellable, &fault);
  if (stream != NULL)
    bytes = dl_file_bytes_drain (G_INPUT_STREAM (stream), cancellable, &fault);
  if (bytes != NULL)
    return g_steal_pointer (&bytes);

  explain (fault);
  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}
