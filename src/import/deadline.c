/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "deadline.h"

/* How long an import may still take in this thread.  What loops over something that a file decides
 * asks now and then, and stops early; dl_importer_import_all() asks last, and only there it
 * becomes an error. */

/* The clock is read once in so many questions. */
#define STRIDE 256

static _Thread_local gint64 deadline; /* monotonic time, µs; 0: none */
static _Thread_local gboolean over;
static _Thread_local guint n_asked;

/* Begins to count for this thread. */
void
dl_deadline_begin (double seconds)
{
  deadline = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  over = seconds <= 0;
  n_asked = 0;
}

/* Ends it: nothing is ever over. */
void
dl_deadline_end (void)
{
  deadline = 0;
  over = FALSE;
}

/* Returns: whether the time is up; cheap enough to be asked for every element of a page */
gboolean
dl_deadline_is_over (void)
{
  if (!over && deadline != 0 && ++n_asked % STRIDE == 0)
    over = g_get_monotonic_time () >= deadline;

  return over;
}
