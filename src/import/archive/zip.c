/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zip.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"

/* The files in a ZIP archive (APPNOTE.TXT of PKWARE, section 4.3), as books and office documents
 * are: stored or deflated, in one part, smaller than 4 GiB.
 *
 * 1. No number in the archive is believed: each is checked against the bytes there are.
 * 2. What is unpacked is counted as it comes, and stops at the limits of the header. */

#define END_MAGIC "PK\x05\x06"
#define CENTRAL_MAGIC "PK\x01\x02"
#define LOCAL_MAGIC "PK\x03\x04"
#define MAGIC_BYTES 4

/* The fixed parts of the records, and the longest comment behind the last one. */
#define END_BYTES 22
#define CENTRAL_BYTES 46
#define LOCAL_BYTES 30
#define MAX_COMMENT 65535

#define FLAG_ENCRYPTED 1
#define METHOD_STORED 0
#define METHOD_DEFLATED 8

/* Unpacked at a time. */
#define CHUNK_BYTES (64 * 1024)
/* Smaller files may be packed at any ratio. */
#define RATIO_FREE_BYTES (1024 * 1024)

typedef struct
{
  guint flags, method;
  gsize packed, offset; /* bytes; where its local header is */
} Entry;

struct _DlZip
{
  GBytes *bytes;
  GHashTable *entries; /* name → Entry */
  gsize n_unpacked;    /* bytes so far */
};

static guint
read_16 (const guint8 *p)
{
  return p[0] | p[1] << 8;
}

static gsize
read_32 (const guint8 *p)
{
  return (gsize) read_16 (p) | (gsize) read_16 (p + 2) << 16;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, DL_ERROR, DL_ERROR_SYNTAX,
                       _ ("This document is damaged or cut off. Get it again from where it came "
                          "from."));
  return FALSE;
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error_literal (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                       _ ("This document is packed so that it would fill the memory. Save its text "
                          "as a plain text file and open that."));
  return FALSE;
}

static const guint8 *
find_end (const guint8 *data, gsize size)
{
  gsize least = size > END_BYTES + MAX_COMMENT ? size - END_BYTES - MAX_COMMENT : 0;

  for (gsize at = size >= END_BYTES ? size - END_BYTES + 1 : 0; at > least; at--)
    if (memcmp (data + at - 1, END_MAGIC, MAGIC_BYTES) == 0)
      return data + at - 1;

  return NULL;
}

/* Returns: the bytes of the record at @p; 0: it is none */
static gsize
read_entry (DlZip *self, const guint8 *p, gsize left)
{
  gsize length, total;
  Entry *entry;

  if (left < CENTRAL_BYTES || memcmp (p, CENTRAL_MAGIC, MAGIC_BYTES) != 0)
    return 0;
  length = read_16 (p + 28);
  total = CENTRAL_BYTES + length + read_16 (p + 30) + read_16 (p + 32);
  if (total > left)
    return 0;

  entry = g_new0 (Entry, 1);
  entry->flags = read_16 (p + 8);
  entry->method = read_16 (p + 10);
  entry->packed = read_32 (p + 20);
  entry->offset = read_32 (p + 42);
  g_hash_table_replace (self->entries, g_strndup ((const char *) p + CENTRAL_BYTES, length), entry);

  return total;
}

static gboolean
read_directory (DlZip *self, GError **error)
{
  gsize size, start, n;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  const guint8 *end = find_end (data, size);

  if (end == NULL)
    return fail_damaged (error);
  n = read_16 (end + 10);
  start = read_32 (end + 16);
  if (n > DL_ZIP_MAX_ENTRIES)
    return fail_too_large (error);

  for (gsize i = 0; i < n; i++)
    {
      gsize used = start < size ? read_entry (self, data + start, size - start) : 0;

      if (used == 0)
        return fail_damaged (error);
      start += used;
    }

  return TRUE;
}

/**
 * dl_zip_open:
 *
 * Returns: (transfer full): the archive, or %NULL with %DL_ERROR_SYNTAX (it is none, or cut off)
 *   or %DL_ERROR_TOO_LARGE set
 */
DlZip *
dl_zip_open (GBytes *bytes, GError **error)
{
  g_autoptr (DlZip) self = g_new0 (DlZip, 1);

  self->bytes = g_bytes_ref (bytes);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return read_directory (self, error) ? g_steal_pointer (&self) : NULL;
}

void
dl_zip_free (DlZip *self)
{
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->entries);
  g_free (self);
}

gboolean
dl_zip_has (const DlZip *self, const char *name)
{
  return g_hash_table_contains (self->entries, name);
}

/* Whether so much may be unpacked of so little. */
static gboolean
is_within_limits (const DlZip *self, gsize n, gsize packed)
{
  return n <= DL_ZIP_MAX_ENTRY_BYTES && self->n_unpacked + n <= DL_ZIP_MAX_TOTAL_BYTES &&
         (n <= RATIO_FREE_BYTES || n / DL_ZIP_MAX_RATIO <= packed);
}

static GBytes *
inflate (const DlZip *self, const guint8 *data, gsize packed, GError **error)
{
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize used = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      guint length = out->len;
      gsize read = 0, written = 0;

      g_byte_array_set_size (out, length + CHUNK_BYTES);
      result = g_converter_convert (converter, data + used, packed - used, out->data + length,
                                    CHUNK_BYTES, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
      if (result == G_CONVERTER_ERROR ||
          (read == 0 && written == 0 && result != G_CONVERTER_FINISHED))
        {
          fail_damaged (error);
          return NULL;
        }
      used += read;
      g_byte_array_set_size (out, length + written);
      if (!is_within_limits (self, out->len, packed))
        {
          fail_too_large (error);
          return NULL;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* Returns: the first packed byte of @entry; %NULL: it lies outside of the archive */
static const guint8 *
find_data (const DlZip *self, const Entry *entry)
{
  gsize size, start;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);
  const guint8 *header = data + entry->offset;

  if (entry->offset > size || size - entry->offset < LOCAL_BYTES ||
      memcmp (header, LOCAL_MAGIC, MAGIC_BYTES) != 0)
    return NULL;
  start = entry->offset + LOCAL_BYTES + read_16 (header + 26) + read_16 (header + 28);

  return start <= size && entry->packed <= size - start ? data + start : NULL;
}

/**
 * dl_zip_read:
 * @name: of a file in the archive, with “/” between folders
 *
 * Returns: (transfer full): what is in it, or %NULL with %DL_ERROR_SYNTAX (not there, damaged),
 *   %DL_ERROR_FORMAT (encrypted, or packed in another way) or %DL_ERROR_TOO_LARGE set
 */
GBytes *
dl_zip_read (DlZip *self, const char *name, GError **error)
{
  const Entry *entry = g_hash_table_lookup (self->entries, name);
  const guint8 *data = entry != NULL ? find_data (self, entry) : NULL;
  GBytes *bytes = NULL;

  if (data == NULL)
    {
      fail_damaged (error);
      return NULL;
    }
  if ((entry->flags & FLAG_ENCRYPTED) != 0 ||
      (entry->method != METHOD_STORED && entry->method != METHOD_DEFLATED))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                           _ ("This document is protected by a password, or packed in a way that "
                              "cannot be read. Save it without protection and open it again."));
      return NULL;
    }

  if (entry->method == METHOD_DEFLATED)
    bytes = inflate (self, data, entry->packed, error);
  else if (is_within_limits (self, entry->packed, entry->packed))
    bytes = g_bytes_new (data, entry->packed);
  else
    fail_too_large (error);
  if (bytes != NULL)
    self->n_unpacked += g_bytes_get_size (bytes);

  return bytes;
}
