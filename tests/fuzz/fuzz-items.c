/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "importer.h"

/* Any bytes as a file of one article or several: each as one article has to be, and at least one
 * or an error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dl_importer_import_all (bytes, "fuzz", &error);

  g_assert_true ((articles == NULL) == (error != NULL));
  g_assert_true (articles == NULL || articles->len > 0);
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    fuzz_check_article (articles->pdata[i], NULL);

  return 0;
}
