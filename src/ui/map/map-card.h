/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_MAP_CARD (dl_map_card_get_type ())
G_DECLARE_FINAL_TYPE (DlMapCard, dl_map_card, DL, MAP_CARD, GtkPopover)

GtkWidget *dl_map_card_new (void);
gboolean dl_map_card_popup_country (DlMapCard *self, DlSession *session, const char *code);
void dl_map_card_popup_place (DlMapCard *self, DlSession *session, guint entity);

G_END_DECLS
