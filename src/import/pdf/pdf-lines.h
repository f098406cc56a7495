/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-document.h"

G_BEGIN_DECLS

/* A line, and the page on which it stands. */
typedef struct
{
  const DlPdfPage *page;
  const DlPdfLine *line;
  guint number; /* of the page */
} DlPdfPlace;

/* The lines of a document in the order of reading, and what is usual among them: the size and
 * weight of the text, the distance from line to line. */
typedef struct _DlPdfLines DlPdfLines;

DlPdfLines *dl_pdf_lines_new (const DlPdfDocument *document, gboolean all);
void dl_pdf_lines_free (DlPdfLines *self);

guint dl_pdf_lines_count (const DlPdfLines *self);
const DlPdfPlace *dl_pdf_lines_get (const DlPdfLines *self, guint i);
const DlPdfBox *dl_pdf_lines_get_box (const DlPdfLines *self, guint i);
double dl_pdf_lines_get_start (const DlPdfLines *self, guint i);
double dl_pdf_lines_get_end (const DlPdfLines *self, guint i);
gboolean dl_pdf_lines_is_below (const DlPdfLines *self, guint i);
gboolean dl_pdf_lines_follows (const DlPdfLines *self, guint i);
gboolean dl_pdf_lines_is_body (const DlPdfLines *self, guint i);
gboolean dl_pdf_lines_is_small (const DlPdfLines *self, guint i);
gboolean dl_pdf_lines_is_large (const DlPdfLines *self, guint i);
gboolean dl_pdf_lines_are_bold (const DlPdfLines *self);
gboolean dl_pdf_lines_is_same_size (double a, double b);

const char *dl_pdf_place_get_first_word (const DlPdfPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPdfLines, dl_pdf_lines_free)

G_END_DECLS
