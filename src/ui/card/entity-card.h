/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/**
 * DlCardMode:
 * @DL_CARD_MODAL: takes the focus, and the next press outside closes it
 * @DL_CARD_HOVERING: stands there until it is closed, and takes nothing
 */
typedef enum
{
  DL_CARD_MODAL,
  DL_CARD_HOVERING
} DlCardMode;

#define DL_TYPE_ENTITY_CARD (dl_entity_card_get_type ())
G_DECLARE_FINAL_TYPE (DlEntityCard, dl_entity_card, DL, ENTITY_CARD, GtkPopover)

GtkWidget *dl_entity_card_new (void);
void dl_entity_card_set_session (DlEntityCard *self, DlSession *session);
gboolean dl_entity_card_popup (DlEntityCard *self, guint mention, DlCardMode mode);
gboolean dl_entity_card_is_pinned (DlEntityCard *self);

G_END_DECLS
