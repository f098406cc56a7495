/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlJsonWriter:
 * @out: what has been written
 * @pretty: whether each value stands on a line of its own
 *
 * Writes JSON (RFC 8259) as it goes.  Every function takes the key of a member, or %NULL
 * for an element of an array; a key is of letters and “_” alone.  Strings are UTF-8.
 */
typedef struct
{
  GString *out;
  gboolean pretty;
  guint depth;
  gboolean is_first; /* nothing stands yet in the object or array that is open */
} DlJsonWriter;

void dl_json_writer_init (DlJsonWriter *self, GString *out, gboolean pretty);
void dl_json_writer_begin (DlJsonWriter *self, const char *key, char bracket);
void dl_json_writer_end (DlJsonWriter *self, char bracket);
void dl_json_writer_add_text (DlJsonWriter *self, const char *key, const char *text, gsize length);
void dl_json_writer_add_string (DlJsonWriter *self, const char *key, const char *value);
void dl_json_writer_add_integer (DlJsonWriter *self, const char *key, gint64 value);
void dl_json_writer_add_number (DlJsonWriter *self, const char *key, double value);
void dl_json_writer_add_boolean (DlJsonWriter *self, const char *key, gboolean value);
void dl_json_writer_add_json (DlJsonWriter *self, const char *key, const char *json);

G_END_DECLS
