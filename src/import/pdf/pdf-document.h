/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/* Lengths are points, from the upper left corner of the page. */
typedef struct
{
  double x1, y1, x2, y2;
} DlPdfBox;

typedef struct
{
  DlPdfBox box;
  double size; /* of its font */
  gboolean bold;
  const char *text; /* the document's */
} DlPdfWord;

/**
 * DlPdfLine:
 * @size: of most of its letters
 * @bold: whether all of it is
 * @mark: (nullable): of a list, that stands apart before the line; the document's
 * @is_mark: whether it is one itself, and belongs to another line
 * @repeated: whether it is no text but the head or the foot of the page
 */
typedef struct
{
  DlPdfBox box;
  guint first, end; /* of the page's words, half open */
  double size;
  gboolean bold, is_mark, repeated;
  const char *mark;
} DlPdfLine;

typedef struct
{
  double width, height;
  GArray *words; /* of DlPdfWord */
  GArray *lines; /* of DlPdfLine */
} DlPdfPage;

typedef struct
{
  char *data;                 /* what all strings are part of */
  const char *title, *author; /* (nullable) */
  DlDate *created;            /* (nullable) */
  GPtrArray *pages;           /* of DlPdfPage */
} DlPdfDocument;

DlPdfDocument *dl_pdf_document_parse (GBytes *answer);
void dl_pdf_document_free (DlPdfDocument *self);
DlPdfLine dl_pdf_page_measure (const DlPdfPage *self, guint first, guint end);
char *dl_pdf_page_dup_text (const DlPdfPage *self, const DlPdfLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPdfDocument, dl_pdf_document_free)

static inline DlPdfPage *
dl_pdf_document_get_page (const DlPdfDocument *self, guint position)
{
  return (DlPdfPage *) self->pages->pdata[position];
}

static inline DlPdfLine *
dl_pdf_page_get_line (const DlPdfPage *self, guint position)
{
  return &g_array_index (self->lines, DlPdfLine, position);
}

static inline DlPdfWord *
dl_pdf_page_get_word (const DlPdfPage *self, guint position)
{
  return &g_array_index (self->words, DlPdfWord, position);
}

G_END_DECLS
