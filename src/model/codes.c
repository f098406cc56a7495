/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "codes.h"

/**
 * dl_codes_dup:
 * @codes: (nullable) (array zero-terminated=1): country codes
 *
 * Copies the array, not the strings: these are a few hundred in all, hence interned.
 *
 * Returns: (transfer container) (nullable): free it with g_free(); %NULL for none
 */
const char *const *
dl_codes_dup (const char *const *codes)
{
  const char **copy;
  guint n;

  if (codes == NULL || codes[0] == NULL)
    return NULL;

  n = g_strv_length ((char **) codes);
  copy = g_new (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    copy[i] = g_intern_string (codes[i]);
  copy[n] = NULL;
  return copy;
}
