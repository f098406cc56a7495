/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "entity-item.h"
#include "session.h"

G_BEGIN_DECLS

#define DL_TYPE_ENTITY_ROW (dl_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (DlEntityRow, dl_entity_row, DL, ENTITY_ROW, GtkWidget)

GtkWidget *dl_entity_row_new (void);
void dl_entity_row_bind (DlEntityRow *self, DlSession *session, DlEntityItem *item);
void dl_entity_row_unbind (DlEntityRow *self);
DlEntityItem *dl_entity_row_get_item (DlEntityRow *self);

G_END_DECLS
