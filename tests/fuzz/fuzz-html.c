/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "html-importer.h"

/* Any bytes as a web page. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_html_importer_import (bytes, "fuzz", &error);

  fuzz_check_article (article, error);

  return 0;
}
