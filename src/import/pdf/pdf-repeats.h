/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-document.h"

G_BEGIN_DECLS

void dl_pdf_repeats_mark (DlPdfDocument *document);

G_END_DECLS
