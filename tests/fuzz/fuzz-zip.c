/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "zip.h"

/* Any bytes as an archive: each file that it says it has is read or there is an error. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const names[] = { "a", "content.xml", "mimetype", "META-INF/container.xml" };
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlZip) zip = dl_zip_open (bytes, &error);

  g_assert_true ((zip == NULL) == (error != NULL));
  for (guint i = 0; zip != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (GBytes) file = dl_zip_read (zip, names[i], &fault);

      g_assert_true ((file == NULL) == (fault != NULL));
      g_assert_true (file == NULL || g_bytes_get_size (file) <= DL_ZIP_MAX_ENTRY_BYTES);
    }

  return 0;
}
