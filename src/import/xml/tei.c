/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tei.h"

#include "xml-blocks.h"
#include "xml-tree.h"

/* TEI, the text encoding of editions and corpora (P4 and P5), → Article.
 *
 * The title of the header names the edition; it stands in the article's fields, not in its text.
 * The date is that of the text: its creation, else its source, else this edition of it. */

/* The heading of a division is as deep as that: <div> within <div>, or <div2> by its number. */
static guint
find_level (const xmlNode *head)
{
  guint level = 0;

  for (const xmlNode *node = head->parent; node != NULL && node->type == XML_ELEMENT_NODE;
       node = node->parent)
    {
      const char *name = (const char *) node->name;

      if (g_str_has_prefix (name, "div") && (name[3] == '\0' || g_ascii_isdigit (name[3])))
        level++;
    }

  return MAX (level, 1);
}

static const DlXmlRule RULES[] = {
  { "teiHeader", DL_XML_SKIPPED },
  { "head", DL_XML_BLOCK, DL_BLOCK_HEADING, .find_level = find_level },
  { "docTitle", DL_XML_BLOCK, DL_BLOCK_TITLE },
  { "p", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "ab", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "l", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "sp", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "speaker", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "byline", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "dateline", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "opener", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "closer", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "trailer", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "cit", DL_XML_BLOCK, DL_BLOCK_QUOTE },
  { "item", DL_XML_BLOCK, DL_BLOCK_LIST_ITEM },
  { "label", DL_XML_BLOCK, DL_BLOCK_LIST_ITEM },
  { "figDesc", DL_XML_SKIPPED },
  { "figure", DL_XML_BLOCK, DL_BLOCK_CAPTION },
  { "row", DL_XML_ROW, DL_BLOCK_PARAGRAPH },
  { "cell", DL_XML_CELL },
  { "note", DL_XML_ASIDE },
  { "fw", DL_XML_SKIPPED },
  { "choice", DL_XML_CHOICE },
  { "ref", DL_XML_LINK, .address = "target" },
  { "lb", DL_XML_SPACE },
  { "cb", DL_XML_SPACE },
  { "pb", DL_XML_SPACE },
  { "div", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { NULL },
};

gboolean
dl_tei_is_tei (const xmlNode *root)
{
  return dl_xml_is_called (root, "TEI") || dl_xml_is_called (root, "TEI.2") ||
         dl_xml_is_called (root, "teiCorpus");
}

static DlDate *
find_published (const xmlNode *header)
{
  static const char *const places[] = {
    "profileDesc/creation/date",
    "fileDesc/sourceDesc/bibl/date",
    "fileDesc/sourceDesc/biblStruct/monogr/imprint/date",
    "fileDesc/sourceDesc/biblFull/publicationStmt/date",
    "fileDesc/publicationStmt/date",
  };
  DlDate *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places) && date == NULL; i++)
    {
      date = dl_xml_find_date (header, places[i], "when");
      if (date == NULL)
        date = dl_xml_find_date (header, places[i], NULL);
    }

  return date;
}

static char *
dup_language (const xmlNode *root, const xmlNode *header)
{
  const xmlNode *text = dl_xml_find (root, "text");
  const xmlNode *node =
    header != NULL ? dl_xml_find (header, "profileDesc/langUsage/language") : NULL;
  g_autofree char *stated = text != NULL ? dl_xml_dup_own_language (text) : NULL;
  g_autofree char *used = node != NULL ? dl_xml_dup_attribute (node, "ident") : NULL;

  if (stated != NULL)
    return g_steal_pointer (&stated);

  return used != NULL ? g_steal_pointer (&used) : dl_xml_dup_own_language (root);
}

/**
 * dl_tei_import:
 * @root: of which dl_tei_is_tei()
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article, or %NULL with an error of dl_article_builder_build()
 */
DlArticle *
dl_tei_import (const xmlNode *root, const char *name, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  const xmlNode *header = dl_xml_find (root, "teiHeader");
  const xmlNode *file = header != NULL ? dl_xml_find (header, "fileDesc") : NULL;
  g_autofree char *title = file != NULL ? dl_xml_dup_found (file, "titleStmt/title") : NULL;
  g_autofree char *author = file != NULL ? dl_xml_dup_found (file, "titleStmt/author") : NULL;
  g_autofree char *publisher =
    file != NULL ? dl_xml_dup_found (file, "publicationStmt/publisher") : NULL;
  g_autofree char *language = dup_language (root, header);
  g_autoptr (DlDate) published = header != NULL ? find_published (header) : NULL;

  dl_xml_blocks_append (builder, root, RULES);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = title,
                                     .language = language,
                                     .author = author,
                                     .publisher = publisher,
                                     .published = published,
                                   },
                                   error);
}
