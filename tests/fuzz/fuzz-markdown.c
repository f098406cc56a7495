/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "markdown.h"

/* Any bytes as Markdown. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_markdown_import (bytes, "fuzz", &error);

  fuzz_check_article (article, error);

  return 0;
}
