/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-builder.h"
#include "xml.h"

G_BEGIN_DECLS

/**
 * DlXmlRole:
 * @DL_XML_BLOCK: its text is a block
 * @DL_XML_SKIPPED: no text of the article
 * @DL_XML_ASIDE: a note within a block: a block of its own behind it
 * @DL_XML_ROW: the row of a table; one block, its cells parted by “ | ”
 * @DL_XML_CHOICE: of the elements in it only the first counts
 * @DL_XML_SPACE: white space in the text of a block, as a line break is
 * @DL_XML_LINK: words that lead to what the rule's attribute says
 */
typedef enum
{
  DL_XML_BLOCK,
  DL_XML_SKIPPED,
  DL_XML_ASIDE,
  DL_XML_ROW,
  DL_XML_CELL,
  DL_XML_CHOICE,
  DL_XML_SPACE,
  DL_XML_LINK,
} DlXmlRole;

/**
 * DlXmlRule:
 * @name: the local name of an element
 * @kind: of its block
 * @find_kind: (nullable): tells it of an element, if the name alone does not
 * @address: (nullable): of a link, the local name of the attribute that says where it leads
 * @find_level: (nullable): of a heading, how deep it is; %NULL: all are of one level
 *
 * What an element of a format means.  One without a rule means nothing, but its text counts.
 */
typedef struct
{
  const char *name;
  DlXmlRole role;
  DlBlockKind kind;
  DlBlockKind (*find_kind) (const xmlNode *element);
  guint (*find_level) (const xmlNode *element);
  const char *address;
} DlXmlRule;

void
dl_xml_blocks_append (DlArticleBuilder *builder, const xmlNode *parent, const DlXmlRule *rules);

G_END_DECLS
