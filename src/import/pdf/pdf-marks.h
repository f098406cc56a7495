/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-document.h"

G_BEGIN_DECLS

gboolean dl_pdf_marks_is_bullet (gunichar c);
gboolean dl_pdf_marks_is_mark (const char *word);
void dl_pdf_marks_attach (DlPdfPage *page);

G_END_DECLS
