/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deadline.h"

/* How long the import that this thread is at may still take, and whether anybody still waits for
 * it.  What loops over something that a file decides asks now and then, and stops early;
 * dl_importer_import_within() asks last, and only there it becomes an error. */

/* The clock is read once in so many questions. */
#define STRIDE 256

static _Thread_local gint64 deadline; /* monotonic time, µs; 0: none */
static _Thread_local GCancellable *stopper;
static _Thread_local gboolean over;
static _Thread_local guint n_asked;

/**
 * dl_deadline_begin:
 * @seconds: how long it may take
 * @cancellable: (nullable): who may stop it; borrowed up to dl_deadline_end()
 *
 * Begins to count for this thread.
 */
void
dl_deadline_begin (double seconds, GCancellable *cancellable)
{
  deadline = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  stopper = cancellable;
  over = seconds <= 0 || g_cancellable_is_cancelled (cancellable);
  n_asked = 0;
}

/* Ends it: nothing is ever over. */
void
dl_deadline_end (void)
{
  deadline = 0;
  stopper = NULL;
  over = FALSE;
}

/* Returns: whether the time is up; cheap enough to be asked for every element of a page */
gboolean
dl_deadline_is_over (void)
{
  if (!over && deadline != 0 && ++n_asked % STRIDE == 0)
    over = g_get_monotonic_time () >= deadline || g_cancellable_is_cancelled (stopper);

  return over;
}

/* As dl_deadline_is_over(), for whoever asks seldom: the clock is read at once. */
gboolean
dl_deadline_is_over_now (void)
{
  n_asked = STRIDE - 1;

  return dl_deadline_is_over ();
}

/* Returns: (transfer none) (nullable): who may stop it */
GCancellable *
dl_deadline_get_cancellable (void)
{
  return stopper;
}
