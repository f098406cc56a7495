/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "office.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"
#include "html.h"
#include "xml-blocks.h"
#include "xml-tree.h"
#include "zip.h"

/* Documents of office programs → Article: OpenDocument Text (ISO/IEC 26300) and the one of Office
 * Open XML (ISO/IEC 29500).  When such a document was saved says nothing of when its text was
 * published, so it has no date. */

/* Returns: the level that @digits begin with, or 1 */
static guint
read_level (const char *digits)
{
  const guint64 level = digits != NULL ? g_ascii_strtoull (digits, NULL, 10) : 0;

  return CLAMP (level, 1, DL_BLOCK_MAX_LEVEL);
}

static guint
find_odt_level (const xmlNode *heading)
{
  g_autofree char *level = dl_xml_dup_any_attribute (heading, "outline-level");

  return read_level (level);
}

static const DlXmlRule ODT_RULES[] = {
  { "h", DL_XML_BLOCK, DL_BLOCK_HEADING, .find_level = find_odt_level },
  { "p", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH },
  { "list-item", DL_XML_BLOCK, DL_BLOCK_LIST_ITEM },
  { "table-row", DL_XML_ROW, DL_BLOCK_PARAGRAPH },
  { "table-cell", DL_XML_CELL },
  { "note-citation", DL_XML_SKIPPED },
  { "note", DL_XML_ASIDE },
  { "a", DL_XML_LINK, .address = "href" },
  { "annotation", DL_XML_SKIPPED },
  { "tracked-changes", DL_XML_SKIPPED },
  { "forms", DL_XML_SKIPPED },
  { "s", DL_XML_SPACE },
  { "tab", DL_XML_SPACE },
  { "line-break", DL_XML_SPACE },
  { NULL },
};

/* A style goes by its id, which is English but for old files of other languages' programs; what
 * stands in the outline says so itself. */
static DlBlockKind
find_docx_kind (const xmlNode *paragraph)
{
  const xmlNode *style = dl_xml_find (paragraph, "pPr/pStyle");
  g_autofree char *id = style != NULL ? dl_xml_dup_any_attribute (style, "val") : NULL;

  if (dl_xml_find (paragraph, "pPr/outlineLvl") != NULL ||
      (id != NULL && (g_str_has_prefix (id, "Heading") || g_str_equal (id, "Title"))))
    return DL_BLOCK_HEADING;
  if (id != NULL && (g_str_equal (id, "Quote") || g_str_equal (id, "IntenseQuote")))
    return DL_BLOCK_QUOTE;

  return dl_xml_find (paragraph, "pPr/numPr") != NULL ? DL_BLOCK_LIST_ITEM : DL_BLOCK_PARAGRAPH;
}

/* An outline counts from 0, the styles “Heading1” and so on from 1. */
static guint
find_docx_level (const xmlNode *paragraph)
{
  const xmlNode *outline = dl_xml_find (paragraph, "pPr/outlineLvl");
  const xmlNode *style = dl_xml_find (paragraph, "pPr/pStyle");
  g_autofree char *depth = outline != NULL ? dl_xml_dup_any_attribute (outline, "val") : NULL;
  g_autofree char *id = style != NULL ? dl_xml_dup_any_attribute (style, "val") : NULL;

  if (depth != NULL && g_ascii_isdigit (*depth))
    return MIN (g_ascii_strtoull (depth, NULL, 10), DL_BLOCK_MAX_LEVEL - 1) + 1;

  return id != NULL && g_str_has_prefix (id, "Heading") ? read_level (id + strlen ("Heading")) : 1;
}

/* Where a link leads stands in another part, from which it is put here. */
#define DOCX_TARGET "target"

static const DlXmlRule DOCX_RULES[] = {
  { "p", DL_XML_BLOCK, DL_BLOCK_PARAGRAPH, find_docx_kind, find_docx_level },
  { "tr", DL_XML_ROW, DL_BLOCK_PARAGRAPH },
  { "tc", DL_XML_CELL },
  { "tab", DL_XML_SPACE },
  { "br", DL_XML_SPACE },
  { "cr", DL_XML_SPACE },
  { "hyperlink", DL_XML_LINK, .address = DOCX_TARGET },
  { "pPr", DL_XML_SKIPPED },
  { "rPr", DL_XML_SKIPPED },
  { "del", DL_XML_SKIPPED },
  { "moveFrom", DL_XML_SKIPPED },
  { "instrText", DL_XML_SKIPPED },
  { "sdtPr", DL_XML_SKIPPED },
  /* what older programs show instead, the text a second time */
  { "Fallback", DL_XML_SKIPPED },
  { "footnoteReference", DL_XML_ASIDE },
  { "endnoteReference", DL_XML_ASIDE },
  { NULL },
};

typedef struct
{
  const char *body, *meta; /* parts of the archive */
  const char *path;        /* of what holds the text, from the root of @body */
  const DlXmlRule *rules;
  const char *title, *author, *language; /* paths in @meta */
} Format;

static const Format ODT = {
  "content.xml", "meta.xml", "body/text", ODT_RULES, "meta/title", "meta/creator", "meta/language",
};

static const Format DOCX = {
  "word/document.xml", "docProps/core.xml", "body", DOCX_RULES, "title", "creator", "language",
};

static xmlDoc *
parse_part (DlZip *zip, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = dl_zip_read (zip, path, error);

  return bytes != NULL ? dl_xml_parse (bytes, error) : NULL;
}

/* Returns: (transfer full): the notes under @root by their ids, but for lines that part them */
static GHashTable *
find_notes (const xmlNode *root)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (xmlNode *note = root->children; note != NULL; note = note->next)
    {
      gboolean is_note = note->type == XML_ELEMENT_NODE;
      g_autofree char *type = is_note ? dl_xml_dup_any_attribute (note, "type") : NULL;
      char *id = is_note ? dl_xml_dup_any_attribute (note, "id") : NULL;

      if (id != NULL && (type == NULL || g_str_equal (type, "normal")))
        g_hash_table_insert (notes, id, note);
      else
        g_free (id);
    }

  return notes;
}

/* Puts each note of the part @path, once, into what refers to it in @doc by the element @name. */
static void
place_notes (xmlDoc *doc, DlZip *zip, const char *path, const char *name)
{
  g_autoptr (xmlDoc) part = dl_zip_has (zip, path) ? parse_part (zip, path, NULL) : NULL;
  g_autoptr (GHashTable) notes = NULL;
  xmlNode *root = xmlDocGetRootElement (doc);

  if (part == NULL)
    return;
  notes = find_notes (xmlDocGetRootElement (part));
  for (xmlNode *node = root; node != NULL; node = (xmlNode *) dl_html_next (node, root, TRUE))
    {
      g_autofree char *id =
        dl_xml_is_called (node, name) ? dl_xml_dup_any_attribute (node, "id") : NULL;
      xmlNode *note = id != NULL ? g_hash_table_lookup (notes, id) : NULL;

      if (note == NULL)
        continue;
      xmlAddChildList (node, xmlDocCopyNodeList (doc, note->children));
      g_hash_table_remove (notes, id);
    }
}

/* Writes into each link of @doc where it leads, by the relationships of the document. */
static void
place_links (xmlDoc *doc, DlZip *zip)
{
  static const char path[] = "word/_rels/document.xml.rels";
  g_autoptr (xmlDoc) part = dl_zip_has (zip, path) ? parse_part (zip, path, NULL) : NULL;
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNode *root = xmlDocGetRootElement (doc);

  for (const xmlNode *one = part != NULL ? dl_xml_find (xmlDocGetRootElement (part), "Relationship")
                                         : NULL;
       one != NULL; one = dl_xml_find_next (one))
    {
      char *id = dl_xml_dup_any_attribute (one, "Id");
      char *target = dl_xml_dup_any_attribute (one, "Target");

      if (id != NULL && target != NULL)
        g_hash_table_insert (targets, g_steal_pointer (&id), g_steal_pointer (&target));
      g_free (id);
      g_free (target);
    }
  for (xmlNode *node = root; node != NULL; node = (xmlNode *) dl_html_next (node, root, TRUE))
    {
      g_autofree char *id =
        dl_xml_is_called (node, "hyperlink") ? dl_xml_dup_any_attribute (node, "id") : NULL;
      const char *target = id != NULL ? g_hash_table_lookup (targets, id) : NULL;

      if (target != NULL)
        xmlSetProp (node, (const xmlChar *) DOCX_TARGET, (const xmlChar *) target);
    }
}

static char *
dup_meta (xmlDoc *meta, const char *path)
{
  return meta != NULL ? dl_xml_dup_found (xmlDocGetRootElement (meta), path) : NULL;
}

static DlArticle *
import (GBytes *bytes, const Format *format, const char *name, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_autoptr (DlZip) zip = dl_zip_open (bytes, error);
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (xmlDoc) meta = NULL;
  g_autofree char *title = NULL, *author = NULL, *language = NULL;
  const xmlNode *text;

  if (zip == NULL)
    return NULL;
  if (!dl_zip_has (zip, format->body))
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                           _ ("This is a table, a drawing or a set of slides, not a text. Save its "
                              "text as a plain text file and open that."));
      return NULL;
    }
  doc = parse_part (zip, format->body, error);
  if (doc == NULL)
    return NULL;

  place_notes (doc, zip, "word/footnotes.xml", "footnoteReference");
  place_notes (doc, zip, "word/endnotes.xml", "endnoteReference");
  place_links (doc, zip);
  text = dl_xml_find (xmlDocGetRootElement (doc), format->path);
  if (text != NULL)
    dl_xml_blocks_append (builder, text, format->rules);
  meta = parse_part (zip, format->meta, NULL);
  title = dup_meta (meta, format->title);
  author = dup_meta (meta, format->author);
  language = dup_meta (meta, format->language);

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = title,
                                     .author = author,
                                     .language = language,
                                   },
                                   error);
}

/**
 * dl_office_import_odt:
 * @bytes: an OpenDocument file
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article, or %NULL with an error of dl_zip_read(), dl_xml_parse()
 *   or dl_article_builder_build() set, or %DL_ERROR_FORMAT: no text document
 */
DlArticle *
dl_office_import_odt (GBytes *bytes, const char *name, GError **error)
{
  return import (bytes, &ODT, name, error);
}

/* As dl_office_import_odt(), of a document of Office Open XML. */
DlArticle *
dl_office_import_docx (GBytes *bytes, const char *name, GError **error)
{
  return import (bytes, &DOCX, name, error);
}
