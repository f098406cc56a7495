/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "last-reading.h"

struct _DlLastReading
{
  DlOpener *opener;    /* owned */
  DlArticleView *view; /* borrowed: the window has both */
  GSettings *settings; /* owned */
  gboolean is_reopening;
  guint go_id; /* source that goes to where reading ended, or 0 */
};

static gboolean
go_cb (gpointer user_data)
{
  DlLastReading *self = user_data;

  self->go_id = 0;
  dl_article_view_go_to (self->view, g_settings_get_uint (self->settings, "last-place"));

  return G_SOURCE_REMOVE;
}

/* Whether the window has what any window opened last. */
static gboolean
is_last (DlLastReading *self, const char *uri)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-file");

  return g_str_equal (last, uri);
}

static char *
dup_uri (DlLastReading *self)
{
  GFile *file = dl_opener_get_file (self->opener);

  return file != NULL ? g_file_get_uri (file) : g_strdup ("");
}

/* What is opened anew is read from its beginning, what is reopened from where it was left.  What
 * is no file cannot be reopened, and puts none out of mind. */
static void
opened_cb (DlLastReading *self, GFile *file, DlArticle *article)
{
  g_autofree char *uri = dup_uri (self);
  const gboolean is_reopened = self->is_reopening && is_last (self, uri);

  /* another of several */
  if (file != dl_opener_get_file (self->opener))
    return;

  if (is_reopened && self->go_id == 0)
    self->go_id = g_idle_add_full (G_PRIORITY_LOW, go_cb, self, NULL);
  if (!is_reopened && *uri != '\0')
    {
      g_settings_set_string (self->settings, "last-file", uri);
      g_settings_set_uint (self->settings, "last-place", 0);
    }
  self->is_reopening = FALSE;
}

/**
 * dl_last_reading_new:
 * @view: must outlive what is returned
 *
 * Returns: (transfer full): it takes note of each file that is opened
 */
DlLastReading *
dl_last_reading_new (DlOpener *opener, DlArticleView *view, GSettings *settings)
{
  DlLastReading *self = g_new0 (DlLastReading, 1);

  self->opener = g_object_ref (opener);
  self->view = view;
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (opener, "opened", G_CALLBACK (opened_cb), self);

  return self;
}

void
dl_last_reading_free (DlLastReading *self)
{
  g_clear_handle_id (&self->go_id, g_source_remove);
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

/* Takes note of how far it was read; to be called when the reader leaves the window. */
void
dl_last_reading_save (DlLastReading *self)
{
  g_autofree char *uri = dup_uri (self);

  if (*uri != '\0' && !self->is_reopening && self->go_id == 0 && is_last (self, uri))
    g_settings_set_uint (self->settings, "last-place", dl_article_view_get_place (self->view));
}
