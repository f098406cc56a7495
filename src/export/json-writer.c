/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-writer.h"

#include <math.h>
#include <string.h>

/* json-glib builds a tree of all values before it writes the first: of a hundred thousand
 * mentions it takes 220 MB and twenty times as long as this. */

void
dl_json_writer_init (DlJsonWriter *self, GString *out, gboolean pretty)
{
  *self = (DlJsonWriter){ .out = out, .pretty = pretty, .is_first = TRUE };
}

/* Appends what is short: of a function of GLib the call alone costs more than the copy. */
static inline void
put (GString *out, const char *bytes, gsize length)
{
  if (out->len + length >= out->allocated_len)
    {
      g_string_append_len (out, bytes, length);
      return;
    }
  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static void
break_line (DlJsonWriter *self)
{
  if (!self->pretty)
    return;

  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->depth; i++)
    put (self->out, "  ", 2);
}

/* Appends one byte that a string holds in another form only. */
static void
append_special (GString *out, guchar byte)
{
  static const char special[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *found = byte == '\0' ? NULL : strchr (special, byte);

  if (found != NULL)
    g_string_append_printf (out, "\\%c", letters[found - special]);
  else
    g_string_append_printf (out, "\\u%04x", byte);
}

static void
append_escaped (GString *out, const char *text, gsize length)
{
  gsize written = 0;

  g_string_append_c (out, '"');
  for (gsize i = 0; i < length; i++)
    {
      const guchar byte = text[i];

      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f)
        continue;

      put (out, text + written, i - written);
      written = i + 1;
      append_special (out, byte);
    }

  put (out, text + written, length - written);
  g_string_append_c (out, '"');
}

static void
begin_value (DlJsonWriter *self, const char *key)
{
  if (!self->is_first)
    g_string_append_c (self->out, ',');
  if (self->depth > 0)
    break_line (self);
  if (key != NULL)
    {
      g_string_append_c (self->out, '"');
      put (self->out, key, strlen (key));
      put (self->out, "\": ", self->pretty ? 3 : 2);
    }

  self->is_first = FALSE;
}

/**
 * dl_json_writer_begin:
 * @self: a writer
 * @key: (nullable): its key
 * @bracket: “{” for an object, “[” for an array
 *
 * What follows stands in it, until dl_json_writer_end().
 */
void
dl_json_writer_begin (DlJsonWriter *self, const char *key, char bracket)
{
  begin_value (self, key);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->is_first = TRUE;
}

/**
 * dl_json_writer_end:
 * @self: a writer
 * @bracket: “}” or “]”
 *
 * Closes what was begun last.
 */
void
dl_json_writer_end (DlJsonWriter *self, char bracket)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (!self->is_first)
    break_line (self);
  g_string_append_c (self->out, bracket);
  self->is_first = FALSE;
}

/**
 * dl_json_writer_add_text:
 * @self: a writer
 * @key: (nullable): its key
 * @text: a string that need not end in a NUL byte
 * @length: its length in bytes
 *
 * Adds a string.
 */
void
dl_json_writer_add_text (DlJsonWriter *self, const char *key, const char *text, gsize length)
{
  begin_value (self, key);
  append_escaped (self->out, text, length);
}

/**
 * dl_json_writer_add_string:
 * @self: a writer
 * @key: (nullable): its key
 * @value: (nullable): a string; %NULL: nothing is written
 *
 * Adds a string, if there is one.
 */
void
dl_json_writer_add_string (DlJsonWriter *self, const char *key, const char *value)
{
  if (value != NULL)
    dl_json_writer_add_text (self, key, value, strlen (value));
}

static void
append_integer (GString *out, gint64 value)
{
  char digits[20];
  gsize start = sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    digits[--start] = '0' + rest % 10;
  while ((rest /= 10) != 0);
  if (value < 0)
    digits[--start] = '-';
  put (out, digits + start, sizeof digits - start);
}

void
dl_json_writer_add_integer (DlJsonWriter *self, const char *key, gint64 value)
{
  begin_value (self, key);
  append_integer (self->out, value);
}

/* Appends a number from 0.1 to below 1, as most are, to seven digits.
 *
 * Returns: whether it could; the last digit of what stands halfway between two numbers
 *   is left to the C library */
static gboolean
append_fraction (GString *out, double value)
{
  const double scaled = CLAMP (value, 0, 1) * 1e7;
  guint32 digits = (guint32) (scaled + 0.5);
  char text[9] = "0.";
  gsize length = sizeof text;

  if (digits < 1000000 || digits >= 10000000 || fabs (scaled - floor (scaled) - 0.5) < 1e-3)
    return FALSE;

  for (; digits % 10 == 0; digits /= 10)
    length--;
  for (gsize i = length; i > 2; digits /= 10)
    text[--i] = '0' + digits % 10;
  put (out, text, length);

  return TRUE;
}

/**
 * dl_json_writer_add_number:
 * @self: a writer
 * @key: (nullable): its key
 * @value: a number; what is not finite, which JSON cannot write, is left out
 *
 * Adds a number to seven digits: coordinates to a few metres.
 */
void
dl_json_writer_add_number (DlJsonWriter *self, const char *key, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return;

  begin_value (self, key);
  if (!append_fraction (self->out, value))
    g_string_append (self->out, g_ascii_formatd (digits, sizeof digits, "%.7g", value));
}

void
dl_json_writer_add_boolean (DlJsonWriter *self, const char *key, gboolean value)
{
  dl_json_writer_add_json (self, key, value ? "true" : "false");
}

/**
 * dl_json_writer_add_json:
 * @self: a writer
 * @key: (nullable): its key
 * @json: a value as JSON writes it, “null”
 *
 * Adds a value word for word.
 */
void
dl_json_writer_add_json (DlJsonWriter *self, const char *key, const char *json)
{
  begin_value (self, key);
  put (self->out, json, strlen (json));
}
