/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed.h"

#include <string.h>

#include "html-fragment.h"
#include "items.h"
#include "xml-tree.h"

/* A feed → Articles, one an item: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287).
 *
 * Elements go by their local names, for in RSS a namespace is what a program made of it.  What an
 * item says counts for more than what its feed does. */

typedef struct
{
  char *title, *language, *author, *publisher, *url;
  DlDate *published, *updated;
} Fields;

static void
clear_fields (Fields *self)
{
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->publisher);
  g_free (self->url);
  g_clear_pointer (&self->published, dl_date_unref);
  g_clear_pointer (&self->updated, dl_date_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fields, clear_fields)

typedef char *(*Reader) (const xmlNode *parent, const char *path);

/* The first of @paths, “a b/c”, at which there is something under @parent. */
static char *
dup_first (const xmlNode *parent, const char *paths, Reader reader)
{
  g_auto (GStrv) all = g_strsplit (paths, " ", -1);
  char *text = NULL;

  for (guint i = 0; all[i] != NULL && text == NULL; i++)
    text = reader (parent, all[i]);

  return text;
}

static DlDate *
find_date (const xmlNode *parent, const char *paths)
{
  g_auto (GStrv) all = g_strsplit (paths, " ", -1);
  DlDate *date = NULL;

  for (guint i = 0; all[i] != NULL && date == NULL; i++)
    date = dl_xml_find_date (parent, all[i], NULL);

  return date;
}

/* A title is often written as HTML, whatever its format says. */
static char *
dup_title (const xmlNode *parent, const char *path)
{
  g_autofree char *text = dl_xml_dup_found (parent, path);

  return text != NULL ? dl_html_fragment_dup_text (text) : NULL;
}

/* Of Atom, the link to the article itself; of RSS, the one there is. */
static char *
dup_link (const xmlNode *item, const char *path)
{
  for (const xmlNode *node = dl_xml_find (item, path); node != NULL; node = dl_xml_find_next (node))
    {
      g_autofree char *relation = dl_xml_dup_attribute (node, "rel");
      g_autofree char *target = dl_xml_dup_attribute (node, "href");
      g_autofree char *text = dl_xml_dup_text (node);

      if (*text != '\0')
        return g_steal_pointer (&text);
      if (target != NULL && (relation == NULL || g_str_equal (relation, "alternate")))
        return g_steal_pointer (&target);
    }

  return NULL;
}

/* “jane@example.org (Jane Doe)”, as RSS has it, → “Jane Doe” */
static char *
dup_author (const xmlNode *parent)
{
  g_autofree char *text =
    dup_first (parent, "author/name creator author managingEditor", dl_xml_dup_found);
  char *open = text != NULL ? strchr (text, '(') : NULL;

  if (open == NULL || strchr (text, '@') == NULL || !g_str_has_suffix (text, ")"))
    return g_steal_pointer (&text);

  return g_strndup (open + 1, strlen (open) - 2);
}

static void
read_feed (Fields *self, const xmlNode *feed)
{
  self->language = dup_first (feed, "language", dl_xml_dup_found);
  if (self->language == NULL)
    self->language = dl_xml_dup_own_language (feed);
  self->author = dup_author (feed);
  self->publisher = dup_first (feed, "title", dup_title);
}

static void
read_item (Fields *self, const xmlNode *item, const Fields *feed)
{
  self->title = dup_first (item, "title", dup_title);
  self->language = dl_xml_dup_own_language (item);
  if (self->language == NULL)
    self->language = g_strdup (feed->language);
  self->author = dup_author (item);
  if (self->author == NULL)
    self->author = g_strdup (feed->author);
  self->publisher = dup_first (item, "source/title", dup_title);
  if (self->publisher == NULL)
    self->publisher = g_strdup (feed->publisher);
  self->url = dup_first (item, "link", dup_link);
  self->published = find_date (item, "published pubDate date issued created updated modified");
  self->updated = find_date (item, "updated modified");
}

static gboolean
is_plain (const xmlNode *content)
{
  g_autofree char *type = dl_xml_dup_attribute (content, "type");

  return dl_xml_is_called (content->parent, "entry") &&
         (type == NULL || g_str_equal (type, "text") || g_str_equal (type, "text/plain"));
}

static gboolean
append_content (DlArticleBuilder *builder, const xmlNode *content)
{
  guint before = dl_article_builder_get_n_blocks (builder);
  xmlChar *text;

  if (content == NULL)
    return FALSE;

  text = xmlNodeGetContent (content);
  if (xmlFirstElementChild ((xmlNode *) content) != NULL)
    dl_html_fragment_append (builder, content);
  else if (is_plain (content))
    dl_article_builder_append_lines (builder, DL_BLOCK_PARAGRAPH, (const char *) text);
  else
    dl_html_fragment_append_string (builder, (const char *) text);
  xmlFree (text);

  return dl_article_builder_get_n_blocks (builder) > before;
}

/* The whole text if the item has it, else what it says in short. */
static void
append_text (DlArticleBuilder *builder, const xmlNode *item)
{
  static const char *const names[] = { "encoded", "content", "description", "summary" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (append_content (builder, dl_xml_find (item, names[i])))
      return;
}

static DlArticle *
import_item (gconstpointer item, const char *name, gconstpointer feed, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_auto (Fields) fields = { 0 };

  read_item (&fields, item, feed);
  if (fields.title != NULL)
    dl_article_builder_append (builder, DL_BLOCK_TITLE, fields.title, NULL);
  dl_article_builder_set_base (builder, fields.url);
  append_text (builder, item);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = fields.title,
                                     .language = fields.language,
                                     .author = fields.author,
                                     .publisher = fields.publisher,
                                     .url = fields.url,
                                     .published = fields.published,
                                     .updated = fields.updated,
                                   },
                                   error);
}

/* Items stand in the channel, in RSS 1.0 beside it. */
static GPtrArray *
find_items (const xmlNode *root, const xmlNode *channel)
{
  GPtrArray *items = g_ptr_array_new ();
  const xmlNode *parents[] = { root, channel != root ? channel : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    for (const xmlNode *node = parents[i] != NULL ? parents[i]->children : NULL; node != NULL;
         node = node->next)
      if (dl_xml_is_called (node, "item") || dl_xml_is_called (node, "entry"))
        g_ptr_array_add (items, (gpointer) node);

  return items;
}

/**
 * dl_feed_is_feed:
 * @doc: from dl_xml_parse()
 *
 * Tells whether @doc is a feed, or an entry of Atom by itself.
 */
gboolean
dl_feed_is_feed (xmlDoc *doc)
{
  const xmlNode *root = xmlDocGetRootElement (doc);

  if (dl_xml_is_called (root, "RDF"))
    return dl_xml_find (root, "channel") != NULL;

  return dl_xml_is_called (root, "rss") || dl_xml_is_called (root, "feed") ||
         dl_xml_is_called (root, "entry");
}

/**
 * dl_feed_import:
 * @doc: of which dl_feed_is_feed()
 * @name: (nullable): the id of the articles
 *
 * Returns: (transfer full) (element-type DlArticle): as of dl_items_import()
 */
GPtrArray *
dl_feed_import (xmlDoc *doc, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_auto (Fields) feed = { 0 };
  const xmlNode *root = xmlDocGetRootElement (doc);
  const xmlNode *channel = dl_xml_find (root, "channel");

  if (dl_xml_is_called (root, "entry"))
    {
      items = g_ptr_array_new ();
      g_ptr_array_add (items, (gpointer) root);
    }
  else
    {
      read_feed (&feed, channel != NULL ? channel : root);
      items = find_items (root, channel);
    }

  return dl_items_import (items, name, import_item, &feed, error);
}
