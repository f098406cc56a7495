/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list.h"

/* To free so many takes a quarter of a frame. */
#define MANY_ITEMS 5000

/* A list that never changes: a #GListModel over an array, with no cost per row beyond a
 * pointer and look-up by position in O(1). */
struct _DlList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items; /* of GObject */
};

static GType
get_item_type (GListModel *model)
{
  return DL_LIST (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return DL_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  gpointer item = dl_list_get (DL_LIST (model), position);

  return item == NULL ? NULL : g_object_ref (item);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DlList,
                               dl_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
dl_list_finalize (GObject *object)
{
  DlList *self = DL_LIST (object);

  dl_list_drop_items (self->items);

  G_OBJECT_CLASS (dl_list_parent_class)->finalize (object);
}

static void
dl_list_class_init (DlListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_list_finalize;
}

static void
dl_list_init (DlList *self)
{
}

/**
 * dl_list_new_take:
 * @item_type: the type of its rows
 * @items: (transfer full) (nullable): the rows, which the array owns; %NULL: none
 *
 * Returns: (transfer full): a list of them
 */
DlList *
dl_list_new_take (GType item_type, GPtrArray *items)
{
  DlList *self = g_object_new (DL_TYPE_LIST, NULL);

  self->item_type = item_type;
  self->items = items == NULL ? g_ptr_array_new_with_free_func (g_object_unref) : items;
  return self;
}

static gpointer
drop_thread (gpointer items)
{
  g_ptr_array_unref (items);

  return NULL;
}

/**
 * dl_list_drop_items:
 * @items: (transfer full): rows of a list, or to be of one
 *
 * Lets go of them; in a thread if there are so many that a window would stand still meanwhile.
 */
void
dl_list_drop_items (GPtrArray *items)
{
  g_autoptr (GThread) thread =
    items->len > MANY_ITEMS ? g_thread_try_new ("drop-items", drop_thread, items, NULL) : NULL;

  if (thread == NULL)
    g_ptr_array_unref (items);
}

guint
dl_list_get_length (DlList *self)
{
  return self->items->len;
}

/**
 * dl_list_get:
 * @self: a list
 * @position: which row
 *
 * Returns: (transfer none) (nullable): the row; %NULL past the last
 */
gpointer
dl_list_get (DlList *self, guint position)
{
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}
