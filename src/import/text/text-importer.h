/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

DlArticle *dl_text_importer_import (GBytes *bytes, const char *name, GError **error);
DlArticle *dl_text_importer_from_utf8 (const char *text,
                                       gsize length,
                                       const DlArticleFields *fields,
                                       GError **error);

G_END_DECLS
