/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window.h"

#include <glib/gi18n.h>

#include "chooser.h"
#include "headline.h"
#include "last-reading.h"
#include "notices.h"
#include "opening-actions.h"
#include "outline.h"
#include "panels.h"
#include "place-keeper.h"
#include "printer.h"
#include "recent-files.h"
#include "settings.h"
#include "speech-bar.h"
#include "text-popover.h"

/**
 * DlWindow:
 *
 * One article: a header bar over the panels, or over a page that says why there is
 * nothing to read.  The window makes the session; it passes it on and looks at nothing
 * but the article's headline itself.
 */

/* A reading that takes longer than this is said to be under way, ms. */
#define PATIENCE 400
/* A toast that is a sentence or two stays as long as it takes to read them, s. */
#define SENTENCE_TIMEOUT 10

struct _DlWindow
{
  AdwApplicationWindow parent_instance;

  DlSession *session;
  DlOpener *opener;
  DlLastReading *last; /* or NULL, like the next: nothing is remembered */
  DlPlaceKeeper *places;
  guint patience_id;

  AdwWindowTitle *title;
  GtkWidget *narrow_headline; /* the title where the header bar has no room for it */
  AdwToastOverlay *toasts;
  DlSpeechBar *speech_bar;
  GtkStack *pages;
  AdwStatusPage *failure_page; /* NULL: the pages without an article were not needed */
  DlNotices *notices;
  DlChooser *article_chooser;
  GtkWidget *articles_button;
  DlOutline *outline;
  DlPanels *panels;
  GtkMenuButton *menu_button;
  GtkMenuButton *text_button;
  GMenuModel *main_menu;
  GMenu *recent_menu;
  GtkWidget *sidebar_button;
  GtkWidget *details_button;
  GtkWidget *search_button;
  GtkButton *open_button;
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
      subtitle = dl_headline_dup_subtitle (article, dl_session_get_annotations (self->session));
    }

  adw_window_title_set_title (self->title, title != NULL ? title : _ ("Dateline"));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _ ("Dateline"));
}

/* Most windows never show these, and their large pictures take long to load. */
static void
ensure_pages (DlWindow *self)
{
  static const char *const names[] = { "empty", "loading", "failure" };
  g_autoptr (GtkBuilder) builder = NULL;

  if (self->failure_page != NULL)
    return;

  builder = gtk_builder_new_from_resource (DL_RESOURCES "/pages.ui");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_stack_add_named (self->pages, GTK_WIDGET (gtk_builder_get_object (builder, names[i])),
                         names[i]);
  /* as in every dialog of GTK, whose word it is */
  gtk_button_set_label (GTK_BUTTON (gtk_builder_get_object (builder, "cancel_button")),
                        g_dgettext ("gtk40", "_Cancel"));
  self->failure_page = ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->pages, "failure"));
}

static void
show_page (DlWindow *self, const char *name)
{
  ensure_pages (self);
  gtk_stack_set_visible_child_name (self->pages, name);
}

static gboolean
impatient_cb (gpointer user_data)
{
  DlWindow *self = user_data;

  self->patience_id = 0;
  show_page (self, "loading");

  return G_SOURCE_REMOVE;
}

static void
state_cb (DlWindow *self)
{
  gboolean has_article = dl_session_get_article (self->session) != NULL;
  DlOpenerState state = dl_opener_get_state (self->opener);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", has_article);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.read-aloud", has_article);
  if (has_article)
    gtk_stack_set_visible_child_name (self->pages, "article");
  else if (state == DL_OPENER_LOADING)
    self->patience_id = g_timeout_add (PATIENCE, impatient_cb, self);
  else if (state == DL_OPENER_EMPTY)
    show_page (self, "empty");
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
articles_cb (DlWindow *self)
{
  guint n = g_list_model_get_n_items (dl_opener_get_articles (self->opener));

  gtk_widget_set_visible (self->articles_button, n > 1);
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

  g_object_get (self->outline, "offered", &offered, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.outline", offered);
}

static void
speech_failed_cb (DlWindow *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, SENTENCE_TIMEOUT);
  dl_window_add_toast (self, toast);
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
outline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_outline_popup (DL_WINDOW (widget)->outline);
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

  show_page (self, "failure");
  adw_status_page_set_description (self->failure_page, sentences);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlWindow *self = DL_WINDOW (widget);
  GtkWidget *map = dl_panels_get_map (self->panels);
  g_autoptr (GdkPaintable) picture = map != NULL ? gtk_widget_paintable_new (map) : NULL;
  g_autoptr (GError) error = NULL;

  if (!dl_printer_print (self->session, picture, GTK_WINDOW (self), &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
show_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_show_panel (DL_WINDOW (widget)->panels, g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_focus_search (DL_WINDOW (widget)->panels);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_find (DL_WINDOW (widget)->panels);
}

static void
find_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_find_step (DL_WINDOW (widget)->panels, g_variant_get_int32 (parameter));
}

static void
cycle_density_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlSession *session = DL_WINDOW (widget)->session;

  dl_session_set_density (session, (dl_session_get_density (session) + 1) % DL_N_DENSITIES);
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
text_size_cb (DlWindow *self)
{
  guint size = dl_article_view_get_text_size (dl_panels_get_article_view (self->panels));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.larger-text", size < DL_TEXT_SIZE_MOST);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.smaller-text", size > DL_TEXT_SIZE_LEAST);
}

static void
text_size_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *view = dl_panels_get_article_view (DL_WINDOW (widget)->panels);
  guint size = dl_article_view_get_text_size (view);

  if (g_str_equal (name, "win.larger-text"))
    size += DL_TEXT_SIZE_STEP;
  else if (g_str_equal (name, "win.smaller-text"))
    size -= DL_TEXT_SIZE_STEP;
  else
    size = DL_TEXT_SIZE_USUAL;
  dl_article_view_set_text_size (view, size);
}

/* What hangs over an open menu covers it. */
static void
hide_tooltip_of_open (GtkMenuButton *button)
{
  g_object_bind_property (gtk_menu_button_get_popover (button), "visible", button, "has-tooltip",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/* The first frame needs no menus. */
static void
create_main_menu_cb (GtkMenuButton *button, gpointer window)
{
  DlWindow *self = window;

  dl_recent_files_fill (self->recent_menu, "win.open-recent");
  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  gtk_menu_button_set_menu_model (button, self->main_menu);
  hide_tooltip_of_open (button);
}

static void
create_text_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  gtk_menu_button_set_popover (button, dl_text_popover_new ());
  hide_tooltip_of_open (button);
}

/* One panel at a time, the switcher does what these would; and the word for “open” is too long
 * in some languages to stand beside what is left. */
static void
layout_cb (DlWindow *self)
{
  gboolean narrow = dl_panels_get_layout (self->panels) == DL_PANELS_NARROW;

  gtk_widget_set_visible (self->sidebar_button, !narrow);
  gtk_widget_set_visible (self->details_button, !narrow);
  gtk_widget_set_visible (self->search_button, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !narrow);
  gtk_widget_set_visible (self->narrow_headline, narrow);
  if (narrow)
    gtk_button_set_icon_name (self->open_button, "document-open-symbolic");
  else
    gtk_button_set_label (self->open_button, _ ("_Open"));
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

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_pointer (&self->places, dl_place_keeper_free);
  g_clear_pointer (&self->last, dl_last_reading_free);
  if (self->opener != NULL)
    {
      dl_opener_cancel (self->opener);
      g_signal_handlers_disconnect_by_data (self->opener, self);
    }
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
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
  g_type_ensure (DL_TYPE_CHOOSER);
  g_type_ensure (DL_TYPE_OUTLINE);
  g_type_ensure (DL_TYPE_SPEECH_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, DL_RESOURCES "/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, narrow_headline);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, speech_bar);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, notices);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, article_chooser);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, articles_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, panels);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, text_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DlWindow, open_button);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, article_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, outline_cb);
  gtk_widget_class_bind_template_callback (widget_class, speech_failed_cb);

  gtk_widget_class_install_action (widget_class, "win.cancel-opening", NULL, cancel_opening_action);
  gtk_widget_class_install_action (widget_class, "win.whole-page", NULL, whole_page_action);
  gtk_widget_class_install_action (widget_class, "win.outline", NULL, outline_action);
  gtk_widget_class_install_action (widget_class, "win.read-aloud", NULL, read_aloud_action);
  gtk_widget_class_install_action (widget_class, "win.speech-step", "i", speech_step_action);
  gtk_widget_class_install_action (widget_class, "win.stop-reading", NULL, stop_reading_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.show-panel", "s", show_panel_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-step", "i", find_step_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.cycle-density", NULL, cycle_density_action);
  gtk_widget_class_install_action (widget_class, "win.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "win.larger-text", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.smaller-text", NULL, text_size_action);
  gtk_widget_class_install_action (widget_class, "win.usual-text", NULL, text_size_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.clear", NULL);
  dl_opening_actions_install (widget_class);
}

static void
add_action (DlWindow *self, GAction *action)
{
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_object_unref (action);
}

static void
add_stateful_actions (DlWindow *self)
{
  DlArticleView *article = dl_panels_get_article_view (self->panels);

  add_action (self, G_ACTION (g_property_action_new ("typeface", article, "typeface")));
  add_action (self, G_ACTION (g_property_action_new ("line-spacing", article, "spacing")));
  add_action (self, G_ACTION (g_property_action_new ("line-length", article, "measure")));
  add_action (self, G_ACTION (g_property_action_new ("fullscreen", self, "fullscreened")));
  add_action (self, G_ACTION (g_property_action_new ("density", self->session, "density")));
  add_action (self, G_ACTION (g_property_action_new ("sidebar", self->panels, "sidebar-shown")));
  add_action (self, G_ACTION (g_property_action_new ("details", self->panels, "details-shown")));
}

static void
dl_window_init (DlWindow *self)
{
  self->session = dl_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_set (self->panels, "session", self->session, NULL);
  dl_outline_set_view (self->outline, dl_panels_get_article_view (self->panels));
  outline_cb (self);
  dl_speech_bar_set_view (self->speech_bar, dl_panels_get_article_view (self->panels));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->text_button, create_text_popover_cb, NULL, NULL);
  g_signal_connect_swapped (dl_panels_get_article_view (self->panels), "notify::text-size",
                            G_CALLBACK (text_size_cb), self);
  g_signal_connect_swapped (self->session, "notify::article", G_CALLBACK (show_headline), self);
  g_signal_connect_swapped (self->session, "notify::annotations", G_CALLBACK (show_headline), self);
  add_stateful_actions (self);
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
  dl_settings_bind (settings, "show-entities", self->panels, "wide-sidebar");
  dl_settings_bind (settings, "show-details", self->panels, "wide-details");
  dl_settings_bind (settings, "article-share", self->panels, "article-share");
  dl_settings_bind (settings, "map-share", self->panels, "map-share");
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

static char *
dup_title (gpointer article, guint *depth, gpointer user_data)
{
  return dl_headline_dup_title (article);
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
  g_signal_connect_object (dl_opener_get_articles (self->opener), "items-changed",
                           G_CALLBACK (articles_cb), self, G_CONNECT_SWAPPED);
  dl_chooser_set_items (self->article_chooser, dl_opener_get_articles (self->opener), dup_title,
                        NULL);
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
