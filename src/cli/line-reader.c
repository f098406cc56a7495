/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "line-reader.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_BYTES (64 * 1024)

struct _DlLineReader
{
  int fd;              /* borrowed */
  GByteArray *pending; /* what has been read and may not have been given out */
  gsize start;         /* bytes of @pending that have been given out */
  gsize searched;      /* bytes of @pending up to which no line ends behind @start */
  gboolean is_at_end;
  gboolean is_skipping; /* the line is too long; up to its end nothing is kept */
};

/**
 * dl_line_reader_new:
 * @fd: a file descriptor, which stays the caller's
 *
 * Returns: (transfer full): a reader of its lines
 */
DlLineReader *
dl_line_reader_new (int fd)
{
  DlLineReader *self = g_new0 (DlLineReader, 1);

  self->fd = fd;
  self->pending = g_byte_array_new ();
  return self;
}

void
dl_line_reader_free (DlLineReader *self)
{
  g_byte_array_unref (self->pending);
  g_free (self);
}

/* Drops what has been given out, and reads what is there. */
static gboolean
fill (DlLineReader *self, GError **error)
{
  gsize length;
  gssize n;

  g_byte_array_remove_range (self->pending, 0, self->start);
  self->searched -= self->start;
  self->start = 0;

  length = self->pending->len;
  g_byte_array_set_size (self->pending, length + CHUNK_BYTES);
  do
    n = read (self->fd, self->pending->data + length, CHUNK_BYTES);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  self->is_at_end = n == 0;
  g_byte_array_set_size (self->pending, length + MAX (n, 0));
  return n >= 0;
}

/* Gives out what stands before @end, and goes on behind @next. */
static DlLineStatus
give (DlLineReader *self, gsize end, gsize next, const char **line, gsize *length)
{
  gboolean is_too_long = self->is_skipping || end - self->start > DL_LINE_READER_MAX_BYTES;

  *line = (const char *) self->pending->data + self->start;
  *length = end - self->start;
  self->start = self->searched = next;
  self->is_skipping = FALSE;
  return is_too_long ? DL_LINE_TOO_LONG : DL_LINE_READ;
}

/**
 * dl_line_reader_next:
 * @self: a reader
 * @line: (out) (transfer none): the bytes of the line without its end, until the next
 *   call; no NUL byte stands behind them
 * @length: (out): how many there are
 * @error: return location
 *
 * Returns: what happened; on %DL_LINE_FAILED an error of %G_IO_ERROR is set
 */
DlLineStatus
dl_line_reader_next (DlLineReader *self, const char **line, gsize *length, GError **error)
{
  while (TRUE)
    {
      const guint8 *data = self->pending->data;
      gsize n = self->pending->len;
      const guint8 *end =
        n == self->searched ? NULL : memchr (data + self->searched, '\n', n - self->searched);

      if (end != NULL)
        return give (self, end - data, end - data + 1, line, length);

      self->searched = n;
      if (n - self->start > DL_LINE_READER_MAX_BYTES)
        {
          self->is_skipping = TRUE;
          self->start = n;
        }
      if (self->is_at_end && n == self->start && !self->is_skipping)
        return DL_LINE_END;
      if (self->is_at_end)
        return give (self, n, n, line, length);
      if (!fill (self, error))
        return DL_LINE_FAILED;
    }
}
