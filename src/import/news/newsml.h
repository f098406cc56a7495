/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "article.h"

G_BEGIN_DECLS

gboolean dl_newsml_is_newsml (const xmlNode *root);
GPtrArray *dl_newsml_import (const xmlNode *root, const char *name, GError **error);

G_END_DECLS
