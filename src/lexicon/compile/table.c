/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/parser.h>

#include "reader.h"

/* Reads one table of data/lexicon.  The schema is described in data/lexicon/README.md. */

typedef xmlDoc DlXmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlXmlDoc, xmlFreeDoc)

static gboolean
read_child (DlReader *reader, xmlNode *node)
{
  if (node->type != XML_ELEMENT_NODE)
    return TRUE;
  if (dl_reader_is (node, "entity"))
    return dl_reader_read_entity (reader, node);
  if (dl_reader_is (node, "caution"))
    return dl_reader_read_caution (reader, node);
  if (dl_reader_is (node, "words"))
    return dl_reader_read_words (reader, node);
  if (dl_reader_is (node, "rules"))
    return dl_reader_read_rules (reader, node);

  return dl_reader_fail (reader, node, "unknown element", (const char *) node->name);
}

/* Adds the table at @path.  Errors name the file and the line. */
gboolean
dl_table_read (DlBuilder *self, const char *path, GError **error)
{
  g_autoptr (DlXmlDoc) doc = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  DlReader reader = { self, path, error };
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (root == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: no XML", path);
      return FALSE;
    }

  for (xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (!read_child (&reader, child))
        return FALSE;
    }

  return TRUE;
}
