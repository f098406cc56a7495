/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Elements and runs of text of a page. */
#define DL_HTML_MAX_NODES 1000000
/* What is nested deeper stands beside what it is nested in, as in browsers. */
#define DL_HTML_MAX_DEPTH 256
/* Of one tag. */
#define DL_HTML_MAX_ATTRIBUTES 1000

xmlDoc *dl_html_parse (GBytes *bytes, GError **error);

const xmlNode *dl_html_next (const xmlNode *node, const xmlNode *root, gboolean into);
gboolean dl_html_is (const xmlNode *node, const char *name);
gboolean dl_html_is_called_article (const xmlNode *node);
gboolean dl_html_is_one_of (const xmlNode *node, const char *names);
const char *dl_html_get_content (const xmlNode *text);
char *dl_html_dup_attribute (const xmlNode *node, const char *name);

G_END_DECLS
