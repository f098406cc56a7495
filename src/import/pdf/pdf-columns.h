/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-document.h"

G_BEGIN_DECLS

void dl_pdf_columns_split (DlPdfPage *page);
void dl_pdf_columns_sort (DlPdfPage *page);

G_END_DECLS
