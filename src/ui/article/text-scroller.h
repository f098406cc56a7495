/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text-filler.h"

G_BEGIN_DECLS

/**
 * DlTextScroller:
 *
 * Brings a place of an article into sight, wherever it is in a long text of which most was never
 * laid out, and not all may be in the buffer yet.
 */
typedef struct _DlTextScroller DlTextScroller;

DlTextScroller *dl_text_scroller_new (GtkTextView *view, DlTextFiller *filler);
void dl_text_scroller_free (DlTextScroller *self);
void dl_text_scroller_set_map (DlTextScroller *self, DlTextMap *map);

void dl_text_scroller_place_caret (DlTextScroller *self, gsize byte);
void dl_text_scroller_scroll_to (DlTextScroller *self, gsize byte, double align);
void dl_text_scroller_reveal (DlTextScroller *self, DlSpan span, double align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTextScroller, dl_text_scroller_free)

G_END_DECLS
