/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

gboolean dl_markdown_is_named (const char *name);
DlArticle *dl_markdown_import (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
