/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-text.h"

G_BEGIN_DECLS

/**
 * DlCardOpener:
 *
 * Opens the card of a mention of the article and closes it again: at a click or a key, which also
 * selects the mention, or where the pointer rests on it for a moment.
 */
typedef struct _DlCardOpener DlCardOpener;

DlCardOpener *dl_card_opener_new (GtkWidget *parent, DlArticleText *text);
void dl_card_opener_free (DlCardOpener *self);
void dl_card_opener_set_session (DlCardOpener *self, DlSession *session);

void dl_card_opener_open (DlCardOpener *self, guint mention);
void dl_card_opener_point (DlCardOpener *self, guint mention, double y);
gboolean dl_card_opener_is_hovering (DlCardOpener *self);
void dl_card_opener_interrupt (DlCardOpener *self);
gboolean dl_card_opener_close (DlCardOpener *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlCardOpener, dl_card_opener_free)

G_END_DECLS
