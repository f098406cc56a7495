/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "annotations.h"
#include "list.h"

G_BEGIN_DECLS

/**
 * DlEntityOrder:
 * @DL_ENTITY_ORDER_TEXT: as the article first names them
 * @DL_ENTITY_ORDER_COUNT: the most often named first
 * @DL_ENTITY_ORDER_NAME: by the alphabet of the interface's language
 */
typedef enum
{
  DL_ENTITY_ORDER_TEXT,
  DL_ENTITY_ORDER_COUNT,
  DL_ENTITY_ORDER_NAME
} DlEntityOrder;

#define DL_TYPE_ENTITY_ORDER (dl_entity_order_get_type ())
GType dl_entity_order_get_type (void);

/**
 * DlEntityItem:
 *
 * A row of the list: an entity, or the heading over those of one kind.
 */
#define DL_TYPE_ENTITY_ITEM (dl_entity_item_get_type ())
G_DECLARE_FINAL_TYPE (DlEntityItem, dl_entity_item, DL, ENTITY_ITEM, GObject)

gboolean dl_entity_item_is_heading (DlEntityItem *self);
DlKind dl_entity_item_get_kind (DlEntityItem *self);
guint dl_entity_item_get_entity (DlEntityItem *self);
const char *dl_entity_item_get_name (DlEntityItem *self);
guint dl_entity_item_get_count (DlEntityItem *self);

DlList *
dl_entity_item_list_all (DlAnnotations *annotations, const char *search, DlEntityOrder order);

G_END_DECLS
