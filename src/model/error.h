/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlError:
 * @DL_ERROR_EMPTY: nothing to read in it
 * @DL_ERROR_TOO_LARGE: over a named limit
 * @DL_ERROR_FORMAT: not a format that can be read
 * @DL_ERROR_ENCODING: its bytes are no text in the encoding it has
 * @DL_ERROR_SYNTAX: the format's own rules are broken; the message says where
 * @DL_ERROR_DATE: not a date of ISO 8601-2
 * @DL_ERROR_DATA: a file of the program itself is missing or damaged
 *
 * Every message is a sentence for the reader, in the interface's language.
 */
typedef enum
{
  DL_ERROR_EMPTY,
  DL_ERROR_TOO_LARGE,
  DL_ERROR_FORMAT,
  DL_ERROR_ENCODING,
  DL_ERROR_SYNTAX,
  DL_ERROR_DATE,
  DL_ERROR_DATA,
} DlError;

#define DL_ERROR (dl_error_quark ())
GQuark dl_error_quark (void);

G_END_DECLS
