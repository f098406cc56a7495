/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-ld.h"

#include <string.h>

#include "json.h"

/* schema.org in JSON-LD (https://schema.org/Article): the object in a page's script whose type
 * is an article's, alone, in a list or in a graph.  Contexts are not looked at, for they would
 * have to be fetched. */

/* Types that are subtypes of Article or used as such, by the end of their name. */
static const char *const TYPES[] = { "Article", "BlogPosting", "SocialMediaPosting", "Report",
                                     "LiveBlogPosting" };

/* More authors than this are not named. */
#define MAX_NAMES 12

static gboolean
is_article_type (const char *type)
{
  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (TYPES); i++)
    {
      if (g_str_has_suffix (type, TYPES[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_article (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  JsonArray *types =
    type != NULL && JSON_NODE_HOLDS_ARRAY (type) ? json_node_get_array (type) : NULL;

  if (is_article_type (dl_json_get_string (object, "@type")))
    return TRUE;
  for (guint i = 0; types != NULL && i < json_array_get_length (types); i++)
    {
      if (is_article_type (dl_json_get_text (json_array_get_element (types, i))))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (nullable): the first article in @node, no deeper than a list in a graph */
static JsonObject *
find_article (JsonNode *node, guint depth)
{
  JsonObject *object = dl_json_get_object (node);
  JsonArray *array = NULL;

  if (object != NULL && is_article (object))
    return object;
  if (object != NULL)
    node =
      json_object_get_member (object,
                              json_object_has_member (object, "@graph") ? "@graph" : "mainEntity");
  if (dl_json_get_object (node) != NULL && depth < 3)
    return find_article (node, depth + 1);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && depth < 3)
    array = json_node_get_array (node);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *found = find_article (json_array_get_element (array, i), depth + 1);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A person or an organisation is a string or an object with a name. */
static const char *
get_name (JsonNode *node)
{
  const char *name = dl_json_get_text (node);

  return name != NULL ? name : dl_json_get_string (dl_json_get_object (node), "name");
}

/* Returns: (transfer full) (nullable): the name in @member, or the names in its list */
static char *
dup_names (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *list =
    node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (list == NULL)
    return node != NULL ? g_strdup (get_name (node)) : NULL;
  for (guint i = 0; i < MIN (json_array_get_length (list), MAX_NAMES); i++)
    {
      const char *name = get_name (json_array_get_element (list, i));
      g_autofree char *copy = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

      if (copy != NULL && *copy != '\0' &&
          !g_ptr_array_find_with_equal_func (names, copy, g_str_equal, NULL))
        g_ptr_array_add (names, g_steal_pointer (&copy));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

static void
set (char **field, const char *value)
{
  g_autofree char *copy = value != NULL ? g_strstrip (g_strdup (value)) : NULL;

  if (*field == NULL && copy != NULL && *copy != '\0')
    *field = g_steal_pointer (&copy);
}

/* Pages wrap their scripts for parsers that have been gone for long. */
static const char *
skip_wrapping (const char *script, gsize *length)
{
  const char *start = strpbrk (script, "{[");
  const char *last = strrchr (script, '}');
  const char *bracket = strrchr (script, ']');

  /* “// <![CDATA[” has brackets of its own */
  if (start != NULL && start > script && strstr (script, "CDATA[") != NULL)
    {
      start = strchr (strstr (script, "CDATA[") + strlen ("CDATA["), '{');
      bracket = NULL;
    }
  if (bracket != NULL && (last == NULL || bracket > last))
    last = bracket;
  *length = start != NULL && last > start ? (gsize) (last + 1 - start) : 0;

  return start;
}

/**
 * dl_json_ld_read:
 * @script: the content of a <script type="application/ld+json">, UTF-8
 *
 * Adds what @script says of an article to what @self does not know yet.  Anything else in it,
 * or what cannot be read, is passed over.
 *
 * Returns: whether there was an article
 */
gboolean
dl_json_ld_read (DlJsonLd *self, const char *script)
{
  gsize length;
  const char *start = skip_wrapping (script, &length);
  g_autoptr (JsonNode) root = length > 0 ? dl_json_parse (start, length, NULL) : NULL;
  JsonObject *article = root != NULL ? find_article (root, 0) : NULL;
  g_autofree char *author = NULL, *publisher = NULL;

  if (article == NULL)
    return FALSE;
  author = dup_names (article, "author");
  publisher = dup_names (article, "publisher");
  set (&self->title, dl_json_get_string (article, "headline"));
  set (&self->title, dl_json_get_string (article, "name"));
  set (&self->language, dl_json_get_string (article, "inLanguage"));
  set (&self->author, author);
  set (&self->publisher, publisher);
  set (&self->url, dl_json_get_string (article, "url"));
  set (&self->published, dl_json_get_string (article, "datePublished"));
  set (&self->published, dl_json_get_string (article, "dateCreated"));
  set (&self->updated, dl_json_get_string (article, "dateModified"));
  set (&self->body, dl_json_get_string (article, "articleBody"));

  return TRUE;
}

void
dl_json_ld_clear (DlJsonLd *self)
{
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->publisher);
  g_free (self->url);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->body);
  memset (self, 0, sizeof *self);
}
