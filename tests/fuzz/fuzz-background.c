/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "importer.h"

/* Any bytes as a background file: a fact has a text and a source, or there is an error. */

static void
check (DlBackground *background)
{
  g_assert_nonnull (dl_background_get_title (background));
  for (guint i = 0; i < dl_background_get_n_names (background); i++)
    g_assert_cmpint (*dl_background_get_name (background, i), !=, '\0');
  for (guint i = 0; i < dl_background_get_n_facts (background); i++)
    {
      const DlFact *fact = dl_background_get_fact (background, i);

      g_assert_cmpint (*fact->text, !=, '\0');
      g_assert_cmpint (*fact->source, !=, '\0');
      for (guint k = 0; fact->countries != NULL && fact->countries[k] != NULL; k++)
        g_assert_cmpuint (strlen (fact->countries[k]), ==, 2);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlBackground) background = dl_background_importer_import (bytes, "vi", &error);

  g_assert_true ((background == NULL) == (error != NULL));
  if (background != NULL)
    check (background);

  return 0;
}
