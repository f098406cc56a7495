/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_ENTITY_CARD (dl_entity_card_get_type ())
G_DECLARE_FINAL_TYPE (DlEntityCard, dl_entity_card, DL, ENTITY_CARD, GtkPopover)

GtkWidget *dl_entity_card_new (void);
void dl_entity_card_set_session (DlEntityCard *self, DlSession *session);
void dl_entity_card_popup (DlEntityCard *self, guint mention);

G_END_DECLS
