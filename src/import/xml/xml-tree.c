/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml-tree.h"

#include <string.h>

#include "timestamp.h"

/* Ways through the trees of formats that come in several namespaces, or with and without one:
 * elements and attributes go by their local names. */

/* Returns: whether @node is an element of this local name, in whatever namespace */
gboolean
dl_xml_is_called (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         g_strcmp0 ((const char *) node->name, name) == 0;
}

static gboolean
is_called (const xmlNode *node, const char *name, gsize length)
{
  return node->type == XML_ELEMENT_NODE && strncmp ((const char *) node->name, name, length) == 0 &&
         node->name[length] == '\0';
}

/**
 * dl_xml_find:
 * @path: local names from @parent down, “head/docdata”; at most as many steps as the tree is deep
 *
 * Returns: (nullable): the first element at the end of such a way
 */
const xmlNode *
dl_xml_find (const xmlNode *parent, const char *path)
{
  gsize length = strcspn (path, "/");

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      const xmlNode *found = child;

      if (!is_called (child, path, length))
        continue;
      if (path[length] == '/')
        found = dl_xml_find (child, path + length + 1);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns: (nullable): the next sibling of the same name */
const xmlNode *
dl_xml_find_next (const xmlNode *node)
{
  const char *name = (const char *) node->name;

  do
    node = node->next;
  while (node != NULL && !dl_xml_is_called (node, name));

  return node;
}

/**
 * dl_xml_dup_found:
 * @path: as for dl_xml_find()
 *
 * Returns: (transfer full) (nullable): the text of the first such element that has any
 */
char *
dl_xml_dup_found (const xmlNode *parent, const char *path)
{
  for (const xmlNode *node = dl_xml_find (parent, path); node != NULL;
       node = dl_xml_find_next (node))
    {
      g_autofree char *text = dl_xml_dup_text (node);

      if (*text != '\0')
        return g_steal_pointer (&text);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): the attribute of this local name, in whatever namespace */
char *
dl_xml_dup_any_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const xmlNode *text = attribute->children;

      if (strcmp ((const char *) attribute->name, name) == 0)
        return g_strdup (text != NULL && text->content != NULL ? (const char *) text->content : "");
    }

  return NULL;
}

/**
 * dl_xml_find_date:
 * @path: as for dl_xml_find()
 * @attribute: (nullable): where the date stands; %NULL: it is the element's text
 *
 * Returns: (transfer full) (nullable): the first date there is at @path
 */
DlDate *
dl_xml_find_date (const xmlNode *parent, const char *path, const char *attribute)
{
  for (const xmlNode *node = dl_xml_find (parent, path); node != NULL;
       node = dl_xml_find_next (node))
    {
      g_autofree char *text =
        attribute != NULL ? dl_xml_dup_any_attribute (node, attribute) : dl_xml_dup_text (node);
      DlDate *date = dl_timestamp_parse (text);

      if (date != NULL)
        return date;
    }

  return NULL;
}
