/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "json.h"

G_BEGIN_DECLS

gboolean dl_json_news_is_news (JsonNode *root);
GPtrArray *dl_json_news_import (JsonNode *root, const char *name, GError **error);

G_END_DECLS
