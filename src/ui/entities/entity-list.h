/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_ENTITY_LIST (dl_entity_list_get_type ())
G_DECLARE_FINAL_TYPE (DlEntityList, dl_entity_list, DL, ENTITY_LIST, GtkWidget)

GtkWidget *dl_entity_list_new (void);
DlSession *dl_entity_list_get_session (DlEntityList *self);
void dl_entity_list_set_session (DlEntityList *self, DlSession *session);
GListModel *dl_entity_list_get_model (DlEntityList *self);
void dl_entity_list_focus_search (DlEntityList *self);

G_END_DECLS
