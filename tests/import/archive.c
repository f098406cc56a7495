/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive.h"

#include <string.h>

/* ZIP archives, with a length in each header that is a lie. */

static void
append_16 (GByteArray *bytes, guint value)
{
  const guint8 two[] = { value & 0xFF, value >> 8 & 0xFF };

  g_byte_array_append (bytes, two, 2);
}

static void
append_32 (GByteArray *bytes, guint value)
{
  append_16 (bytes, value & 0xFFFF);
  append_16 (bytes, value >> 16);
}

static GByteArray *
deflate (const char *data, gsize length)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 9));
  GByteArray *out = g_byte_array_new ();
  gsize read, written;

  g_byte_array_set_size (out, length + 1000);
  g_assert_cmpint (g_converter_convert (converter, data, length, out->data, out->len,
                                        G_CONVERTER_INPUT_AT_END, &read, &written, NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_set_size (out, written);

  return out;
}

/* Appends a file, deflated; @flags are those of its header */
void
archive_append (Archive *self, const char *name, const char *data, gsize length, guint flags)
{
  g_autoptr (GByteArray) packed = deflate (data, length);
  GByteArray *targets[] = { self->bytes, self->directory };
  guint offset = self->bytes->len;

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_byte_array_append (targets[i], (const guint8 *) (i == 0 ? "PK\3\4" : "PK\1\2\24\0"),
                           i == 0 ? 4 : 6);
      append_16 (targets[i], 20);
      append_16 (targets[i], flags);
      append_16 (targets[i], 8);
      append_32 (targets[i], 0);
      append_32 (targets[i], 0); /* nobody checks it */
      append_32 (targets[i], packed->len);
      append_32 (targets[i], 1); /* a lie */
      append_16 (targets[i], strlen (name));
      append_16 (targets[i], 0);
      for (guint k = 0; i == 1 && k < 5; k++)
        append_16 (targets[i], 0);
      if (i == 1)
        append_32 (targets[i], offset);
      g_byte_array_append (targets[i], (const guint8 *) name, strlen (name));
    }
  g_byte_array_append (self->bytes, packed->data, packed->len);
  self->n++;
}

void
archive_begin (Archive *self)
{
  *self = (Archive){ g_byte_array_new (), g_byte_array_new (), 0 };
}

/* Returns: (transfer full): the archive */
GBytes *
archive_end (Archive *self)
{
  guint start = self->bytes->len;

  g_byte_array_append (self->bytes, self->directory->data, self->directory->len);
  g_byte_array_append (self->bytes, (const guint8 *) "PK\5\6\0\0\0\0", 8);
  append_16 (self->bytes, self->n);
  append_16 (self->bytes, self->n);
  append_32 (self->bytes, self->directory->len);
  append_32 (self->bytes, start);
  append_16 (self->bytes, 0);
  g_byte_array_unref (self->directory);

  return g_byte_array_free_to_bytes (self->bytes);
}
