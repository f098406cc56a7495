/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "turns.h"

#include <time.h>

/* How long the main loop is held: what happens between two polls is one turn of it. */

static double left_poll; /* ms */
static double longest;   /* ms */

/* The work of this thread: what others do on the machine is not counted, nor is waiting. */
double
turns_get_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  longest = MAX (longest, turns_get_ms () - left_poll);
  result = g_poll (fds, n_fds, timeout);
  left_poll = turns_get_ms ();

  return result;
}

/* To be called once, by the thread that runs the main loop. */
void
turns_watch (void)
{
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
turns_begin (void)
{
  longest = 0;
  left_poll = turns_get_ms ();
}

/* Returns: the longest turn since the beginning, ms */
double
turns_get_longest (void)
{
  return longest;
}
