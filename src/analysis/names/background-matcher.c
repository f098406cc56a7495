/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "background-matcher.h"

#include <string.h>

#include "fold.h"

/* Which background file speaks of what the article speaks of. */

static gboolean
is_named (DlReading *reading, DlBackground *background)
{
  for (guint i = 0; i < dl_background_get_n_names (background); i++)
    {
      g_autofree char *folded = dl_fold_string (dl_background_get_name (background, i));

      /* interned: the reading keeps what it was asked */
      if (dl_reading_has_phrase (reading, g_intern_string (folded)))
        return TRUE;
    }

  return FALSE;
}

/**
 * dl_background_matcher_find:
 * @backgrounds: (nullable) (element-type DlBackground)
 *
 * A file fits if the article names it, or if the article's text holds one of the names
 * of its subject.
 *
 * Returns: (transfer none) (nullable): the first that fits
 */
DlBackground *
dl_background_matcher_find (DlReading *reading, GPtrArray *backgrounds)
{
  const char *wanted = dl_article_get_fields (reading->article)->background;

  for (guint i = 0; backgrounds != NULL && i < backgrounds->len; i++)
    {
      DlBackground *background = g_ptr_array_index (backgrounds, i);

      if (g_strcmp0 (wanted, dl_background_get_id (background)) == 0 ||
          is_named (reading, background))
        return background;
    }

  return NULL;
}
