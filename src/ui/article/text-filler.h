/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "text-map.h"

G_BEGIN_DECLS

/**
 * DlTextFiller:
 *
 * Puts an article into a text buffer: its beginning at once, the rest in slices between frames,
 * so that a long one can be read, and the window used, from the first moment.
 */
typedef struct _DlTextFiller DlTextFiller;

DlTextFiller *dl_text_filler_new (GtkTextBuffer *buffer);
void dl_text_filler_free (DlTextFiller *self);

void dl_text_filler_set_line_spacing (DlTextFiller *self, int spacing_px);
void dl_text_filler_set_language (DlTextFiller *self, const char *language);
void dl_text_filler_set_dark (DlTextFiller *self, gboolean dark);
void dl_text_filler_fill (DlTextFiller *self, DlTextMap *map);
void dl_text_filler_reach (DlTextFiller *self, gsize byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTextFiller, dl_text_filler_free)

G_END_DECLS
