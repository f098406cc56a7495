/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "pdf.h"

/* Any bytes as what dateline-pdf says of a document. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_pdf_import_answer (bytes, "fuzz", &error);

  fuzz_check_article (article, error);

  return 0;
}
