/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"

G_BEGIN_DECLS

DlArticle *dl_office_import_odt (GBytes *bytes, const char *name, GError **error);
DlArticle *dl_office_import_docx (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
