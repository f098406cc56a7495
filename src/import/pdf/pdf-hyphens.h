/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-document.h"

G_BEGIN_DECLS

typedef struct _DlPdfHyphens DlPdfHyphens;

DlPdfHyphens *dl_pdf_hyphens_new (const DlPdfDocument *document);
void dl_pdf_hyphens_free (DlPdfHyphens *self);
gboolean dl_pdf_hyphens_is_open (const char *text);
void dl_pdf_hyphens_append_line (const DlPdfHyphens *self, GString *text, const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPdfHyphens, dl_pdf_hyphens_free)

G_END_DECLS
