/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "article.h"

G_BEGIN_DECLS

#define DL_ARTICLE_XML_NAMESPACE "https://dateline.github.io/ns/article"

gboolean dl_article_xml_is_article (xmlDoc *doc);
DlArticle *dl_article_xml_import (xmlDoc *doc, const char *name, GError **error);

G_END_DECLS
