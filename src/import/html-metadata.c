/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-metadata.h"

#include <string.h>

#include "xml.h"

/* Metadata by the page's own word, the most deliberate first: OpenGraph and the like in
 * <meta>, schema.org in JSON-LD, <time>, <title> and the first heading. */

typedef enum
{
  FIELD_TITLE,
  FIELD_AUTHOR,
  FIELD_PUBLISHER,
  FIELD_URL,
  FIELD_PUBLISHED,
  FIELD_UPDATED,
  N_FIELDS
} Field;

static const struct
{
  const char *name;
  Field field;
} metas[] = {
  { "og:title", FIELD_TITLE },
  { "twitter:title", FIELD_TITLE },
  { "dc.title", FIELD_TITLE },
  { "author", FIELD_AUTHOR },
  { "article:author_name", FIELD_AUTHOR },
  { "dc.creator", FIELD_AUTHOR },
  { "og:site_name", FIELD_PUBLISHER },
  { "og:url", FIELD_URL },
  { "article:published_time", FIELD_PUBLISHED },
  { "datepublished", FIELD_PUBLISHED },
  { "pubdate", FIELD_PUBLISHED },
  { "publishdate", FIELD_PUBLISHED },
  { "parsely-pub-date", FIELD_PUBLISHED },
  { "dc.date.issued", FIELD_PUBLISHED },
  { "date", FIELD_PUBLISHED },
  { "article:modified_time", FIELD_UPDATED },
  { "datemodified", FIELD_UPDATED },
  { "lastmod", FIELD_UPDATED },
};

static void
set (char **field, char *value)
{
  if (*field == NULL && value != NULL && *g_strstrip (value) != '\0' &&
      g_utf8_validate (value, -1, NULL))
    *field = value;
  else
    g_free (value);
}

static void
read_meta (const xmlNode *node, char **fields)
{
  static const char *const names[] = { "property", "name", "itemprop" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = dl_html_dup_attribute (node, names[i]);

      for (guint k = 0; name != NULL && k < G_N_ELEMENTS (metas); k++)
        {
          if (g_ascii_strcasecmp (name, metas[k].name) == 0)
            set (&fields[metas[k].field], dl_html_dup_attribute (node, "content"));
        }
    }
}

/* The string after "KEY": in a piece of JSON-LD. */
static char *
find_json (const char *json, const char *key)
{
  g_autofree char *pattern =
    g_strdup_printf ("\"%s\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,300})\"", key);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_utf8_validate (json, -1, NULL) || !g_regex_match (regex, json, 0, &match))
    return NULL;

  return g_match_info_fetch (match, 1);
}

static void
read_json (const xmlNode *node, char **fields)
{
  g_autofree char *type = dl_html_dup_attribute (node, "type");
  g_autofree char *json = NULL;

  if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0)
    return;
  json = dl_xml_dup_text (node);
  set (&fields[FIELD_PUBLISHED], find_json (json, "datePublished"));
  set (&fields[FIELD_UPDATED], find_json (json, "dateModified"));
}

static void
read_time (const xmlNode *node, char **fields)
{
  g_autofree char *property = dl_html_dup_attribute (node, "itemprop");

  set (&fields[g_strcmp0 (property, "dateModified") == 0 ? FIELD_UPDATED : FIELD_PUBLISHED],
       dl_html_dup_attribute (node, "datetime"));
}

/* “2021-10-14T09:30:00.000+0700”: to the second at most, its zone with a colon. */
static DlDate *
read_date (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autofree char *day = text != NULL ? g_strndup (text, 10) : NULL;
  g_autofree char *format = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z") : NULL;
  DlDate *date = format != NULL ? dl_date_parse (format, NULL) : NULL;

  if (date == NULL && day != NULL && g_utf8_validate (day, -1, NULL))
    date = dl_date_parse (day, NULL);

  return date;
}

static void
read_node (DlHtmlMetadata *self, const xmlNode *node, char **fields, char **title, char **heading)
{
  if (dl_html_is (node, "meta"))
    read_meta (node, fields);
  else if (dl_html_is (node, "script"))
    read_json (node, fields);
  else if (dl_html_is (node, "time"))
    read_time (node, fields);
  else if (dl_html_is (node, "title"))
    set (title, dl_xml_dup_text (node));
  else if (dl_html_is (node, "h1"))
    set (heading, dl_xml_dup_text (node));
  else if (dl_html_is (node, "html"))
    set (&self->language, dl_html_dup_attribute (node, "lang"));
}

/**
 * dl_html_metadata_read:
 * @root: the page's root
 *
 * Returns: (transfer full): what the page says of itself
 */
DlHtmlMetadata *
dl_html_metadata_read (const xmlNode *root)
{
  DlHtmlMetadata *self = g_new0 (DlHtmlMetadata, 1);
  char *fields[N_FIELDS] = { NULL };
  char *title = NULL, *heading = NULL;
  guint visited = 0;

  for (const xmlNode *node = root; node != NULL && visited < DL_HTML_MAX_NODES; visited++)
    {
      read_node (self, node, fields, &title, &heading);
      node = node == root ? root->children : dl_html_next (node, root, TRUE);
    }
  set (&fields[FIELD_TITLE], heading);
  set (&fields[FIELD_TITLE], title);
  self->title = fields[FIELD_TITLE];
  self->author = fields[FIELD_AUTHOR];
  self->publisher = fields[FIELD_PUBLISHER];
  self->url = fields[FIELD_URL];
  self->published = read_date (fields[FIELD_PUBLISHED]);
  self->updated = read_date (fields[FIELD_UPDATED]);
  g_free (fields[FIELD_PUBLISHED]);
  g_free (fields[FIELD_UPDATED]);

  return self;
}

void
dl_html_metadata_free (DlHtmlMetadata *self)
{
  g_free (self->title);
  g_free (self->language);
  g_free (self->author);
  g_free (self->publisher);
  g_free (self->url);
  g_clear_pointer (&self->published, dl_date_unref);
  g_clear_pointer (&self->updated, dl_date_unref);
  g_free (self);
}
