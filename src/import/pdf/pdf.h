/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "pdf-document.h"

G_BEGIN_DECLS

DlArticle *dl_pdf_import (GBytes *bytes, const char *name, GError **error);
DlArticle *dl_pdf_import_answer (GBytes *answer, const char *name, GError **error);

G_END_DECLS
