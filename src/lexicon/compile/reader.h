/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "builder.h"

G_BEGIN_DECLS

/**
 * DlReader:
 *
 * One table while it is read; errors name its path and the line.
 */
typedef struct
{
  DlBuilder *builder;
  const char *path;
  GError **error;
} DlReader;

gboolean dl_reader_fail (DlReader *reader, xmlNode *node, const char *what, const char *detail);
gboolean dl_reader_is (xmlNode *node, const char *name);
char *dl_reader_dup_attribute (xmlNode *node, const char *name);
char *dl_reader_dup_content (xmlNode *node);
guint32 dl_reader_add_string (DlReader *reader, xmlNode *node, const char *name);
double dl_reader_get_number (xmlNode *node, const char *name, double fallback);
guint dl_reader_get_languages (xmlNode *node);
guint16 dl_reader_find_capitals (const char *form);

gboolean dl_reader_read_entity (DlReader *reader, xmlNode *node);
gboolean dl_reader_read_caution (DlReader *reader, xmlNode *node);
gboolean dl_reader_read_words (DlReader *reader, xmlNode *node);
gboolean dl_reader_read_rules (DlReader *reader, xmlNode *node);

G_END_DECLS
