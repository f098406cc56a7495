/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display.h"

#include <adwaita.h>

/* How a test program with a window begins. */

/* Said once a program when a popover opens, by the X11 backend of GTK 4.24 on a display without a
 * compositor, of a frame of its own.  No caller can help it. */
#define TWICE_SUBMITTED "gdk_frame_timings_submitted() called on submitted frame."

static const char *
find_field (const GLogField *fields, gsize n_fields, const char *key)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, key) && fields[i].length < 0)
      return fields[i].value;

  return NULL;
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (g_strcmp0 (find_field (fields, n_fields, "GLIB_DOMAIN"), "Gdk") == 0 &&
      g_strcmp0 (find_field (fields, n_fields, "MESSAGE"), TWICE_SUBMITTED) == 0)
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

/**
 * init_display_test:
 *
 * In place of g_test_init () and adw_init () where a window is opened.  Warnings end the program, as
 * G_DEBUG says in tests/meson.build, all but the one above.  It is a structured message, which
 * g_test_log_set_fatal_handler () does not see; hence a writer.
 */
void
init_display_test (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  adw_init ();
}
