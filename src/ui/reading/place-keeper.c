/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "place-keeper.h"

/* While an article is read, its place is noted no more often than this, s. */
#define NOTE_DELAY 1

struct _DlPlaceKeeper
{
  DlArticleView *view; /* borrowed: the window has both */
  DlSession *session;  /* owned: that of the view */
  DlPlaceHistory *history;
  GSettings *settings;
  DlArticle *article; /* owned: the one that is shown; or NULL */
  guint note_id;      /* source that notes the place, or 0: it did not change */
  guint go_id;        /* source that goes to where reading ended, or 0 */
};

static gboolean
is_wanted (DlPlaceKeeper *self)
{
  return g_settings_get_boolean (self->settings, "remember-places");
}

static void
note (DlPlaceKeeper *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  if (self->article != NULL && self->go_id == 0 && is_wanted (self))
    dl_place_history_note (self->history, self->article, dl_article_view_get_place (self->view));
}

static gboolean
note_cb (gpointer user_data)
{
  DlPlaceKeeper *self = user_data;

  self->note_id = 0;
  note (self);

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (DlPlaceKeeper *self)
{
  if (self->note_id == 0)
    self->note_id = g_timeout_add_seconds (NOTE_DELAY, note_cb, self);
}

/* The text must be laid out before anything of it can be gone to. */
static gboolean
go_cb (gpointer user_data)
{
  DlPlaceKeeper *self = user_data;

  self->go_id = 0;
  dl_article_view_go_to (self->view, dl_place_history_find (self->history, self->article));

  return G_SOURCE_REMOVE;
}

/* What the article before was left at was noted when it was last scrolled, or is lost by less than
 * the delay: its text is gone by now. */
static void
article_cb (DlPlaceKeeper *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_handle_id (&self->go_id, g_source_remove);
  g_set_object (&self->article, dl_session_get_article (self->session));
  if (self->article != NULL && is_wanted (self) &&
      dl_place_history_find (self->history, self->article) > 0)
    self->go_id = g_idle_add_full (G_PRIORITY_LOW, go_cb, self, NULL);
}

/* Who wants nothing remembered wants the old to be forgotten. */
static void
wanted_cb (DlPlaceKeeper *self)
{
  if (!is_wanted (self))
    dl_place_history_clear (self->history);
}

/**
 * dl_place_keeper_new:
 * @view: must outlive what is returned, and has its session
 * @settings: tell whether places are to be remembered
 */
DlPlaceKeeper *
dl_place_keeper_new (DlArticleView *view, DlPlaceHistory *history, GSettings *settings)
{
  DlPlaceKeeper *self = g_new0 (DlPlaceKeeper, 1);

  self->view = view;
  self->session = g_object_ref (dl_article_view_get_session (view));
  self->history = g_object_ref (history);
  self->settings = g_object_ref (settings);
  g_signal_connect_swapped (view, "scrolled", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (self->session, "notify::article", G_CALLBACK (article_cb), self);
  g_signal_connect_swapped (settings, "changed::remember-places", G_CALLBACK (wanted_cb), self);

  return self;
}

void
dl_place_keeper_free (DlPlaceKeeper *self)
{
  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_handle_id (&self->go_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->article);
  g_object_unref (self->session);
  g_object_unref (self->history);
  g_object_unref (self->settings);
  g_free (self);
}

/* To be called when the reader leaves the window: the program may be ended at any time. */
void
dl_place_keeper_save (DlPlaceKeeper *self)
{
  note (self);
  if (is_wanted (self))
    dl_place_history_save (self->history, NULL);
}
