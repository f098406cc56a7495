/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window.h"

#include <glib/gi18n.h>

#include "header.h"
#include "headline.h"
#include "last-reading.h"
#include "notices.h"
#include "opening-actions.h"
#include "pages.h"
#include "panel-actions.h"
#include "place-keeper.h"
#include "printer.h"
#include "recent-files.h"
#include "settings.h"
#include "speech-bar.h"
#include "text-actions.h"

/**
 * DlWindow:
 *
 * One article: a header bar over the panels, or over a page that says why there is
 * nothing to read.  The window makes the session; it passes it on and looks at nothing
 * but the article's headline itself.
 */

/* A toast that is a sentence or two stays as long as it takes to read them, s. */
#define SENTENCE_TIMEOUT 10
/* Of a line of it: a narrow window has room for that, and for the button beside it. */
#define TOAST_CHARS 30

struct _DlWindow
{
  AdwApplicationWindow parent_instance;

  DlSession *session;
  DlOpener *opener;
  DlLastReading *last; /* or NULL, like the next: nothing is remembered */
  DlPlaceKeeper *places;

  DlHeader *header;
  AdwToastOverlay *toasts;
  DlSpeechBar *speech_bar;
  GtkStack *stack;
  DlPages *pages;
  DlNotices *notices;
  DlPanels *panels;
};

G_DEFINE_FINAL_TYPE (DlWindow, dl_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_headline (DlWindow *self)
{
  DlArticle *article = dl_session_get_article (self->session);
  g_autofree char *title = NULL, *subtitle = NULL;

  if (article != NULL)
    {
      title = dl_headline_dup_title (article);
      subtitle = dl_headline_dup_subtitle (article, dl_session_get_annotations (self->session),
                                           dl_session_get_clock (self->session));
    }

  dl_header_set_title (self->header, title != NULL ? title : _ ("Dateline"), subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Dateline"));
}

static void
state_cb (DlWindow *self)
{
  gboolean has_article = dl_session_get_article (self->session) != NULL;
  DlOpenerState state = dl_opener_get_state (self->opener);

  dl_pages_cancel_loading (self->pages);
  dl_header_set_has_article (self->header, has_article || state == DL_OPENER_LOADING);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find", has_article);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_article);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.read-aloud", has_article);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.set-date", has_article);
  if (has_article)
    dl_pages_show (self->pages, "article");
  else if (state == DL_OPENER_LOADING)
    dl_pages_show_loading (self->pages);
  else if (state == DL_OPENER_EMPTY)
    dl_pages_show (self->pages, "empty");
}

static void
whole_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_opener_toggle_whole (DL_WINDOW (widget)->opener);
}

static void
cancel_opening_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_opener_cancel (DL_WINDOW (widget)->opener);
}

/* Files of the reader's are remembered, and shown by the title of their first article. */
static void
opened_cb (DlWindow *self, GFile *file, DlArticle *article)
{
  g_autofree char *title = dl_headline_dup_title (article);

  if (file != NULL)
    dl_recent_files_add (file, title);
}

static void
article_chosen_cb (DlWindow *self, guint position)
{
  dl_opener_show (self->opener, position);
}

/* The focus goes along, so that reading goes on there by keys. */
static void
heading_chosen_cb (DlWindow *self, guint64 byte)
{
  dl_panels_show_panel (self->panels, "article");
  dl_article_view_go_to (dl_panels_get_article_view (self->panels), byte);
}

static void
outline_cb (DlWindow *self)
{
  gboolean offered;

  g_object_get (dl_header_get_outline (self->header), "offered", &offered, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.outline", offered);
}

static void
speech_failed_cb (DlWindow *self, const char *sentence)
{
  dl_window_tell (self, sentence);
}

static void
read_aloud_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_speech_bar_toggle (DL_WINDOW (widget)->speech_bar);
}

static void
speech_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_speech_bar_step (DL_WINDOW (widget)->speech_bar, g_variant_get_int32 (parameter));
}

static void
stop_reading_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_speech_bar_stop (DL_WINDOW (widget)->speech_bar);
}

static void
set_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_notices_ask_date (DL_WINDOW (widget)->notices);
}

static void
outline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_outline_popup (dl_header_get_outline (DL_WINDOW (widget)->header));
}

static void
failed_cb (DlWindow *self, const char *sentences)
{
  if (self->last != NULL && dl_last_reading_give_up (self->last))
    {
      dl_window_open (self, NULL);
      return;
    }
  /* Beside an article, a notice tells it. */
  if (dl_session_get_article (self->session) != NULL)
    return;

  dl_pages_show_failure (self->pages, sentences);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlWindow *self = DL_WINDOW (widget);
  GtkWidget *map = dl_panels_get_map (self->panels);
  g_autoptr (GdkPaintable) picture = map != NULL ? gtk_widget_paintable_new (map) : NULL;
  g_autoptr (GError) error = NULL;

  if (!dl_printer_print (self->session, picture, GTK_WINDOW (self), &error))
    dl_window_tell (self, error->message);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlSession *session = DL_WINDOW (widget)->session;

  if (dl_speech_bar_stop (DL_WINDOW (widget)->speech_bar))
    return;
  if (dl_session_get_time_filter (session) != NULL)
    dl_session_set_time_filter (session, NULL);
  else
    dl_session_clear_selection (session);
}

static void
layout_cb (DlWindow *self)
{
  dl_header_set_narrow (self->header, dl_panels_get_layout (self->panels) == DL_PANELS_NARROW);
}

/* Whoever comes back may find that the program was ended meanwhile. */
static void
active_cb (DlWindow *self)
{
  if (self->places != NULL && !gtk_window_is_active (GTK_WINDOW (self)))
    dl_place_keeper_save (self->places);
}

static void
dl_window_realize (GtkWidget *widget)
{
  DlWindow *self = DL_WINDOW (widget);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  dl_panels_prepare (self->panels, width, height);

  GTK_WIDGET_CLASS (dl_window_parent_class)->realize (widget);
}

/* It may be held a while longer by what it has begun. */
static void
dl_window_unmap (GtkWidget *widget)
{
  DlWindow *self = DL_WINDOW (widget);

  if (self->places != NULL)
    dl_place_keeper_save (self->places);

  GTK_WIDGET_CLASS (dl_window_parent_class)->unmap (widget);
}

static void
dl_window_dispose (GObject *object)
{
  DlWindow *self = DL_WINDOW (object);

  g_clear_pointer (&self->places, dl_place_keeper_free);
  g_clear_pointer (&self->last, dl_last_reading_free);
  if (self->opener != NULL)
    {
      dl_opener_cancel (self->opener);
      g_signal_handlers_disconnect_by_data (self->opener, self);
    }
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->pages, dl_pages_free);
  g_clear_object (&self->opener);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), DL_TYPE_WINDOW);

  G_OBJECT_CLASS (dl_window_parent_class)->dispose (object);
}

static void
dl_window_class_init (DlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dl_window_dispose;
  widget_class->realize = dl_window_realize;
  widget_class->unmap = dl_window_unmap;
  g_type_ensure (DL_TYPE_PANELS);
  g_type_ensure (DL_TYPE_NOTICES);
  g_type_ensure (DL_TYPE_HEADER);
  g_type_ensure (DL_TYPE_SPEECH_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, speech_bar);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, panels);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, speech_failed_cb);

  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_action);
  gtk_widget_class_install_action (widget_class, "win.whole-page", NULL, whole_page_action);
  gtk_widget_class_install_action (widget_class, "win.set-date", NULL, set_date_action);
  gtk_widget_class_install_action (widget_class, "win.outline", NULL, outline_action);
  gtk_widget_class_install_action (widget_class, "win.read-aloud", NULL, read_aloud_action);
  gtk_widget_class_install_action (widget_class, "win.speech-step", "i", speech_step_action);
  gtk_widget_class_install_action (widget_class, "win.stop-reading", NULL, stop_reading_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
  dl_opening_actions_install (widget_class);
  dl_panel_actions_install (widget_class);
  dl_text_actions_install (widget_class);
}

static void
add_action (DlWindow *self, GAction *action)
{
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_object_unref (action);
}

static void
connect_header (DlWindow *self)
{
  DlOutline *outline = dl_header_get_outline (self->header);

  dl_outline_set_view (outline, dl_panels_get_article_view (self->panels));
  g_signal_connect_object (outline, "chosen", G_CALLBACK (heading_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outline, "notify::offered", G_CALLBACK (outline_cb), self,
                           G_CONNECT_SWAPPED);
  outline_cb (self);
  g_signal_connect_object (dl_header_get_chooser (self->header), "chosen",
                           G_CALLBACK (article_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
dl_window_init (DlWindow *self)
{
  self->session = dl_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_set (self->panels, "session", self->session, NULL);
  self->pages = dl_pages_new (self->stack);
  connect_header (self);
  dl_speech_bar_set_view (self->speech_bar, dl_panels_get_article_view (self->panels));
  g_signal_connect_swapped (self->session, "notify::article", G_CALLBACK (show_headline), self);
  g_signal_connect_swapped (self->session, "notify::annotations", G_CALLBACK (show_headline), self);
  g_signal_connect_swapped (self->session, "notify::clock", G_CALLBACK (show_headline), self);
  add_action (self, G_ACTION (g_property_action_new ("fullscreen", self, "fullscreened")));
  dl_panel_actions_add (self);
  dl_text_actions_add (self);
  dl_opening_actions_take_drops (self);
}

static void
bind_settings (DlWindow *self, GSettings *settings)
{
  DlArticleView *article = dl_panels_get_article_view (self->panels);

  dl_settings_bind (settings, "window-width", self, "default-width");
  dl_settings_bind (settings, "window-height", self, "default-height");
  dl_settings_bind (settings, "window-maximized", self, "maximized");
  dl_settings_bind (settings, "text-size", article, "text-size");
  dl_settings_bind (settings, "typeface", article, "typeface");
  dl_settings_bind (settings, "line-spacing", article, "spacing");
  dl_settings_bind (settings, "line-length", article, "measure");
  dl_settings_bind (settings, "justified", article, "justified");
  dl_settings_bind (settings, "speech-speed", self->speech_bar, "speed");
  dl_settings_bind (settings, "density", self->session, "density");
  dl_settings_bind (settings, "clock", self->session, "clock");
  dl_panels_set_settings (self->panels, settings);
}

static void
remember_readings (DlWindow *self, GSettings *settings)
{
  g_autoptr (DlPlaceHistory) history = dl_place_history_dup_default ();

  self->last = dl_last_reading_new (self->opener, settings);
  self->places = dl_place_keeper_new (dl_panels_get_article_view (self->panels), history, settings);
  add_action (self, g_settings_create_action (settings, "reopen"));
}

static const char *
name_cb (const char *code, gpointer user_data)
{
  return dl_engine_get_country_name (user_data, code);
}

static char **
members_cb (const char *bloc, int year, gpointer user_data)
{
  return dl_engine_dup_members (user_data, bloc, year);
}

/**
 * dl_window_new:
 * @engine: reads and analyses for it
 * @settings: (nullable): where the window's state is remembered; %NULL: nowhere
 */
DlWindow *
dl_window_new (GtkApplication *application, DlEngine *engine, GSettings *settings)
{
  DlWindow *self;

  g_return_val_if_fail (DL_IS_ENGINE (engine), NULL);

  self = g_object_new (DL_TYPE_WINDOW, "application", application, NULL);
  bind_settings (self, settings);
  self->opener = dl_opener_new (engine, self->session);
  g_signal_connect_swapped (self->opener, "notify::state", G_CALLBACK (state_cb), self);
  g_signal_connect_swapped (self->session, "notify::article", G_CALLBACK (state_cb), self);
  dl_notices_set_opener (self->notices, self->opener, self->session);
  if (settings != NULL)
    remember_readings (self, settings);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect_swapped (self->opener, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->opener, "failed", G_CALLBACK (failed_cb), self);
  dl_header_set_articles (self->header, dl_opener_get_articles (self->opener));
  dl_session_set_name_func (self->session, name_cb, g_object_ref (engine), g_object_unref);
  dl_session_set_members_func (self->session, members_cb, g_object_ref (engine), g_object_unref);

  return self;
}

/**
 * dl_window_open_files:
 * @files: (array length=n_files): what to read; %NULL in it is the first article that comes with
 *   the program
 * @n_files: at least 1
 *
 * Shows the one that is read first, and offers the others.
 */
void
dl_window_open_files (DlWindow *self, GFile *const *files, guint n_files)
{
  g_return_if_fail (DL_IS_WINDOW (self));

  dl_opener_open_files (self->opener, files, n_files);
}

/* One alone, or %NULL. */
void
dl_window_open (DlWindow *self, GFile *file)
{
  dl_window_open_files (self, &file, 1);
}

/**
 * dl_window_reopen:
 *
 * Opens what was read last, where it was left; if the reader does not want that, or there is
 * nothing of that kind, the first article that comes with the program.
 */
void
dl_window_reopen (DlWindow *self)
{
  g_return_if_fail (DL_IS_WINDOW (self));

  if (self->last == NULL || !dl_last_reading_reopen (self->last))
    dl_window_open (self, NULL);
}

/**
 * dl_window_open_bytes:
 * @bytes: what would be in a file
 * @name: of the article, for the reader
 */
void
dl_window_open_bytes (DlWindow *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (DL_IS_WINDOW (self));

  dl_opener_open_bytes (self->opener, bytes, name);
}

/**
 * dl_window_tell:
 * @sentences: what happened and what can be done
 *
 * Says it over the content for as long as it takes to read, in as many lines as it needs.
 */
void
dl_window_tell (DlWindow *self, const char *sentences)
{
  AdwToast *toast = adw_toast_new (sentences);
  GtkWidget *label = gtk_label_new (sentences);

  g_return_if_fail (DL_IS_WINDOW (self));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOAST_CHARS);
  gtk_widget_add_css_class (label, "sentences");
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, SENTENCE_TIMEOUT);
  dl_window_add_toast (self, toast);
}

/* Takes @toast. */
void
dl_window_add_toast (DlWindow *self, AdwToast *toast)
{
  g_return_if_fail (DL_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

DlSession *
dl_window_get_session (DlWindow *self)
{
  g_return_val_if_fail (DL_IS_WINDOW (self), NULL);

  return self->session;
}

DlPanels *
dl_window_get_panels (DlWindow *self)
{
  g_return_val_if_fail (DL_IS_WINDOW (self), NULL);

  return self->panels;
}

DlOpenerState
dl_window_get_state (DlWindow *self)
{
  g_return_val_if_fail (DL_IS_WINDOW (self), DL_OPENER_EMPTY);

  return dl_opener_get_state (self->opener);
}

/**
 * dl_window_is_busy:
 *
 * Returns: whether what it shows is not yet what it is going to show: an article is being opened,
 *   or a picture drawn
 */
gboolean
dl_window_is_busy (DlWindow *self)
{
  DlOpenerState state = dl_window_get_state (self);

  return (state != DL_OPENER_READY && state != DL_OPENER_FAILED) ||
         dl_panels_is_busy (self->panels);
}
