/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list.h"

static int n_left; /* atomic: rows that are not freed yet */

static void
freed_cb (gpointer data, GObject *object)
{
  g_atomic_int_add (&n_left, -1);
}

static GPtrArray *
make_items (guint n_items)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_atomic_int_set (&n_left, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      GCancellable *item = g_cancellable_new ();

      g_object_weak_ref (G_OBJECT (item), freed_cb, NULL);
      g_ptr_array_add (items, item);
    }

  return items;
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) items = make_items (3);
  DlList *list = dl_list_new_take (G_TYPE_CANCELLABLE, g_ptr_array_ref (items));

  g_assert_cmpuint (dl_list_get_length (list), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (dl_list_get (list, i) == items->pdata[i]);
  g_assert_null (dl_list_get (list, 3));
  g_assert_finalize_object (list);
  g_assert_cmpint (n_left, ==, 3);
}

/* Few at once, many by a thread; a row that someone holds stays. */
static void
test_freed (void)
{
  g_autoptr (GCancellable) held = NULL;
  DlList *list;

  list = dl_list_new_take (G_TYPE_CANCELLABLE, make_items (100));
  g_assert_finalize_object (list);
  g_assert_cmpint (g_atomic_int_get (&n_left), ==, 0);

  list = dl_list_new_take (G_TYPE_CANCELLABLE, make_items (20000));
  held = g_object_ref (dl_list_get (list, 10000));
  g_assert_finalize_object (list);
  while (g_atomic_int_get (&n_left) > 1)
    g_thread_yield ();
  g_assert_false (g_cancellable_is_cancelled (held));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/list/rows", test_rows);
  g_test_add_func ("/model/list/freed", test_freed);

  return g_test_run ();
}
