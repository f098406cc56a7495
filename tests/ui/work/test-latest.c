/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "latest.h"

/* The work: waits as long as the request is shut, and returns its number. */
typedef struct
{
  int number;
  gboolean open; /* atomic */
} Request;

static int n_requests, n_results; /* atomic: that are not freed yet */

static Request *
make_request (int number, gboolean open)
{
  Request *request = g_new (Request, 1);

  g_atomic_int_inc (&n_requests);
  *request = (Request){ number, open };

  return request;
}

static void
free_request (gpointer request)
{
  g_atomic_int_add (&n_requests, -1);
  g_free (request);
}

static void
free_result (gpointer result)
{
  g_atomic_int_add (&n_results, -1);
  g_free (result);
}

static gpointer
work (gconstpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  int *result = g_new (int, 1);

  while (!g_atomic_int_get (&request->open) && !g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  g_atomic_int_inc (&n_results);
  *result = request->number;

  return result;
}

typedef struct
{
  DlLatest *latest;
  int number; /* of the last result; 0: none */
  guint n_ready;
} Case;

static void
ready_cb (gpointer result, gpointer user_data)
{
  Case *self = user_data;

  self->number = *(int *) result;
  self->n_ready++;
  free_result (result);
}

static void
set_up (Case *self, gconstpointer data)
{
  self->latest = dl_latest_new (work, free_request, free_result, ready_cb, self);
}

/* Until nothing is left over, however it ended; it may be a thread that frees the last. */
static void
drain (void)
{
  while (g_atomic_int_get (&n_requests) > 0 || g_atomic_int_get (&n_results) > 0)
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_clear_pointer (&self->latest, dl_latest_free);
  drain ();
}

static void
wait_for (Case *self, guint n_ready)
{
  while (self->n_ready < n_ready)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_at_once (Case *self, gconstpointer data)
{
  dl_latest_ask (self->latest, make_request (1, TRUE), TRUE);
  g_assert_cmpint (self->number, ==, 1);
  g_assert_false (dl_latest_is_busy (self->latest));
}

static void
test_in_thread (Case *self, gconstpointer data)
{
  dl_latest_ask (self->latest, make_request (1, TRUE), FALSE);
  g_assert_cmpuint (self->n_ready, ==, 0);
  g_assert_true (dl_latest_is_busy (self->latest));
  wait_for (self, 1);
  g_assert_cmpint (self->number, ==, 1);
  g_assert_false (dl_latest_is_busy (self->latest));
}

/* The first two never end of themselves. */
static void
test_newest_wins (Case *self, gconstpointer data)
{
  dl_latest_ask (self->latest, make_request (1, FALSE), FALSE);
  dl_latest_ask (self->latest, make_request (2, FALSE), FALSE);
  dl_latest_ask (self->latest, make_request (3, TRUE), FALSE);
  wait_for (self, 1);
  g_assert_cmpint (self->number, ==, 3);
  drain ();
  g_assert_cmpuint (self->n_ready, ==, 1);
}

static void
test_at_once_wins (Case *self, gconstpointer data)
{
  dl_latest_ask (self->latest, make_request (1, FALSE), FALSE);
  dl_latest_ask (self->latest, make_request (2, TRUE), TRUE);
  drain ();
  g_assert_cmpint (self->number, ==, 2);
  g_assert_cmpuint (self->n_ready, ==, 1);
}

static void
test_cancel (Case *self, gconstpointer data)
{
  dl_latest_ask (self->latest, make_request (1, FALSE), FALSE);
  dl_latest_cancel (self->latest);
  g_assert_false (dl_latest_is_busy (self->latest));
  drain ();
  g_assert_cmpuint (self->n_ready, ==, 0);
}

/* The view is gone while a thread works for it. */
static void
test_freed (Case *self, gconstpointer data)
{
  dl_latest_ask (self->latest, make_request (1, FALSE), FALSE);
  g_clear_pointer (&self->latest, dl_latest_free);
  drain ();
  g_assert_cmpuint (self->n_ready, ==, 0);

  self->latest = dl_latest_new (work, free_request, free_result, ready_cb, self);
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

  add ("/ui/latest/at-once", test_at_once);
  add ("/ui/latest/in-thread", test_in_thread);
  add ("/ui/latest/newest-wins", test_newest_wins);
  add ("/ui/latest/at-once-wins", test_at_once_wins);
  add ("/ui/latest/cancel", test_cancel);
  add ("/ui/latest/freed", test_freed);

  return g_test_run ();
}
