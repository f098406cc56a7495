/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nitf.h"

#include "xml-blocks.h"
#include "xml-tree.h"

/* NITF, the News Industry Text Format of the IPTC (versions 3.x), → Article.  Its date is that of
 * issue, else that of the story or of the paper. */

static const DlXmlRule RULES[] = {
  { "hl1", DL_XML_BLOCK, DL_BLOCK_TITLE },
  { "hl2", DL_XML_BLOCK, DL_BLOCK_HEADING },
  { "byline", DL_XML_SKIPPED },
  { "rights", DL_XML_SKIPPED },
  { "note", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "abstract", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "dateline", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "distributor", DL_XML_SKIPPED },
  { "series", DL_XML_SKIPPED },
  { "block", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "p", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "pre", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "bq", DL_XML_BLOCK, DL_BLOCK_QUOTE },
  { "li", DL_XML_BLOCK, DL_BLOCK_LIST_ITEM },
  { "dt", DL_XML_BLOCK, DL_BLOCK_LIST_ITEM },
  { "dd", DL_XML_BLOCK, DL_BLOCK_LIST_ITEM },
  { "fn", DL_XML_ASIDE },
  { "a", DL_XML_LINK, .address = "href" },
  { "media", DL_XML_BLOCK, DL_BLOCK_CAPTION },
  { "media-metadata", DL_XML_SKIPPED },
  { "media-object", DL_XML_SKIPPED },
  { "media-producer", DL_XML_SKIPPED },
  { "media-caption", DL_XML_BLOCK, DL_BLOCK_CAPTION },
  { "caption", DL_XML_BLOCK, DL_BLOCK_CAPTION },
  { "nitf-table-metadata", DL_XML_SKIPPED },
  { "tr", DL_XML_ROW, DL_BLOCK_PARAGRAPH },
  { "th", DL_XML_CELL },
  { "td", DL_XML_CELL },
  { "tagline", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "bibliography", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "br", DL_XML_SPACE },
  { NULL },
};

gboolean
dl_nitf_is_nitf (const xmlNode *root)
{
  return dl_xml_is_called (root, "nitf");
}

/* Appends the headlines and the text of @root. */
void
dl_nitf_append_body (DlArticleBuilder *builder, const xmlNode *root)
{
  const xmlNode *body = dl_xml_find (root, "body");

  if (body != NULL)
    dl_xml_blocks_append (builder, body, RULES);
}

static DlDate *
find_published (const xmlNode *root)
{
  static const char *const places[][2] = {
    { "head/docdata/date.issue", "norm" },
    { "head/docdata/date.release", "norm" },
    { "body/body.head/dateline/story.date", "norm" },
    { "head/pubdata", "date.publication" },
  };
  DlDate *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places) && date == NULL; i++)
    date = dl_xml_find_date (root, places[i][0], places[i][1]);

  return date;
}

static char *
dup_author (const xmlNode *root)
{
  g_autofree char *person = dl_xml_dup_found (root, "body/body.head/byline/person");

  return person != NULL ? g_steal_pointer (&person)
                        : dl_xml_dup_found (root, "body/body.head/byline");
}

static char *
dup_publisher (const xmlNode *root)
{
  const xmlNode *paper = dl_xml_find (root, "head/pubdata");
  g_autofree char *name = paper != NULL ? dl_xml_dup_attribute (paper, "name") : NULL;

  return name != NULL ? g_steal_pointer (&name)
                      : dl_xml_dup_found (root, "body/body.head/distributor");
}

/* “Copyright 2021 The Agency”, from the two attributes of <doc.copyright>. */
static char *
dup_rights (const xmlNode *root)
{
  const xmlNode *node = dl_xml_find (root, "head/docdata/doc.copyright");
  g_autofree char *year = node != NULL ? dl_xml_dup_attribute (node, "year") : NULL;
  g_autofree char *holder = node != NULL ? dl_xml_dup_attribute (node, "holder") : NULL;

  if (holder == NULL)
    return dl_xml_dup_found (root, "body/body.head/rights");

  return year != NULL ? g_strdup_printf ("© %s %s", year, holder) : g_strdup (holder);
}

/**
 * dl_nitf_import:
 * @root: of which dl_nitf_is_nitf()
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article, or %NULL with an error of dl_article_builder_build()
 */
DlArticle *
dl_nitf_import (const xmlNode *root, const char *name, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_autofree char *headline = dl_xml_dup_found (root, "body/body.head/hedline/hl1");
  g_autofree char *title = dl_xml_dup_found (root, "head/title");
  g_autofree char *language = dl_xml_dup_own_language (root);
  g_autofree char *author = dup_author (root);
  g_autofree char *publisher = dup_publisher (root);
  g_autofree char *rights = dup_rights (root);
  g_autoptr (DlDate) published = find_published (root);

  if (headline == NULL && title != NULL)
    dl_article_builder_append (builder, DL_BLOCK_TITLE, title, NULL);
  dl_nitf_append_body (builder, root);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = headline != NULL ? headline : title,
                                     .language = language,
                                     .author = author,
                                     .publisher = publisher,
                                     .rights = rights,
                                     .published = published,
                                   },
                                   error);
}
