/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "article.h"

G_BEGIN_DECLS

gboolean dl_feed_is_feed (xmlDoc *doc);
GPtrArray *dl_feed_import (xmlDoc *doc, const char *name, GError **error);

G_END_DECLS
