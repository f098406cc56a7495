/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gradual-list.h"

/**
 * DlGradualList:
 *
 * A list that shows another one, which never changes: its first rows at once, the others in
 * slices between frames.  A list view makes a widget for each of the first 200 rows of what it is
 * given, however few of them are in sight, and the window would stand still meanwhile.
 */

/* gtklistview.c, GTK_LIST_VIEW_MAX_LIST_ITEMS: rows beyond these have no widget. */
#define MAX_WIDGETS 200
/* How long the main loop may be held, ms: with what the slice brings about in the view, half of a
 * frame. */
#define PATIENCE_MS 3
/* After a frame: GDK_PRIORITY_REDRAW, and two more. */
#define PRIORITY (G_PRIORITY_HIGH_IDLE + 22)

struct _DlGradualList
{
  GObject parent_instance;

  GListModel *rows; /* or NULL: none */
  GListModel *old;  /* what is still shown of what there was before, or NULL: nothing */
  guint n_shown;    /* of @old, as long as there is one */
  guint source;     /* 0: all are shown, and they alone */
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return DL_GRADUAL_LIST (model)->n_shown;
}

static gpointer
get_item (GListModel *model, guint position)
{
  DlGradualList *self = DL_GRADUAL_LIST (model);

  if (position >= self->n_shown)
    return NULL;

  return g_list_model_get_item (self->old != NULL ? self->old : self->rows, position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DlGradualList,
                               dl_gradual_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
dl_gradual_list_dispose (GObject *object)
{
  DlGradualList *self = DL_GRADUAL_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  self->n_shown = 0;
  g_clear_object (&self->rows);
  g_clear_object (&self->old);

  G_OBJECT_CLASS (dl_gradual_list_parent_class)->dispose (object);
}

static void
dl_gradual_list_class_init (DlGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dl_gradual_list_dispose;
}

static void
dl_gradual_list_init (DlGradualList *self)
{
}

DlGradualList *
dl_gradual_list_new (void)
{
  return g_object_new (DL_TYPE_GRADUAL_LIST, NULL);
}

static guint
count_rows (DlGradualList *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
}

static void
show (DlGradualList *self, guint n_rows)
{
  const guint before = self->n_shown;

  if (n_rows <= before)
    return;

  self->n_shown = n_rows;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n_rows - before);
}

static gboolean
add_cb (gpointer user_data)
{
  DlGradualList *self = user_data;
  const gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;
  const guint n_rows = count_rows (self);

  do
    show (self, self->n_shown < MAX_WIDGETS ? MIN (self->n_shown + 1, n_rows) : n_rows);
  while (self->n_shown < n_rows && g_get_monotonic_time () < until);

  if (self->n_shown < n_rows)
    return G_SOURCE_CONTINUE;
  self->source = 0;

  return G_SOURCE_REMOVE;
}

/**
 * dl_gradual_list_set_rows:
 * @rows: (transfer none) (nullable): it never changes
 *
 * They take the place of what there was.
 */
void
dl_gradual_list_set_rows (DlGradualList *self, GListModel *rows)
{
  g_autoptr (GListModel) old = NULL; /* outlives the change */
  guint n_old;

  g_return_if_fail (DL_IS_GRADUAL_LIST (self));

  g_clear_handle_id (&self->source, g_source_remove);
  old = self->old != NULL ? g_steal_pointer (&self->old) : g_steal_pointer (&self->rows);
  n_old = self->n_shown;
  g_set_object (&self->rows, rows);
  self->n_shown = MIN (count_rows (self), DL_GRADUAL_LIST_FIRST);
  if (self->n_shown < count_rows (self))
    self->source = g_idle_add_full (PRIORITY, add_cb, self, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_old, self->n_shown);
}

static gboolean
clear_cb (gpointer user_data)
{
  DlGradualList *self = user_data;

  self->source = 0;
  dl_gradual_list_set_rows (self, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * dl_gradual_list_clear:
 *
 * There are no rows any more, and nobody looks at the list: what is shown of them goes in a moment
 * when there is nothing else to do, or when others come.
 */
void
dl_gradual_list_clear (DlGradualList *self)
{
  g_return_if_fail (DL_IS_GRADUAL_LIST (self));

  if (self->n_shown <= DL_GRADUAL_LIST_FIRST)
    {
      dl_gradual_list_set_rows (self, NULL);
      return;
    }
  if (self->rows == NULL)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->old = g_steal_pointer (&self->rows);
  self->source = g_idle_add_full (PRIORITY, clear_cb, self, NULL);
}

/* Returns: (transfer none) (nullable): all of them, shown or not */
GListModel *
dl_gradual_list_get_rows (DlGradualList *self)
{
  g_return_val_if_fail (DL_IS_GRADUAL_LIST (self), NULL);

  return self->rows;
}

/**
 * dl_gradual_list_reach:
 * @position: of a row
 *
 * Makes sure that it is shown.
 */
void
dl_gradual_list_reach (DlGradualList *self, guint position)
{
  g_return_if_fail (DL_IS_GRADUAL_LIST (self));
  g_return_if_fail (position < count_rows (self));

  show (self, position + 1);
}
