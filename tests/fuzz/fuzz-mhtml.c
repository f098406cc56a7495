/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "mhtml.h"

/* Any bytes as a web archive, whether they begin as one or not: a page in it, or an error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  g_autoptr (GBytes) page = dl_mhtml_find_page (bytes, &address, &error);

  dl_mhtml_is_mhtml (bytes);
  g_assert_true ((page == NULL) == (error != NULL));

  return 0;
}
