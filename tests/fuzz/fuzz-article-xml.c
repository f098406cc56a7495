/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "importer.h"

/* Any bytes as a file that is opened: sniffed, and parsed if they look like XML. */

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_importer_import (bytes, "fuzz", &error);

  fuzz_check_article (article, error);
  g_assert_true (article == NULL || dl_article_get_n_blocks (article) > 0);

  return 0;
}
