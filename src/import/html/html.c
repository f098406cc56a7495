/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html.h"

#include <string.h>

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>

#include "deadline.h"
#include "encoding.h"
#include "error.h"
#include "html-tags.h"
#include "xml.h"

/* The one place that calls the HTML parser of libxml2.  It gets UTF-8 only, never touches the
 * network, and mends whatever it is given; what walks its trees does so without recursion, so
 * no nesting can exhaust the stack. */

/* XML_PARSE_HUGE: at depth 256 the parser would stop, and the rest of the page be lost. */
#define PARSE_OPTIONS                                                                              \
  (HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |             \
   HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE)

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

/* The parser asks nobody how long it may take: at each element it is told to stop.  What else
 * happens there is left to its own handler. */
static void
start_element_cb (void *context, const xmlChar *name, const xmlChar **attributes)
{
  const DlHtmlCtxt *ctxt = context;
  const startElementSAXFunc *own = ctxt->_private;

  if (dl_deadline_is_over ())
    xmlStopParser (context);
  else
    (*own) (context, name, attributes);
}

/* From memory: fed piece by piece, libxml2 2.9 may lose its place where a piece ends, and close all
 * that is open.
 *
 * @is_cut: (out): whether the parser gave up, as newer ones do at a depth of their own */
static xmlDoc *
parse (const char *text, gsize length, gboolean *is_cut)
{
  g_autoptr (DlHtmlCtxt) ctxt = htmlNewParserCtxt ();
  startElementSAXFunc own = ctxt->sax->startElement;
  const xmlError *fault;
  xmlDoc *doc;

  ctxt->_private = &own;
  ctxt->sax->startElement = start_element_cb;
  doc = htmlCtxtReadMemory (ctxt, text, (int) length, NULL, "UTF-8", PARSE_OPTIONS);
  fault = xmlCtxtGetLastError (ctxt);
  *is_cut = fault != NULL && fault->level == XML_ERR_FATAL && !dl_deadline_is_over_now ();

  return doc;
}

/* Makes the children of @node its next siblings. */
static void
unwrap (xmlNode *node)
{
  for (xmlNode *child = node->last, *before; child != NULL; child = before)
    {
      before = child->prev;
      xmlUnlinkNode (child);
      xmlAddNextSibling (node, child);
    }
}

/* Makes the tree no deeper than it may be.  Returns: whether it has no more nodes than it may */
static gboolean
flatten (xmlNode *root)
{
  xmlNode *node = root;
  guint depth = 0;

  for (guint n = 0; n < DL_HTML_MAX_NODES; n++)
    {
      if (depth >= DL_HTML_MAX_DEPTH && node->type == XML_ELEMENT_NODE)
        unwrap (node);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          depth++;
          continue;
        }
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          depth--;
        }
      if (node == root)
        return TRUE;
      node = node->next;
    }

  return FALSE;
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (dl_html_is (child, name))
        return child;
    }

  return NULL;
}

/* The head ends before the first element that is none of its own, as the HTML standard has
 * it (“in head” insertion mode); the parser, which knows HTML 4 only, leaves what it does not
 * know there, and all that follows. */
static void
end_head (xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlNode *head = root != NULL ? find_child (root, "head") : NULL;
  xmlNode *body = root != NULL ? find_child (root, "body") : NULL;
  xmlNode *first = head != NULL ? head->children : NULL;
  xmlNode *before = body != NULL ? body->children : NULL;

  while (first != NULL &&
         (first->type != XML_ELEMENT_NODE ||
          dl_html_is_one_of (first, " title meta link base script style noscript template ")))
    first = first->next;
  if (first == NULL)
    return;

  if (body == NULL)
    body = xmlNewChild (root, NULL, (const xmlChar *) "body", NULL);
  for (xmlNode *node = first, *next; node != NULL; node = next)
    {
      next = node->next;
      xmlUnlinkNode (node);
      if (before != NULL)
        xmlAddPrevSibling (before, node);
      else
        xmlAddChild (body, node);
    }
}

static void
set_too_many (GError **error)
{
  g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
               _ ("This page has more than %d elements, or more than %d attributes in one of them. "
                  "Save the part of it that you want to read as a file of its own."),
               DL_HTML_MAX_NODES, DL_HTML_MAX_ATTRIBUTES);
}

/**
 * dl_html_parse:
 * @bytes: a web page, in the encoding that its mark or its <meta> says, else detected
 *
 * Returns: (transfer full) (nullable): a tree no deeper than %DL_HTML_MAX_DEPTH, which may be
 *   without a root; or %NULL, with %DL_ERROR_TOO_LARGE set if it has too many elements, too many
 *   attributes in one, or is nested deeper than the parser goes
 */
xmlDoc *
dl_html_parse (GBytes *bytes, GError **error)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *declared = find_declared (bytes);
  gboolean is_cut;
  gsize length;
  g_autofree char *text = dl_encoding_page_to_utf8 (bytes, declared, &length);

  if (dl_html_tags_count_attributes (text) > DL_HTML_MAX_ATTRIBUTES)
    {
      set_too_many (error);
      return NULL;
    }

  doc = parse (text, length, &is_cut);
  if (is_cut ||
      (doc != NULL && xmlDocGetRootElement (doc) != NULL && !flatten (xmlDocGetRootElement (doc))))
    {
      set_too_many (error);
      return NULL;
    }
  if (doc != NULL)
    end_head (doc);

  return g_steal_pointer (&doc);
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

/* Returns: whether the page itself calls @node its article */
gboolean
dl_html_is_called_article (const xmlNode *node)
{
  g_autofree char *property = NULL;

  if (dl_html_is_one_of (node, " article main "))
    return TRUE;
  property = dl_html_dup_attribute (node, "itemprop");

  return g_strcmp0 (property, "articleBody") == 0;
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
