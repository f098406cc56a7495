/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-metadata.h"

#include <string.h>

#include "deadline.h"
#include "html-title.h"
#include "json-ld.h"
#include "timestamp.h"
#include "xml.h"

/* Metadata by the page's own word.  Where it speaks of one thing in several places, the more
 * deliberate place wins: what is meant for search engines (schema.org in JSON-LD), what for those
 * who share the page (OpenGraph), what for nobody in particular (<meta>, microdata), and last what
 * is only there to be seen (<time>, the first heading, <title>). */

/* Headings that are compared with titles, and how long they may be; bytes. */
#define MAX_HEADINGS 50
#define MAX_HEADING 400
#define MAX_SITE 80
/* Characters of a name. */
#define MAX_NAME 80

typedef enum
{
  FIELD_TITLE,
  FIELD_LANGUAGE,
  FIELD_AUTHOR,
  FIELD_PUBLISHER,
  FIELD_URL,
  FIELD_PUBLISHED,
  FIELD_UPDATED,
  FIELD_BODY,
  N_FIELDS
} Field;

/* The less, the better. */
typedef enum
{
  RANK_SCHEMA,
  RANK_SHARED,
  RANK_META,
  RANK_SEEN,
  RANK_LAST,
  RANK_NONE
} Rank;

typedef struct
{
  char *value; /* owned, nullable */
  Rank rank;
} Claim;

static const struct
{
  const char *name;
  Field field;
  Rank rank;
} NAMES[] = {
  { "og:title", FIELD_TITLE, RANK_SCHEMA },
  { "twitter:title", FIELD_TITLE, RANK_META },
  { "dc.title", FIELD_TITLE, RANK_META },
  { "headline", FIELD_TITLE, RANK_META },
  { "og:locale", FIELD_LANGUAGE, RANK_META },
  { "author", FIELD_AUTHOR, RANK_META },
  { "article:author_name", FIELD_AUTHOR, RANK_META },
  { "article:author", FIELD_AUTHOR, RANK_META },
  { "parsely-author", FIELD_AUTHOR, RANK_META },
  { "sailthru.author", FIELD_AUTHOR, RANK_META },
  { "dc.creator", FIELD_AUTHOR, RANK_META },
  { "og:site_name", FIELD_PUBLISHER, RANK_SCHEMA },
  { "dc.publisher", FIELD_PUBLISHER, RANK_META },
  { "og:url", FIELD_URL, RANK_SHARED },
  { "article:published_time", FIELD_PUBLISHED, RANK_SHARED },
  { "og:published_time", FIELD_PUBLISHED, RANK_SHARED },
  { "datepublished", FIELD_PUBLISHED, RANK_META },
  { "pubdate", FIELD_PUBLISHED, RANK_META },
  { "publishdate", FIELD_PUBLISHED, RANK_META },
  { "publish-date", FIELD_PUBLISHED, RANK_META },
  { "publication_date", FIELD_PUBLISHED, RANK_META },
  { "parsely-pub-date", FIELD_PUBLISHED, RANK_META },
  { "sailthru.date", FIELD_PUBLISHED, RANK_META },
  { "dc.date.issued", FIELD_PUBLISHED, RANK_META },
  { "dcterms.created", FIELD_PUBLISHED, RANK_META },
  { "article.published", FIELD_PUBLISHED, RANK_META },
  { "article:published", FIELD_PUBLISHED, RANK_META },
  { "article.created", FIELD_PUBLISHED, RANK_META },
  { "article_date_original", FIELD_PUBLISHED, RANK_META },
  { "originalpublicationdate", FIELD_PUBLISHED, RANK_META },
  { "cxenseparse:recs:publishtime", FIELD_PUBLISHED, RANK_META },
  { "rnews:datepublished", FIELD_PUBLISHED, RANK_META },
  { "dcterms.issued", FIELD_PUBLISHED, RANK_META },
  { "dcterms.date", FIELD_PUBLISHED, RANK_META },
  { "dc.date.created", FIELD_PUBLISHED, RANK_META },
  { "publishtime", FIELD_PUBLISHED, RANK_META },
  { "publish_time", FIELD_PUBLISHED, RANK_META },
  { "pub_date", FIELD_PUBLISHED, RANK_META },
  { "release_date", FIELD_PUBLISHED, RANK_META },
  { "og:regdate", FIELD_PUBLISHED, RANK_META },
  { "date", FIELD_PUBLISHED, RANK_SEEN },
  { "dc.date", FIELD_PUBLISHED, RANK_SEEN },
  { "article:modified_time", FIELD_UPDATED, RANK_SHARED },
  { "og:updated_time", FIELD_UPDATED, RANK_SHARED },
  { "datemodified", FIELD_UPDATED, RANK_META },
  { "dcterms.modified", FIELD_UPDATED, RANK_META },
  { "lastmod", FIELD_UPDATED, RANK_META },
  { "last-modified", FIELD_UPDATED, RANK_META },
};

/* Takes @value. */
static void
claim (Claim *claims, Field field, Rank rank, char *value)
{
  g_autofree char *taken = value;

  if (taken == NULL || !g_utf8_validate (taken, -1, NULL) || *g_strstrip (taken) == '\0' ||
      rank >= claims[field].rank)
    return;
  /* the address of a page about the author */
  if (field == FIELD_AUTHOR && strstr (taken, "://") != NULL)
    return;
  g_free (claims[field].value);
  claims[field].value = g_steal_pointer (&taken);
  claims[field].rank = rank;
}

/* What @node says under @name, as <meta> and microdata do. */
static void
claim_named (Claim *claims, const xmlNode *node, const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (NAMES); i++)
    {
      char *value;

      if (g_ascii_strcasecmp (name, NAMES[i].name) != 0)
        continue;
      value = dl_html_dup_attribute (node, "content");
      if (value == NULL)
        value = dl_html_dup_attribute (node, "datetime");
      if (value == NULL)
        value = dl_xml_dup_text (node);
      claim (claims, NAMES[i].field, NAMES[i].rank, value);
    }
}

static void
read_meta (const xmlNode *node, Claim *claims)
{
  static const char *const attributes[] = { "property", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *name = dl_html_dup_attribute (node, attributes[i]);

      claim_named (claims, node, name);
    }
}

static void
read_json_ld (const xmlNode *node, Claim *claims)
{
  g_autofree char *type = dl_html_dup_attribute (node, "type");
  g_autofree char *script = NULL;
  g_auto (DlJsonLd) said = { 0 };

  if (type == NULL || g_ascii_strcasecmp (type, "application/ld+json") != 0)
    return;
  script = dl_xml_dup_text (node);
  dl_json_ld_read (&said, script);
  claim (claims, FIELD_TITLE, RANK_SHARED, g_steal_pointer (&said.title));
  claim (claims, FIELD_LANGUAGE, RANK_SCHEMA, g_steal_pointer (&said.language));
  claim (claims, FIELD_AUTHOR, RANK_SCHEMA, g_steal_pointer (&said.author));
  claim (claims, FIELD_PUBLISHER, RANK_SHARED, g_steal_pointer (&said.publisher));
  claim (claims, FIELD_URL, RANK_SCHEMA, g_steal_pointer (&said.url));
  claim (claims, FIELD_PUBLISHED, RANK_SCHEMA, g_steal_pointer (&said.published));
  claim (claims, FIELD_UPDATED, RANK_SCHEMA, g_steal_pointer (&said.updated));
  claim (claims, FIELD_BODY, RANK_SCHEMA, g_steal_pointer (&said.body));
}

/* @claims and what tells a title from the name of the site. */
typedef struct
{
  Claim claims[N_FIELDS];
  GPtrArray *headings; /* of char * */
  char *tab;           /* what stands on the browser's tab, or NULL */
} Reader;

static gboolean
has_ancestor (const xmlNode *node, const char *names)
{
  for (node = node->parent; node != NULL; node = node->parent)
    {
      if (dl_html_is_one_of (node, names))
        return TRUE;
    }

  return FALSE;
}

static void
read_time (const xmlNode *node, Claim *claims)
{
  claim (claims, FIELD_PUBLISHED, has_ancestor (node, " article main ") ? RANK_SEEN : RANK_LAST,
         dl_html_dup_attribute (node, "datetime"));
}

/* HTML Standard, 4.6.7.2, “author”: the first that heads the page is the article's. */
static void
read_author_link (const xmlNode *node, Claim *claims)
{
  g_autofree char *relation = dl_html_dup_attribute (node, "rel");
  g_auto (GStrv) words = relation != NULL ? g_strsplit_set (relation, " \t\n", -1) : NULL;
  g_autofree char *name = NULL;

  if (words == NULL || !g_strv_contains ((const char *const *) words, "author"))
    return;
  name = dl_xml_dup_text (node);
  if (g_utf8_strlen (name, -1) <= MAX_NAME)
    claim (claims, FIELD_AUTHOR, RANK_SEEN, g_steal_pointer (&name));
}

static void
read_heading (const xmlNode *node, Reader *reader)
{
  g_autofree char *text = dl_xml_dup_text (node);

  if (dl_html_is (node, "h1"))
    claim (reader->claims, FIELD_TITLE, RANK_SEEN, g_strdup (text));
  if (reader->headings->len < MAX_HEADINGS && strlen (text) <= MAX_HEADING)
    g_ptr_array_add (reader->headings, g_steal_pointer (&text));
}

static void
read_node (const xmlNode *node, Reader *reader)
{
  Claim *claims = reader->claims;
  g_autofree char *property = dl_html_dup_attribute (node, "itemprop");

  if (property != NULL)
    claim_named (claims, node, property);
  if (dl_html_is (node, "meta"))
    read_meta (node, claims);
  else if (dl_html_is (node, "script"))
    read_json_ld (node, claims);
  else if (dl_html_is (node, "time"))
    read_time (node, claims);
  else if (dl_html_is (node, "a"))
    read_author_link (node, claims);
  else if (dl_html_is (node, "title") && !has_ancestor (node, " svg ") && reader->tab == NULL)
    reader->tab = dl_xml_dup_text (node);
  else if (dl_html_is_one_of (node, " h1 h2 h3 h4 "))
    read_heading (node, reader);
  else if (dl_html_is (node, "html"))
    claim (claims, FIELD_LANGUAGE, RANK_SCHEMA, dl_html_dup_attribute (node, "lang"));
}

/* What stands on the tab is mostly the title and the name of the site. */
static void
settle_title (Reader *reader)
{
  Claim *title = &reader->claims[FIELD_TITLE];
  const char *site = reader->claims[FIELD_PUBLISHER].value;
  g_autofree char *rest = NULL, *other_rest = NULL, *of_tab = NULL, *found = NULL;

  if (reader->tab != NULL)
    of_tab = dl_html_title_find (reader->tab, reader->headings, site, &rest);
  if (title->value == NULL || title->rank >= RANK_SEEN)
    found = g_steal_pointer (&of_tab);
  else
    found = dl_html_title_find (title->value, reader->headings, site, &other_rest);
  if (found == NULL && title->value == NULL)
    found = g_strdup (reader->tab);
  if (found != NULL)
    {
      g_free (title->value);
      title->value = g_strstrip (g_steal_pointer (&found));
    }
  if (rest != NULL && strlen (rest) <= MAX_SITE)
    claim (reader->claims, FIELD_PUBLISHER, RANK_LAST, g_steal_pointer (&rest));
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
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  Reader reader = { .headings = headings };
  Claim *claims = reader.claims;

  for (guint i = 0; i < N_FIELDS; i++)
    claims[i] = (Claim){ NULL, RANK_NONE };
  for (const xmlNode *node = root; node != NULL && !dl_deadline_is_over ();)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_node (node, &reader);
      node = node == root ? root->children : dl_html_next (node, root, TRUE);
    }
  settle_title (&reader);
  g_free (reader.tab);
  self->title = claims[FIELD_TITLE].value;
  self->language = claims[FIELD_LANGUAGE].value;
  if (self->language != NULL)
    g_strdelimit (self->language, "_", '-');
  self->author = claims[FIELD_AUTHOR].value;
  self->publisher = claims[FIELD_PUBLISHER].value;
  self->url = claims[FIELD_URL].value;
  self->body = claims[FIELD_BODY].value;
  self->published = dl_timestamp_parse (claims[FIELD_PUBLISHED].value);
  self->updated = dl_timestamp_parse (claims[FIELD_UPDATED].value);
  g_free (claims[FIELD_PUBLISHED].value);
  g_free (claims[FIELD_UPDATED].value);

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
  g_free (self->body);
  g_clear_pointer (&self->published, dl_date_unref);
  g_clear_pointer (&self->updated, dl_date_unref);
  g_free (self);
}
