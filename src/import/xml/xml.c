/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xml.h"

#include <string.h>

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "encoding.h"
#include "error.h"

/* The one place that calls the parser of libxml2: its options, its limits and its errors are
 * decided here and nowhere else.
 *
 * 1. The parser gets UTF-8 only, so that what is counted in the bytes is what it sees.
 * 2. Whatever costs more than its bytes is counted before: tags, attributes of one tag.
 * 3. A file that declares entities is refused before it is parsed: none of ours needs one, and
 *    they are what bombs and stolen files are made of.
 * 4. The entities that HTML names are written out before: many formats have them, from a DTD
 *    that is never read, and libxml2 would drop them without a word.
 * 5. By (3) and (4) an entity that is referred to is an unknown one; where libxml2 leaves it in
 *    the tree, the file is refused afterwards, together with a tree that is too deep. */

/* “thetasym” and a few more. */
#define MAX_ENTITY_NAME 10

/* HTML 4 has 252.  A file with more of its own has unknown ones, which are not looked for. */
#define MAX_ENTITY_NAMES 1000
#define ENTITY_OPTIONS (HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)

#define PARSE_OPTIONS                                                                              \
  (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA |                 \
   XML_PARSE_IGNORE_ENC)

/* The declaration stands at the very start, so it is looked for no further. */
#define DECLARATION_BYTES 256

typedef xmlParserCtxt DlParserCtxt;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlParserCtxt, xmlFreeParserCtxt)

static gboolean
is_quoted_value (const char *equals)
{
  for (equals++; g_ascii_isspace (*equals); equals++)
    ;

  return *equals == '"' || *equals == '\'';
}

/* In well-formed XML “<” stands in no attribute, so between two of them there is one tag. */
static gboolean
check_counts (const char *text, GError **error)
{
  guint n_tags = 0;
  guint n_attributes = 0;

  for (const char *p = strpbrk (text, "<="); p != NULL; p = strpbrk (p + 1, "<="))
    {
      if (*p == '<')
        {
          n_tags++;
          n_attributes = 0;
        }
      else if (is_quoted_value (p))
        n_attributes++;

      if (n_tags > DL_XML_MAX_TAGS || n_attributes > DL_XML_MAX_ATTRIBUTES)
        {
          g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                       _ ("This XML file has more than %d tags, or more than %d attributes in "
                          "one of them. Split it into several files."),
                       DL_XML_MAX_TAGS, DL_XML_MAX_ATTRIBUTES);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  if (length > DL_XML_MAX_BYTES)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                   _ ("This XML file is larger than %d MiB. Split it into several files."),
                   DL_XML_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (strstr (text, "<!ENTITY") != NULL)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_SYNTAX,
                           _ ("This XML file declares entities of its own, which are not read "
                              "for safety. Write their text in place and remove the "
                              "declarations."));
      return FALSE;
    }

  return check_counts (text, error);
}

/* The node after @node in the order of the document; moves @depth with it. */
static const xmlNode *
next_node (const xmlNode *node, guint *depth)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    {
      (*depth)++;
      return node->children;
    }
  while (node != NULL && node->next == NULL)
    {
      if (*depth == 0)
        return NULL;
      (*depth)--;
      node = node->parent;
    }

  return node != NULL ? node->next : NULL;
}

static gboolean
check_tree (xmlDoc *doc, GError **error)
{
  guint depth = 0;

  for (const xmlNode *node = xmlDocGetRootElement (doc); node != NULL;
       node = next_node (node, &depth))
    {
      if (node->type == XML_ENTITY_REF_NODE)
        {
          dl_xml_set_error (error, node,
                            _ ("The entity “%s” is not known. Write the character itself."),
                            (const char *) node->name);
          return FALSE;
        }
      if (depth >= DL_XML_MAX_DEPTH && node->type == XML_ELEMENT_NODE)
        {
          g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                       _ ("The elements of this XML file stand more than %d deep in each "
                          "other. Make it flatter."),
                       DL_XML_MAX_DEPTH);
          return FALSE;
        }
    }

  return TRUE;
}

/* What “&NAME;” stands for by the HTML parser itself: from libxml2 2.14 on its table has no
 * function that is not deprecated.
 *
 * Returns: (transfer full): UTF-8; empty: no name of HTML, or one of XML's own */
static char *
dup_entity (const char *name)
{
  g_autofree char *page = g_strdup_printf ("<p>&%s;</p>", name);
  xmlDoc *doc = htmlReadMemory (page, (int) strlen (page), NULL, "UTF-8", ENTITY_OPTIONS);
  xmlChar *content = doc != NULL ? xmlNodeGetContent (xmlDocGetRootElement (doc)) : NULL;
  const char *text = content != NULL ? (const char *) content : "";
  char *value = NULL;

  /* A name that is not known stays as it is, to its semicolon. */
  if (!g_str_has_suffix (text, ";") && strcspn (text, "&<>\"'") > 0)
    value = g_strdup (text);
  xmlFree (content);
  xmlFreeDoc (doc);

  return value != NULL ? value : g_strdup ("");
}

/* Returns: (transfer none): as dup_entity(), of which @known keeps the answers */
static const char *
find_entity (GHashTable *known, const char *name)
{
  const char *value = g_hash_table_lookup (known, name);

  if (value == NULL && g_hash_table_size (known) < MAX_ENTITY_NAMES)
    {
      char *found = dup_entity (name);

      g_hash_table_insert (known, g_strdup (name), found);
      value = found;
    }

  return value != NULL ? value : "";
}

/* Appends what “&NAME;” at @reference stands for, if HTML names it and XML does not.
 *
 * Returns: the bytes of the reference; 0: it stays as it is */
static gsize
append_entity (GString *text, GHashTable *known, const char *reference)
{
  char name[MAX_ENTITY_NAME + 1] = "";
  const char *value;
  gsize length = 0;

  while (length < MAX_ENTITY_NAME && g_ascii_isalnum (reference[1 + length]))
    {
      name[length] = reference[1 + length];
      length++;
    }
  if (length == 0 || reference[1 + length] != ';')
    return 0;

  value = find_entity (known, name);
  g_string_append (text, value);

  return *value != '\0' ? length + 2 : 0;
}

/* Within CDATA an ampersand is one. */
static char *
expand_entities (const char *text, gsize *length)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GString *out;
  const char *p = text;
  gboolean is_open = FALSE; /* a CDATA that never ends */

  if (strchr (text, '&') == NULL)
    return NULL;

  out = g_string_sized_new (*length);
  for (gsize run = strcspn (p, "&<");; run = strcspn (p, "&<"))
    {
      const char *end = NULL;
      gsize used = 0;

      g_string_append_len (out, p, run);
      p += run;
      if (*p == '\0')
        break;
      if (*p == '&')
        used = append_entity (out, known, p);
      else if (!is_open && strncmp (p, "<![CDATA[", 9) == 0)
        {
          end = strstr (p, "]]>");
          is_open = end == NULL;
        }
      if (used == 0)
        {
          used = end != NULL ? (gsize) (end - p) : 1;
          g_string_append_len (out, p, used);
        }
      p += used;
    }
  *length = out->len;

  return g_string_free (out, FALSE);
}

static void
set_parse_error (GError **error, DlParserCtxt *ctxt)
{
  /* const suits both ends: 2.9 returns xmlErrorPtr, 2.12 a const xmlError * */
  const xmlError *fault = xmlCtxtGetLastError (ctxt);
  g_autofree char *message = NULL;

  if (fault != NULL && fault->message != NULL)
    message = g_strchomp (g_utf8_make_valid (fault->message, -1));

  g_set_error (error, DL_ERROR, DL_ERROR_SYNTAX,
               /* Translators: the second %s is what the XML parser says, in English */
               _ ("Line %d of this XML file is not well-formed: %s. Correct it in a text editor "
                  "and open the file again."),
               fault != NULL ? fault->line : 1, message != NULL ? message : "no XML");
}

/**
 * dl_xml_find_encoding:
 *
 * Returns: (transfer full) (nullable): the encoding that the declaration at the start of @bytes
 *   names
 */
char *
dl_xml_find_encoding (GBytes *bytes)
{
  static const char pattern[] =
    "^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 ||
      !g_regex_match_full (regex, data, MIN (size, DECLARATION_BYTES), 0, 0, &match, NULL))
    return NULL;

  return g_match_info_fetch (match, 1);
}

/**
 * dl_xml_parse:
 * @bytes: one XML document in the encoding it declares, of any that ICU knows
 *
 * Parses without touching the network or another file, without entities but those of XML and
 * HTML, and within the limits of this header and those of libxml2.
 *
 * Returns: (transfer full): a tree with a root, in which no entity is left unresolved; or %NULL
 *   with %DL_ERROR_SYNTAX (not well-formed, or with entities), %DL_ERROR_TOO_LARGE,
 *   %DL_ERROR_ENCODING or %DL_ERROR_FORMAT set
 */
xmlDoc *
dl_xml_parse (GBytes *bytes, GError **error)
{
  g_autoptr (DlParserCtxt) ctxt = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expanded = NULL;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  declared = dl_xml_find_encoding (bytes);
  text = dl_encoding_to_utf8 (bytes, declared, &length, error);
  if (text == NULL || !check_text (text, length, error))
    return NULL;

  expanded = expand_entities (text, &length);
  ctxt = xmlNewParserCtxt ();
  doc = xmlCtxtReadMemory (ctxt, expanded != NULL ? expanded : text, (int) length, NULL, "UTF-8",
                           PARSE_OPTIONS);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      set_parse_error (error, ctxt);
      return NULL;
    }
  if (!check_tree (doc, error))
    return NULL;

  return g_steal_pointer (&doc);
}

/**
 * dl_xml_is:
 * @node: (nullable): any node
 *
 * Tells whether @node is the element @name of the namespace @ns.
 */
gboolean
dl_xml_is (const xmlNode *node, const char *ns, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL &&
         g_strcmp0 ((const char *) node->ns->href, ns) == 0 &&
         g_strcmp0 ((const char *) node->name, name) == 0;
}

/**
 * dl_xml_find_child:
 *
 * Returns: (nullable): the first child of @parent that is such an element
 */
const xmlNode *
dl_xml_find_child (const xmlNode *parent, const char *ns, const char *name)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (dl_xml_is (child, ns, name))
      return child;

  return NULL;
}

static char *
take_value (xmlChar *value)
{
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/**
 * dl_xml_dup_attribute:
 *
 * Returns: (transfer full) (nullable): the attribute @name of no namespace, %NULL if there is
 *   none
 */
char *
dl_xml_dup_attribute (const xmlNode *node, const char *name)
{
  return take_value (xmlGetNoNsProp (node, (const xmlChar *) name));
}

/**
 * dl_xml_dup_own_language:
 *
 * Returns: (transfer full) (nullable): the xml:lang of @node itself, %NULL if it has none or
 *   an empty one
 */
char *
dl_xml_dup_own_language (const xmlNode *node)
{
  g_autofree char *language =
    take_value (xmlGetNsProp (node, (const xmlChar *) "lang", XML_XML_NAMESPACE));

  return language != NULL && *language != '\0' ? g_steal_pointer (&language) : NULL;
}

/**
 * dl_xml_append_text:
 * @text: what stands before @content in the same paragraph
 *
 * Appends @content with each run of XML's white space as one space, and none at the start of
 * @text or after another one.
 */
void
dl_xml_append_text (GString *text, const char *content)
{
  static const char spaces[] = " \t\r\n";

  while (*content != '\0')
    {
      gsize run = strcspn (content, spaces);

      g_string_append_len (text, content, run);
      content += run;
      run = strspn (content, spaces);
      if (run > 0 && text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
      content += run;
    }
}

/**
 * dl_xml_dup_text:
 *
 * Returns: (transfer full): the text under @node, its white space as dl_xml_append_text() has
 *   it and none at either end
 */
char *
dl_xml_dup_text (const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *content = take_value (xmlNodeGetContent (node));

  if (content != NULL)
    dl_xml_append_text (text, content);

  return g_strchomp (g_string_free (g_steal_pointer (&text), FALSE));
}

/**
 * dl_xml_set_error:
 * @node: where the fault is
 * @format: a sentence in the interface's language that tells what is wrong and what can be done
 *
 * Sets %DL_ERROR_SYNTAX with the line before the sentence.
 */
void
dl_xml_set_error (GError **error, const xmlNode *node, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  /* Translators: the line of a file, then a whole sentence */
  g_set_error (error, DL_ERROR, DL_ERROR_SYNTAX, _ ("Line %ld: %s"), xmlGetLineNo (node), sentence);
}
