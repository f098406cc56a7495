/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture.h"

#include <string.h>

/* A picture that a file brings along, as it is: nothing is decoded here, and nothing fetched. */

static const struct
{
  gsize offset;
  const char *magic;
} KINDS[] = { { 0, "\x89PNG\r\n\x1A\n" }, { 0, "\xFF\xD8\xFF" }, { 0, "GIF8" }, { 8, "WEBPVP8" } };

/* Returns: whether it is one that is shown everywhere, and neither too small nor too large */
gboolean
dl_picture_is_picture (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < DL_PICTURE_MIN_BYTES || size > DL_PICTURE_MAX_BYTES)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    if (memcmp (data + KINDS[i].offset, KINDS[i].magic, strlen (KINDS[i].magic)) == 0)
      return TRUE;

  return FALSE;
}

/* “data:image/png;base64,…” (RFC 2397) */
static GBytes *
read_data_uri (const char *uri)
{
  const char *comma = strchr (uri, ',');
  gsize length;
  guchar *data;

  if (comma == NULL || g_strstr_len (uri, comma - uri, ";base64") == NULL ||
      strlen (comma) / 4 * 3 > DL_PICTURE_MAX_BYTES)
    return NULL;
  data = g_base64_decode (comma + 1, &length);

  return g_bytes_new_take (data, length);
}

/**
 * dl_picture_find:
 * @address: of a picture, as a page has it
 * @finder: (nullable): looks into the archive that the page is in
 *
 * Returns: (transfer full) (nullable): the picture, if the page or its archive brings it along
 */
GBytes *
dl_picture_find (const char *address, DlPictureFinder finder, gpointer user_data)
{
  g_autoptr (GBytes) bytes = NULL;

  if (g_ascii_strncasecmp (address, "data:", strlen ("data:")) == 0)
    bytes = read_data_uri (address);
  else if (finder != NULL)
    bytes = finder (address, user_data);

  return bytes != NULL && dl_picture_is_picture (bytes) ? g_steal_pointer (&bytes) : NULL;
}
