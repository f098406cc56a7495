/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kind.h"

G_BEGIN_DECLS

/**
 * DlPrintPages:
 *
 * Paragraphs and pictures, one below the other, broken into pages.
 */
typedef struct _DlPrintPages DlPrintPages;

/**
 * DlPrintMark:
 * @start, @end: bytes of the piece's words
 */
typedef struct
{
  int start, end;
  DlKind kind;
} DlPrintMark;

/**
 * DlPrintPiece:
 *
 * A paragraph, or a picture.  Sizes are points.
 */
typedef struct
{
  PangoLayout *layout; /* owned; or NULL */
  GArray *marks;       /* of DlPrintMark, owned */
  GskRenderNode *node; /* owned; or NULL: no picture */
  graphene_size_t size;
  double indent;
  double above;  /* room before it, but at the top of a page */
  gboolean keep; /* with what follows */
} DlPrintPiece;

DlPrintPages *dl_print_pages_new (PangoContext *context, double width, double height);
void dl_print_pages_free (DlPrintPages *self);

DlPrintPiece *dl_print_pages_add_words (DlPrintPages *self,
                                        const char *words,
                                        const char *font,
                                        double indent,
                                        const char *language);
DlPrintPiece *dl_print_pages_add_picture (DlPrintPages *self, GdkPaintable *picture);
guint dl_print_pages_get_kinds (DlPrintPages *self);

void dl_print_pages_lay_out (DlPrintPages *self);
guint dl_print_pages_break (DlPrintPages *self);
void dl_print_pages_draw (DlPrintPages *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPrintPages, dl_print_pages_free)

G_END_DECLS
