/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gradual-list.h"

/* Follows ::items-changed, as a list view does: the length it has counted is that of the list. */
typedef struct
{
  DlGradualList *list;
  guint n_counted;
  guint n_changes;
} Case;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Case *self)
{
  g_assert_cmpuint (position + removed, <=, self->n_counted);
  self->n_counted = self->n_counted - removed + added;
  self->n_changes++;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->n_counted);
}

static void
set_up (Case *self, gconstpointer data)
{
  self->list = dl_gradual_list_new ();
  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), self);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_assert_finalize_object (self->list);
}

static GListModel *
make_rows (guint n_rows)
{
  GListStore *rows = g_list_store_new (G_TYPE_CANCELLABLE);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (GCancellable) row = g_cancellable_new ();

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static void
assert_rows (Case *self, GListModel *rows)
{
  for (guint i = 0; i < self->n_counted; i++)
    {
      g_autoptr (GObject) shown = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      g_autoptr (GObject) row = g_list_model_get_item (rows, i);

      g_assert_true (shown == row);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->list), self->n_counted));
}

/* The first rows at once, the others as the main loop goes on; none is left. */
static void
test_slices (Case *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (5000);

  dl_gradual_list_set_rows (self->list, rows);
  g_assert_cmpuint (self->n_counted, ==, DL_GRADUAL_LIST_FIRST);
  assert_rows (self, rows);
  while (self->n_counted < 5000)
    g_main_context_iteration (NULL, TRUE);
  assert_rows (self, rows);
  g_assert_false (g_main_context_pending (NULL));
}

static void
test_few (Case *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (3);

  dl_gradual_list_set_rows (self->list, rows);
  g_assert_cmpuint (self->n_counted, ==, 3);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_false (g_main_context_pending (NULL));
}

/* What was still to come of the old rows does not come. */
static void
test_replaced (Case *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (5000), others = make_rows (20);

  dl_gradual_list_set_rows (self->list, rows);
  g_main_context_iteration (NULL, FALSE);
  dl_gradual_list_set_rows (self->list, others);
  g_assert_cmpuint (self->n_counted, ==, DL_GRADUAL_LIST_FIRST);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->n_counted, ==, 20);
  assert_rows (self, others);
  dl_gradual_list_set_rows (self->list, NULL);
  g_assert_cmpuint (self->n_counted, ==, 0);
}

static void
test_reach (Case *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (5000);

  dl_gradual_list_set_rows (self->list, rows);
  dl_gradual_list_reach (self->list, 4321);
  g_assert_cmpuint (self->n_counted, ==, 4322);
  dl_gradual_list_reach (self->list, 10);
  g_assert_cmpuint (self->n_counted, ==, 4322);
  assert_rows (self, rows);
  while (self->n_counted < 5000)
    g_main_context_iteration (NULL, TRUE);
  assert_rows (self, rows);
}

/* The old rows stay for a moment, and go before the new ones come. */
static void
test_clear (Case *self, gconstpointer data)
{
  g_autoptr (GListModel) rows = make_rows (5000), others = make_rows (3);

  dl_gradual_list_set_rows (self->list, rows);
  dl_gradual_list_reach (self->list, 99);
  dl_gradual_list_clear (self->list);
  g_assert_null (dl_gradual_list_get_rows (self->list));
  g_assert_cmpuint (self->n_counted, ==, 100);
  assert_rows (self, rows);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (self->n_counted, ==, 0);

  dl_gradual_list_set_rows (self->list, rows);
  dl_gradual_list_reach (self->list, 99);
  dl_gradual_list_clear (self->list);
  dl_gradual_list_set_rows (self->list, others);
  g_assert_cmpuint (self->n_counted, ==, 3);
  assert_rows (self, others);
  g_assert_false (g_main_context_pending (NULL));

  dl_gradual_list_clear (self->list);
  g_assert_cmpuint (self->n_counted, ==, 0);
}

static void
add (const char *path, void (*test) (Case *, gconstpointer))
{
  g_test_add (path, Case, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/ui/gradual-list/slices", test_slices);
  add ("/ui/gradual-list/few", test_few);
  add ("/ui/gradual-list/replaced", test_replaced);
  add ("/ui/gradual-list/reach", test_reach);
  add ("/ui/gradual-list/clear", test_clear);

  return g_test_run ();
}
