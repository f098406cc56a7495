/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

DlArticle *dl_epub_import (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
