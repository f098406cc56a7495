/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"
#include "xml.h"

G_BEGIN_DECLS

gboolean dl_xml_is_called (const xmlNode *node, const char *name);
const xmlNode *dl_xml_find (const xmlNode *parent, const char *path);
const xmlNode *dl_xml_find_next (const xmlNode *node);
char *dl_xml_dup_found (const xmlNode *parent, const char *path);
char *dl_xml_dup_any_attribute (const xmlNode *node, const char *name);
DlDate *dl_xml_find_date (const xmlNode *parent, const char *path, const char *attribute);

G_END_DECLS
