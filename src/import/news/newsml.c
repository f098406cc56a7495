/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "newsml.h"

#include <string.h>

#include "html-fragment.h"
#include "items.h"
#include "nitf.h"
#include "xml-tree.h"

/* NewsML-G2 of the IPTC → Articles: a <newsItem> by itself, the items of a <newsMessage>, and a
 * <packageItem>, whose article is the list of what it refers to.
 *
 * 1. The text is the first of <inlineXML> (NITF, XHTML) and <inlineData> that has any.
 * 2. Without a text of its own, as beside a picture, the item's description is it.
 * 3. An item was published when this version was made: what is written counts days from there.
 *    Only where the item says when it was first made is that its day, and this the update. */

gboolean
dl_newsml_is_newsml (const xmlNode *root)
{
  return dl_xml_is_called (root, "newsItem") || dl_xml_is_called (root, "packageItem") ||
         dl_xml_is_called (root, "newsMessage");
}

static gboolean
is_item (const xmlNode *node)
{
  return dl_xml_is_called (node, "newsItem") || dl_xml_is_called (node, "packageItem");
}

/* Of a headline there may be several, a main one and others, in several languages. */
static char *
dup_headline (const xmlNode *item)
{
  g_autofree char *headline = dl_xml_dup_found (item, "contentMeta/headline");

  return headline != NULL ? g_steal_pointer (&headline) : dl_xml_dup_found (item, "itemMeta/title");
}

static char *
dup_language (const xmlNode *item)
{
  const xmlNode *node = dl_xml_find (item, "contentMeta/language");
  g_autofree char *tag = node != NULL ? dl_xml_dup_attribute (node, "tag") : NULL;

  return tag != NULL ? g_steal_pointer (&tag) : dl_xml_dup_own_language (item);
}

static char *
dup_first (const xmlNode *item, const char *const *paths)
{
  char *text = NULL;

  for (; *paths != NULL && text == NULL; paths++)
    text = dl_xml_dup_found (item, *paths);

  return text;
}

static void
append_inline_data (DlArticleBuilder *builder, const xmlNode *node)
{
  g_autofree char *type = dl_xml_dup_attribute (node, "contenttype");
  g_autofree char *encoding = dl_xml_dup_attribute (node, "encoding");
  xmlChar *text = xmlNodeGetContent (node);

  if (encoding != NULL)
    ; /* base64: a picture, no text */
  else if (type != NULL && strstr (type, "html") != NULL)
    dl_html_fragment_append_string (builder, (const char *) text);
  else
    dl_article_builder_append_lines (builder, DL_BLOCK_PARAGRAPH, (const char *) text);
  xmlFree (text);
}

static void
append_inline_xml (DlArticleBuilder *builder, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (dl_nitf_is_nitf (node))
        dl_nitf_append_body (builder, node);
      else if (node->type == XML_ELEMENT_NODE)
        dl_html_fragment_append (builder, node);
    }
}

static gboolean
append_content (DlArticleBuilder *builder, const xmlNode *item)
{
  guint before = dl_article_builder_get_n_blocks (builder);
  const xmlNode *set = dl_xml_find (item, "contentSet");
  const xmlNode *node = set != NULL ? set->children : NULL;

  for (; node != NULL && dl_article_builder_get_n_blocks (builder) == before; node = node->next)
    {
      if (dl_xml_is_called (node, "inlineXML"))
        append_inline_xml (builder, node);
      else if (dl_xml_is_called (node, "inlineData"))
        append_inline_data (builder, node);
    }

  return dl_article_builder_get_n_blocks (builder) > before;
}

static void
append_texts (DlArticleBuilder *builder, const xmlNode *parent, const char *path, DlBlockKind kind)
{
  for (const xmlNode *node = dl_xml_find (parent, path); node != NULL;
       node = dl_xml_find_next (node))
    {
      g_autofree char *text = dl_xml_dup_text (node);
      g_autofree char *language = dl_xml_dup_own_language (node);

      dl_article_builder_append (builder, kind, text, language);
    }
}

/* What a package refers to: the headline of each, and what is said of it. */
static void
append_references (DlArticleBuilder *builder, const xmlNode *item)
{
  for (const xmlNode *group = dl_xml_find (item, "groupSet/group"); group != NULL;
       group = dl_xml_find_next (group))
    for (const xmlNode *node = dl_xml_find (group, "itemRef"); node != NULL;
         node = dl_xml_find_next (node))
      {
        gboolean has_headline = dl_xml_find (node, "headline") != NULL;

        append_texts (builder, node, has_headline ? "headline" : "title", DL_BLOCK_HEADING);
        append_texts (builder, node, "description", DL_BLOCK_PARAGRAPH);
      }
}

/* Inline NITF brings its headline along; else the item's own is the title. */
static gboolean
has_headline (const xmlNode *item)
{
  return dl_xml_find (item, "contentSet/inlineXML/nitf/body/body.head/hedline/hl1") != NULL;
}

static DlArticle *
import_item (gconstpointer item, const char *name, gconstpointer user_data, GError **error)
{
  static const char *const authors[] = { "contentMeta/by", "contentMeta/creator/name", NULL };
  static const char *const publishers[] = { "itemMeta/provider/name", "contentMeta/infoSource/name",
                                            NULL };
  static const char *const rights_paths[] = { "rightsInfo/copyrightNotice",
                                              "rightsInfo/copyrightHolder/name", NULL };
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_autofree char *title = dup_headline (item);
  g_autofree char *language = dup_language (item);
  g_autofree char *author = dup_first (item, authors);
  g_autofree char *publisher = dup_first (item, publishers);
  g_autofree char *rights = dup_first (item, rights_paths);
  g_autoptr (DlDate) first = dl_xml_find_date (item, "itemMeta/firstCreated", NULL);
  g_autoptr (DlDate) made = dl_xml_find_date (item, "itemMeta/versionCreated", NULL);

  if (title != NULL && !has_headline (item))
    dl_article_builder_append (builder, DL_BLOCK_TITLE, title, NULL);
  append_references (builder, item);
  if (!append_content (builder, item))
    append_texts (builder, item, "contentMeta/description", DL_BLOCK_PARAGRAPH);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = title,
                                     .language = language,
                                     .author = author,
                                     .publisher = publisher,
                                     .rights = rights,
                                     .published = first != NULL ? first : made,
                                     .updated = first != NULL ? made : NULL,
                                   },
                                   error);
}

static GPtrArray *
find_items (const xmlNode *root)
{
  GPtrArray *items = g_ptr_array_new ();

  if (is_item (root))
    g_ptr_array_add (items, (gpointer) root);
  for (const xmlNode *set = dl_xml_find (root, "itemSet"); set != NULL;
       set = dl_xml_find_next (set))
    for (const xmlNode *node = set->children; node != NULL; node = node->next)
      if (is_item (node))
        g_ptr_array_add (items, (gpointer) node);

  return items;
}

/**
 * dl_newsml_import:
 * @root: of which dl_newsml_is_newsml()
 * @name: (nullable): the id of the articles
 *
 * Returns: (transfer full) (element-type DlArticle): as of dl_items_import()
 */
GPtrArray *
dl_newsml_import (const xmlNode *root, const char *name, GError **error)
{
  g_autoptr (GPtrArray) items = find_items (root);

  return dl_items_import (items, name, import_item, NULL, error);
}
