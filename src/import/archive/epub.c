/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "epub.h"

#include <string.h>

#include "html-fragment.h"
#include "picture.h"
#include "xml-tree.h"
#include "zip.h"

/* EPUB 2 and 3 (W3C) → Article: the chapters in the order of the book's spine, without its table
 * of contents. */

#define CONTAINER "META-INF/container.xml"

static xmlDoc *
parse_part (DlZip *zip, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = dl_zip_read (zip, path, error);

  return bytes != NULL ? dl_xml_parse (bytes, error) : NULL;
}

/* The name of the package document, which names everything else; of no file if it is not said. */
static char *
find_package (DlZip *zip, GError **error)
{
  g_autoptr (xmlDoc) doc = parse_part (zip, CONTAINER, error);
  const xmlNode *file =
    doc != NULL ? dl_xml_find (xmlDocGetRootElement (doc), "rootfiles/rootfile") : NULL;

  g_autofree char *path = file != NULL ? dl_xml_dup_attribute (file, "full-path") : NULL;

  if (doc == NULL || path != NULL)
    return g_steal_pointer (&path);

  return g_strdup ("");
}

/* The name in the archive of what @href means in a file of @folder. */
static char *
resolve (const char *folder, const char *href)
{
  g_autofree char *path = g_strndup (href, strcspn (href, "#?"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  g_autofree char *joined = g_strconcat ("/", folder, "/", plain != NULL ? plain : path, NULL);
  g_autofree char *canonical = g_canonicalize_filename (joined, "/");

  return g_strdup (canonical + 1);
}

static const xmlNode *
find_item (const xmlNode *package, const char *id)
{
  for (const xmlNode *item = dl_xml_find (package, "manifest/item"); item != NULL;
       item = dl_xml_find_next (item))
    {
      g_autofree char *own = dl_xml_dup_attribute (item, "id");

      if (g_strcmp0 (own, id) == 0)
        return item;
    }

  return NULL;
}

static gboolean
is_contents (const xmlNode *item)
{
  g_autofree char *properties = dl_xml_dup_attribute (item, "properties");

  return properties != NULL && strstr (properties, "nav") != NULL;
}

/* Chapters are XHTML; those that are not well-formed go the way of web pages. */
static gboolean
append_chapter (DlArticleBuilder *builder, DlZip *zip, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = dl_zip_read (zip, path, error);
  g_autoptr (xmlDoc) doc = bytes != NULL ? dl_xml_parse (bytes, NULL) : NULL;
  const xmlNode *root, *body;
  g_autoptr (GError) fault = NULL;

  if (bytes == NULL)
    return FALSE;
  if (doc == NULL)
    doc = dl_html_parse (bytes, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  body = root != NULL ? dl_xml_find (root, "body") : NULL;
  if (body != NULL)
    dl_html_fragment_append (builder, body);

  return TRUE;
}

static gboolean
append_spine (DlArticleBuilder *builder,
              DlZip *zip,
              const xmlNode *package,
              const char *folder,
              GError **error)
{
  for (const xmlNode *reference = dl_xml_find (package, "spine/itemref"); reference != NULL;
       reference = dl_xml_find_next (reference))
    {
      g_autofree char *id = dl_xml_dup_attribute (reference, "idref");
      const xmlNode *item = id != NULL ? find_item (package, id) : NULL;
      g_autofree char *href = item != NULL ? dl_xml_dup_attribute (item, "href") : NULL;
      g_autofree char *path = href != NULL ? resolve (folder, href) : NULL;

      if (path != NULL && !is_contents (item) && !append_chapter (builder, zip, path, error))
        return FALSE;
    }

  return TRUE;
}

/* EPUB 3 marks the cover among its files, EPUB 2 names it in the metadata. */
static const xmlNode *
find_cover (const xmlNode *package)
{
  for (const xmlNode *item = dl_xml_find (package, "manifest/item"); item != NULL;
       item = dl_xml_find_next (item))
    {
      g_autofree char *properties = dl_xml_dup_attribute (item, "properties");

      if (properties != NULL && strstr (properties, "cover-image") != NULL)
        return item;
    }
  for (const xmlNode *meta = dl_xml_find (package, "metadata/meta"); meta != NULL;
       meta = dl_xml_find_next (meta))
    {
      g_autofree char *name = dl_xml_dup_attribute (meta, "name");
      g_autofree char *content = dl_xml_dup_attribute (meta, "content");

      if (g_strcmp0 (name, "cover") == 0 && content != NULL)
        return find_item (package, content);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable) */
static GBytes *
read_cover (DlZip *zip, const xmlNode *package, const char *folder)
{
  const xmlNode *item = find_cover (package);
  g_autofree char *href = item != NULL ? dl_xml_dup_attribute (item, "href") : NULL;
  g_autofree char *path = href != NULL ? resolve (folder, href) : NULL;
  g_autoptr (GBytes) bytes = path != NULL ? dl_zip_read (zip, path, NULL) : NULL;

  return bytes != NULL && dl_picture_is_picture (bytes) ? g_steal_pointer (&bytes) : NULL;
}

static DlArticle *
build (DlArticleBuilder *builder,
       const xmlNode *package,
       GBytes *cover,
       const char *name,
       GError **error)
{
  g_autofree char *title = dl_xml_dup_found (package, "metadata/title");
  g_autofree char *language = dl_xml_dup_found (package, "metadata/language");
  g_autofree char *author = dl_xml_dup_found (package, "metadata/creator");
  g_autofree char *publisher = dl_xml_dup_found (package, "metadata/publisher");
  g_autofree char *rights = dl_xml_dup_found (package, "metadata/rights");
  g_autoptr (DlDate) published = dl_xml_find_date (package, "metadata/date", NULL);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = title,
                                     .language = language,
                                     .author = author,
                                     .publisher = publisher,
                                     .rights = rights,
                                     .published = published,
                                     .picture = cover,
                                   },
                                   error);
}

/**
 * dl_epub_import:
 * @bytes: an EPUB book
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the book, or %NULL with an error of dl_zip_read(), dl_xml_parse() or
 *   dl_article_builder_build() set
 */
DlArticle *
dl_epub_import (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_autoptr (DlZip) zip = dl_zip_open (bytes, error);
  g_autofree char *path = zip != NULL ? find_package (zip, error) : NULL;
  g_autoptr (xmlDoc) doc = path != NULL ? parse_part (zip, path, error) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (GBytes) cover = NULL;

  if (doc == NULL || !append_spine (builder, zip, xmlDocGetRootElement (doc), folder, error))
    return NULL;

  cover = read_cover (zip, xmlDocGetRootElement (doc), folder);

  return build (builder, xmlDocGetRootElement (doc), cover, name, error);
}
