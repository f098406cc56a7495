/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-news.h"

#include <string.h>

#include "html-fragment.h"
#include "items.h"
#include "timestamp.h"

/* News in JSON → Articles: JSON Feed 1.0 and 1.1 (jsonfeed.org), and ninjs 1 to 3 of the IPTC,
 * whose packages hold further items as “associations”.
 *
 * 1. An item is an object that has a text or a headline under one of the names below.
 * 2. ninjs 1 has a member each (“headline”, “body_html”), ninjs 2 and 3 arrays of objects with a
 *    “value” (“headlines”, “bodies”). */

/* ninjs 3 writes the names of the others with a capital within. */
#define PUBLISHED                                                                                  \
  "date_published contentcreated contentCreated firstcreated firstCreated versioncreated "         \
  "versionCreated"
#define UPDATED "date_modified versioncreated versionCreated"

/* Packages in packages. */
#define MAX_DEPTH 8

/* What holds for every item that does not say otherwise. */
typedef struct
{
  const char *publisher, *language, *author;
} Feed;

static JsonNode *
get_member (JsonObject *object, const char *member)
{
  return object != NULL ? json_object_get_member (object, member) : NULL;
}

/* Returns: (nullable): the first of @members, “a b”, that is a string with anything in it */
static const char *
find_string (JsonObject *object, const char *members)
{
  g_auto (GStrv) all = g_strsplit (members, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *text = dl_json_get_string (object, all[i]);

      if (text != NULL && *text != '\0')
        return text;
    }

  return NULL;
}

/* Of ninjs 2: the “value” of the object in the array @member whose “role” or “contenttype” has
 * @wanted in it; without @wanted, or if there is none, of the first. */
static const char *
find_value (JsonObject *object, const char *member, const char *wanted)
{
  JsonNode *node = get_member (object, member);
  JsonArray *array =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *first = NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *one = dl_json_get_object (json_array_get_element (array, i));
      const char *value = dl_json_get_string (one, "value");
      const char *type = find_string (one, "contenttype contentType role");

      if (value == NULL || *value == '\0')
        continue;
      if (wanted != NULL && type != NULL && strstr (type, wanted) != NULL)
        return value;
      first = first != NULL ? first : value;
    }

  return first;
}

/* Of ninjs 1, in which names are free behind “headline_” and the like: the first with @prefix that
 * is a string with anything in it. */
static const char *
find_prefixed (JsonObject *object, const char *prefix)
{
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *member = members; member != NULL; member = member->next)
    {
      const char *text =
        g_str_has_prefix (member->data, prefix) ? dl_json_get_string (object, member->data) : NULL;

      if (text != NULL && *text != '\0')
        return text;
    }

  return NULL;
}

static const char *
find_title (JsonObject *item)
{
  const char *title = find_string (item, "headline headline_main");

  if (title == NULL)
    title = find_prefixed (item, "headline_");
  if (title == NULL)
    title = find_value (item, "headlines", "main");

  return title != NULL ? title : find_string (item, "title");
}

static const char *
find_author (JsonObject *item)
{
  const char *author = find_string (item, "byline by");

  if (author == NULL)
    author =
      dl_json_get_string (dl_json_get_object (dl_json_get_first (get_member (item, "authors"))),
                          "name");
  if (author == NULL)
    author = dl_json_get_string (dl_json_get_object (get_member (item, "author")), "name");

  return author;
}

/* The “uri” of ninjs is a name, and only at times an address. */
static const char *
find_address (JsonObject *item)
{
  const char *uri = find_string (item, "url uri");

  return uri != NULL && g_str_has_prefix (uri, "http") ? uri : NULL;
}

static gboolean
is_html (const char *text)
{
  return strchr (text, '<') != NULL && strchr (text, '>') != NULL;
}

static void
append_text (DlArticleBuilder *builder, JsonObject *item)
{
  const char *html = find_string (item, "content_html body_xhtml body_html");
  const char *plain = find_string (item, "content_text body_text");

  if (html == NULL && plain == NULL)
    {
      html = find_value (item, "bodies", "html");
      if (html != NULL && !is_html (html))
        plain = g_steal_pointer (&html);
    }
  if (html == NULL && plain == NULL)
    {
      html = find_prefixed (item, "body_");
      if (html != NULL && !is_html (html))
        plain = g_steal_pointer (&html);
    }
  if (html == NULL && plain == NULL)
    plain = find_string (item, "summary description_text description_html");
  if (html == NULL && plain == NULL)
    plain = find_prefixed (item, "description_");
  if (html == NULL && plain == NULL)
    plain = find_value (item, "descriptions", NULL);

  if (html != NULL)
    dl_html_fragment_append_string (builder, html);
  else if (plain != NULL)
    dl_article_builder_append_lines (builder, DL_BLOCK_PARAGRAPH, plain);
}

static const char *
either (const char *first, const char *second)
{
  return first != NULL ? first : second;
}

static DlArticle *
import_item (gconstpointer data, const char *name, gconstpointer user_data, GError **error)
{
  const Feed *self = user_data;
  JsonObject *item = (JsonObject *) data;
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_autoptr (DlDate) published = dl_timestamp_parse (find_string (item, PUBLISHED));
  g_autoptr (DlDate) updated = dl_timestamp_parse (find_string (item, UPDATED));
  const char *raw = find_title (item);
  g_autofree char *title = raw != NULL ? dl_html_fragment_dup_text (raw) : NULL;
  const char *publisher = find_string (item, "copyrightholder copyrightHolder");

  if (title != NULL)
    dl_article_builder_append (builder, DL_BLOCK_TITLE, title, NULL);
  dl_article_builder_set_base (builder, find_address (item));
  append_text (builder, item);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = title,
                                     .language =
                                       either (find_string (item, "language"), self->language),
                                     .author = either (find_author (item), self->author),
                                     .publisher = either (publisher, self->publisher),
                                     .url = find_address (item),
                                     .rights =
                                       find_string (item, "copyrightnotice copyrightNotice"),
                                     .published = published,
                                     .updated = updated,
                                   },
                                   error);
}

static gboolean
is_feed (JsonObject *object)
{
  const char *version = dl_json_get_string (object, "version");

  return version != NULL && strstr (version, "jsonfeed.org/version/") != NULL;
}

/* Names that no other JSON has by chance. */
static gboolean
is_ninjs (JsonObject *object)
{
  return object != NULL && get_member (object, "uri") != NULL &&
         (find_string (object, "headline") != NULL || find_prefixed (object, "headline_") != NULL ||
          find_prefixed (object, "body_") != NULL ||
          find_value (object, "headlines", NULL) != NULL ||
          find_value (object, "bodies", NULL) != NULL ||
          get_member (object, "associations") != NULL);
}

static void find_items (GPtrArray *items, JsonNode *node, guint depth);

static void
find_items_cb (JsonObject *object, const char *member, JsonNode *node, gpointer user_data)
{
  gpointer *data = user_data;

  find_items (data[0], node, GPOINTER_TO_UINT (data[1]) + 1);
}

/* An item, one that has others, or several: in their order, the outer before the inner. */
static void
find_items (GPtrArray *items, JsonNode *node, guint depth)
{
  JsonObject *object = dl_json_get_object (node);
  JsonNode *inner = get_member (object, "associations");
  gpointer data[] = { items, GUINT_TO_POINTER (depth) };

  if (depth > MAX_DEPTH || node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      find_items (items, json_array_get_element (json_node_get_array (node), i), depth + 1);
  if (object == NULL)
    return;

  g_ptr_array_add (items, object);
  if (inner != NULL && JSON_NODE_HOLDS_OBJECT (inner))
    json_object_foreach_member (json_node_get_object (inner), find_items_cb, data);
  else
    find_items (items, inner, depth + 1);
}

/**
 * dl_json_news_is_news:
 *
 * Tells whether @root is a JSON Feed, an item of ninjs, or an array of such items.
 */
gboolean
dl_json_news_is_news (JsonNode *root)
{
  JsonObject *object = dl_json_get_object (dl_json_get_first (root));

  return is_feed (object) || is_ninjs (object);
}

/**
 * dl_json_news_import:
 * @root: of which dl_json_news_is_news()
 * @name: (nullable): the id of the articles
 *
 * Returns: (transfer full) (element-type DlArticle): as of dl_items_import()
 */
GPtrArray *
dl_json_news_import (JsonNode *root, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  JsonObject *object = dl_json_get_object (root);
  Feed self = { 0 };

  if (is_feed (object))
    {
      self.publisher = dl_json_get_string (object, "title");
      self.language = dl_json_get_string (object, "language");
      self.author = find_author (object);
      find_items (items, get_member (object, "items"), 0);
    }
  else
    find_items (items, root, 0);

  return dl_items_import (items, name, import_item, &self, error);
}
