/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest line that is read, beside which nothing of the input is kept. */
#define DL_LINE_READER_MAX_BYTES (16 * 1024 * 1024)

/**
 * DlLineStatus:
 * @DL_LINE_READ: a line was read
 * @DL_LINE_TOO_LONG: it was over %DL_LINE_READER_MAX_BYTES and has been passed over
 * @DL_LINE_END: there is none left
 * @DL_LINE_FAILED: reading failed
 */
typedef enum
{
  DL_LINE_READ,
  DL_LINE_TOO_LONG,
  DL_LINE_END,
  DL_LINE_FAILED,
} DlLineStatus;

/**
 * DlLineReader:
 *
 * Reads lines from a file descriptor, each as soon as it is there.
 */
typedef struct _DlLineReader DlLineReader;

DlLineReader *dl_line_reader_new (int fd);
void dl_line_reader_free (DlLineReader *self);
DlLineStatus
dl_line_reader_next (DlLineReader *self, const char **line, gsize *length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlLineReader, dl_line_reader_free)

G_END_DECLS
