/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "pdf-document.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  DlBlockKind kind;
  double size; /* of its letters, points */
  guint page;
} DlPdfParagraph;

GArray *dl_pdf_paragraphs_find (const DlPdfDocument *document, gboolean all);

G_END_DECLS
