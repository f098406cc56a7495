/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html.h"

#include <string.h>

#include <libxml/HTMLparser.h>

#include "encoding.h"
#include "xml.h"

/* The one place that calls the HTML parser of libxml2.  It gets UTF-8 only, never touches the
 * network, and mends whatever it is given; what walks its trees does so without recursion, so
 * no nesting can exhaust the stack. */

#define PARSE_OPTIONS                                                                              \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |             \
   HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC)

/* Browsers look for the encoding in this much (HTML Standard, 13.2.3.2, “prescan”), but not in
 * comments; where there is none, in the declaration of XML. */
#define PRESCAN_BYTES 1024

typedef htmlParserCtxt DlHtmlCtxt;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlHtmlCtxt, htmlFreeParserCtxt)

static char *
find_declared (GBytes *bytes)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("<!--.*?-->(*SKIP)(*FAIL)|"
                 "<meta[^>]*?charset\\s*=\\s*[\"']?\\s*([A-Za-z][A-Za-z0-9._:-]*)",
                 G_REGEX_RAW | G_REGEX_CASELESS | G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 ||
      !g_regex_match_full (regex, data, MIN (size, PRESCAN_BYTES * 4), 0, 0, &match, NULL))
    return dl_xml_find_encoding (bytes);

  return g_match_info_fetch (match, 1);
}

/**
 * dl_html_parse:
 * @bytes: a web page, in the encoding that its mark or its <meta> says, else detected
 *
 * Returns: (transfer full) (nullable): a tree, which may be without a root
 */
xmlDoc *
dl_html_parse (GBytes *bytes)
{
  g_autoptr (DlHtmlCtxt) ctxt = NULL;
  g_autofree char *declared = find_declared (bytes);
  gsize length;
  g_autofree char *text = dl_encoding_page_to_utf8 (bytes, declared, &length);

  ctxt = htmlNewParserCtxt ();

  return htmlCtxtReadMemory (ctxt, text, (int) length, NULL, "UTF-8", PARSE_OPTIONS);
}

/**
 * dl_html_next:
 * @root: where to stay
 * @into: whether to go into @node, or past it
 *
 * Returns: (nullable): the node after @node in the order of the page
 */
const xmlNode *
dl_html_next (const xmlNode *node, const xmlNode *root, gboolean into)
{
  if (into && node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != NULL && node != root && node->next == NULL)
    node = node->parent;

  return node != NULL && node != root ? node->next : NULL;
}

/* Returns: whether @node is the element @name */
gboolean
dl_html_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

/* Returns: whether @node is one of the elements in @names, each between spaces: “ p li ” */
gboolean
dl_html_is_one_of (const xmlNode *node, const char *names)
{
  const char *found;
  gsize length;

  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return FALSE;

  length = strlen ((const char *) node->name);
  for (found = strstr (names, (const char *) node->name); found != NULL;
       found = strstr (found + 1, (const char *) node->name))
    {
      if (found > names && found[-1] == ' ' && found[length] == ' ')
        return TRUE;
    }

  return FALSE;
}

/* Returns: what stands in a node of text; a line break reads as a space */
const char *
dl_html_get_content (const xmlNode *text)
{
  if (text->type == XML_ELEMENT_NODE)
    return " ";

  return text->content != NULL ? (const char *) text->content : "";
}

/* Returns: (transfer full) (nullable): the attribute's value */
char *
dl_html_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}
