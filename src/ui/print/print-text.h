/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * DlPrintText:
 *
 * An article as it is printed: its title, its text with the marks that the window shows and
 * what they mean, its timeline and its map, broken into pages.
 */
typedef struct _DlPrintText DlPrintText;

DlPrintText *dl_print_text_new (PangoContext *context,
                                DlSession *session,
                                GdkPaintable *map,
                                double width,
                                double height);
void dl_print_text_free (DlPrintText *self);
gboolean dl_print_text_lay_out (DlPrintText *self);
guint dl_print_text_break (DlPrintText *self);
void dl_print_text_draw (DlPrintText *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPrintText, dl_print_text_free)

G_END_DECLS
