/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Sixty times a long book; a tree takes some ten times the bytes of its file. */
#define DL_XML_MAX_BYTES (16 * 1024 * 1024)
/* Elements within elements; ours need five, a book's some twenty.  libxml2 gives up at 256. */
#define DL_XML_MAX_DEPTH 200
/* “<” in the file: about twice the elements. */
#define DL_XML_MAX_TAGS 500000
/* Attributes of one element; libxml2 compares each with each. */
#define DL_XML_MAX_ATTRIBUTES 256

char *dl_xml_find_encoding (GBytes *bytes);
xmlDoc *dl_xml_parse (GBytes *bytes, GError **error);

gboolean dl_xml_is (const xmlNode *node, const char *ns, const char *name);
const xmlNode *dl_xml_find_child (const xmlNode *parent, const char *ns, const char *name);
char *dl_xml_dup_attribute (const xmlNode *node, const char *name);
char *dl_xml_dup_own_language (const xmlNode *node);
char *dl_xml_dup_text (const xmlNode *node);
void dl_xml_append_text (GString *text, const char *content);
void dl_xml_set_error (GError **error, const xmlNode *node, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
