/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "article-builder.h"

G_BEGIN_DECLS

gboolean dl_nitf_is_nitf (const xmlNode *root);
void dl_nitf_append_body (DlArticleBuilder *builder, const xmlNode *root);
DlArticle *dl_nitf_import (const xmlNode *root, const char *name, GError **error);

G_END_DECLS
