/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "items.h"

#include <glib/gi18n.h>

#include "deadline.h"
#include "error.h"

/* The items of a file that holds several → Articles. */

static gboolean
check_count (guint n_items, GError **error)
{
  if (n_items == 0)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                         _ ("There is no article in this file. Open another one, or get it "
                            "again later."));
  else if (n_items > DL_ITEMS_MAX)
    g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                 _ ("This file has more than %d articles. Split it into several files."),
                 DL_ITEMS_MAX);

  return n_items > 0 && n_items <= DL_ITEMS_MAX;
}

/* “file.xml” → “file.xml#1” and so on, if there are several. */
static void
number (GPtrArray *articles)
{
  for (guint i = 0; articles->len > 1 && i < articles->len; i++)
    {
      DlArticleFields fields = *dl_article_get_fields (articles->pdata[i]);
      g_autofree char *id = g_strdup_printf ("%s#%u", fields.id != NULL ? fields.id : "", i + 1);
      DlArticle *numbered;

      fields.id = id;
      numbered = dl_article_copy_with (articles->pdata[i], &fields);
      g_object_unref (articles->pdata[i]);
      articles->pdata[i] = numbered;
    }
}

/**
 * dl_items_single:
 * @article: (transfer full) (nullable): an article, or %NULL
 *
 * Returns: (transfer full) (nullable) (element-type DlArticle): @article alone, or %NULL
 */
GPtrArray *
dl_items_single (DlArticle *article)
{
  GPtrArray *articles;

  if (article == NULL)
    return NULL;
  articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (articles, article);

  return articles;
}

/**
 * dl_items_import:
 * @items: what @reader reads, one at a time
 * @name: (nullable): the id of the articles, to which their number is added if there are several
 *
 * An item without any text is left out.
 *
 * Returns: (transfer full) (element-type DlArticle): in the order of @items, at least one; or
 *   %NULL with %DL_ERROR_EMPTY, %DL_ERROR_TOO_LARGE or an error of @reader set
 */
GPtrArray *
dl_items_import (GPtrArray *items,
                 const char *name,
                 DlItemReader reader,
                 gconstpointer user_data,
                 GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);

  if (!check_count (items->len, error))
    return NULL;

  for (guint i = 0; i < items->len && !dl_deadline_is_over (); i++)
    {
      g_autoptr (GError) fault = NULL;
      DlArticle *article = reader (items->pdata[i], name, user_data, &fault);

      if (article != NULL)
        g_ptr_array_add (articles, article);
      else if (!g_error_matches (fault, DL_ERROR, DL_ERROR_EMPTY))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }
  if (!check_count (articles->len, error))
    return NULL;
  number (articles);

  return g_steal_pointer (&articles);
}
