/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "encoding.h"
#include "fuzz.h"

/* A line that names an encoding, then any bytes as text in it: UTF-8 comes of them, or an error; as
 * a page always UTF-8. */

static void
check_text (const char *utf8, gsize length)
{
  g_assert_true (g_utf8_validate_len (utf8, length, NULL));
  g_assert_cmpuint (strlen (utf8), ==, length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const uint8_t *newline = size > 0 ? memchr (data, '\n', size) : NULL;
  gsize line = newline != NULL ? (gsize) (newline - data) : 0;
  g_autofree char *declared = g_strndup ((const char *) data, line);
  g_autoptr (GBytes) bytes = g_bytes_new (data + line, size - line);
  g_autoptr (GError) error = NULL;
  gsize length, page_length;
  g_autofree char *text = dl_encoding_to_utf8 (bytes, declared, &length, &error);
  g_autofree char *page = dl_encoding_page_to_utf8 (bytes, declared, &page_length);

  g_assert_true ((text == NULL) == (error != NULL));
  if (text != NULL)
    check_text (text, length);
  check_text (page, page_length);

  return 0;
}
