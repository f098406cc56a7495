/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

/* Articles as a golden file has them: what is known of each, then its blocks, one a line, and its
 * links. */

static void
print_field (GString *out, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static void
print_date (GString *out, const char *name, DlDate *date)
{
  g_autofree char *edtf = date != NULL ? dl_date_to_edtf (date) : NULL;

  print_field (out, name, edtf);
}

static void
print_fields (GString *out, const DlArticleFields *fields)
{
  print_field (out, "id", fields->id);
  print_field (out, "title", fields->title);
  print_field (out, "language", fields->language);
  print_field (out, "author", fields->author);
  print_field (out, "publisher", fields->publisher);
  print_field (out, "url", fields->url);
  print_field (out, "rights", fields->rights);
  print_field (out, "caption", fields->caption);
  print_date (out, "published", fields->published);
  print_date (out, "updated", fields->updated);
}

/* Returns: (transfer full): “heading”, and behind it how deep it is, if it is not of the first level */
static char *
dup_kind (DlBlock *block)
{
  const char *nick = dl_block_kind_get_nick (dl_block_get_kind (block));
  const guint level = dl_block_get_level (block);

  return level > 1 ? g_strdup_printf ("%s%u", nick, level) : g_strdup (nick);
}

/* Returns: (transfer full): the blocks as “kind[language]:text” */
char *
reading_print (DlArticle *article)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      DlBlock *block = dl_article_get_block (article, i);
      const char *language = dl_block_get_language (block);
      g_autofree char *kind = dup_kind (block);
      g_autofree char *text = dl_article_dup_excerpt (article, dl_block_get_span (block));

      g_string_append_printf (out, "%s[%s]:%s\n", kind, language != NULL ? language : "", text);
    }

  return g_string_free (out, FALSE);
}

static void
print_links (GString *out, DlArticle *article)
{
  const GArray *links = dl_article_get_fields (article)->links;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const DlWebLink *link = &g_array_index (links, DlWebLink, i);
      g_autofree char *words = dl_article_dup_excerpt (article, link->span);

      g_string_append_printf (out, "link[%s]:%s\n", words, link->address);
    }
}

/* Returns: (transfer full): all of @articles, a blank line between two */
char *
reading_print_all (GPtrArray *articles)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < articles->len; i++)
    {
      g_autofree char *blocks = reading_print (articles->pdata[i]);

      if (i > 0)
        g_string_append_c (out, '\n');
      print_fields (out, dl_article_get_fields (articles->pdata[i]));
      g_string_append (out, blocks);
      print_links (out, articles->pdata[i]);
    }

  return g_string_free (out, FALSE);
}
