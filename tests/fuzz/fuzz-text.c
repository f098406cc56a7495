/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "text-importer.h"

/* Any bytes as plain text; and, if they are UTF-8, kept as they are. */

static void
try_any (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_text_importer_import (bytes, "fuzz", &error);

  fuzz_check_article (article, error);
  g_assert_true (article == NULL || dl_article_get_n_blocks (article) > 0);
}

static void
try_utf8 (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_text_importer_from_utf8 (text, strlen (text), NULL, &error);

  fuzz_check_article (article, error);
  if (article != NULL)
    g_assert_cmpstr (dl_article_get_text (article), ==, text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  try_any (data, size);
  try_utf8 (data, size);

  return 0;
}
