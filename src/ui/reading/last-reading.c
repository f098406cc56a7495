/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "last-reading.h"

struct _DlLastReading
{
  DlOpener *opener;    /* owned */
  GSettings *settings; /* owned */
  gboolean is_reopening;
};

/* What is no file cannot be reopened, and puts none out of mind. */
static void
opened_cb (DlLastReading *self, GFile *file, DlArticle *article)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  /* another of several */
  if (file != dl_opener_get_file (self->opener))
    return;

  self->is_reopening = FALSE;
  if (uri != NULL)
    g_settings_set_string (self->settings, "last-file", uri);
}

/**
 * dl_last_reading_new:
 *
 * Returns: (transfer full): it takes note of each file that is opened
 */
DlLastReading *
dl_last_reading_new (DlOpener *opener, GSettings *settings)
{
  DlLastReading *self = g_new0 (DlLastReading, 1);

  self->opener = g_object_ref (opener);
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (opener, "opened", G_CALLBACK (opened_cb), self);

  return self;
}

void
dl_last_reading_free (DlLastReading *self)
{
  g_signal_handlers_disconnect_by_data (self->opener, self);
  g_object_unref (self->opener);
  g_object_unref (self->settings);
  g_free (self);
}

/**
 * dl_last_reading_reopen:
 *
 * Opens the file that was read last, if the reader wants that.
 *
 * Returns: whether there is one
 */
gboolean
dl_last_reading_reopen (DlLastReading *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "last-file");
  g_autoptr (GFile) file = NULL;

  if (*uri == '\0' || !g_settings_get_boolean (self->settings, "reopen"))
    return FALSE;

  self->is_reopening = TRUE;
  file = g_file_new_for_uri (uri);
  dl_opener_open_files (self->opener, &file, 1);

  return TRUE;
}

/**
 * dl_last_reading_give_up:
 *
 * To be called when a file could not be read.
 *
 * Returns: whether it was the one that was read last: nobody asked for it, so nobody need hear
 *   that it is gone.  It is asked once only
 */
gboolean
dl_last_reading_give_up (DlLastReading *self)
{
  const gboolean was_reopening = self->is_reopening;

  self->is_reopening = FALSE;

  return was_reopening;
}
