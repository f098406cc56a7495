/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "display.h"

static void
warn (const char *domain, const char *message)
{
  g_log_structured (domain, G_LOG_LEVEL_WARNING, "MESSAGE", "%s", message);
}

/* What the X11 backend of GTK 4.24 says of itself does not end a test. */
static void
test_passed_over (void)
{
  warn ("Gdk", "gdk_frame_timings_submitted() called on submitted frame.");
}

/* Any other warning does: of the same domain, and the same words of another. */
static void
test_fatal (gconstpointer data)
{
  const char *const *warning = data;

  if (g_test_subprocess ())
    {
      warn (warning[0], warning[1]);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  static const char *const other_words[] = { "Gdk", "The frame was lost" };
  static const char *const other_domain[] = {
    "Dateline", "gdk_frame_timings_submitted() called on submitted frame."
  };

  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/display/passed-over", test_passed_over);
  g_test_add_data_func ("/ui/display/other-words", other_words, test_fatal);
  g_test_add_data_func ("/ui/display/other-domain", other_domain, test_fatal);

  return g_test_run ();
}
