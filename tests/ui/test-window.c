/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "article-text.h"
#include "chooser.h"
#include "date-request.h"
#include "display.h"
#include "failure-notice.h"
#include "fixture.h"
#include "left-out-notice.h"
#include "panels.h"
#include "print-text.h"
#include "printer.h"
#include "recent-files.h"
#include "settings.h"
#include "widgets.h"
#include "window.h"

typedef struct
{
  DlEngine *engine;
  DlWindow *window;
  DlSession *session;
  DlPanels *panels;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->engine = dl_engine_new ();
  self->window = dl_window_new (NULL, self->engine, NULL);
  self->session = dl_window_get_session (self->window);
  self->panels = DL_PANELS (find_widget (GTK_WIDGET (self->window), DL_TYPE_PANELS));
}

static void
show_fixture (Case *self, int width, int height)
{
  g_autoptr (DlArticle) article = fixture_article ();
  g_autoptr (DlAnnotations) annotations = fixture_annotations (article);

  dl_session_set_article (self->session, article);
  dl_session_set_annotations (self->session, annotations);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (!g_main_context_pending (NULL) || g_main_context_iteration (NULL, FALSE));
  g_object_unref (self->engine);
}

static GtkStack *
get_pages (Case *self)
{
  return GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (self->panels), GTK_TYPE_STACK));
}

static AdwWindowTitle *
get_title (Case *self)
{
  return ADW_WINDOW_TITLE (find_widget (GTK_WIDGET (self->window), ADW_TYPE_WINDOW_TITLE));
}

static void
test_headline (Case *self, gconstpointer data)
{
  show_fixture (self, 1280, 800);
  g_assert_cmpstr (adw_window_title_get_title (get_title (self)), ==, "Talks in Nairobi");
  g_assert_cmpstr (adw_window_title_get_subtitle (get_title (self)), ==, "3 May 2021 · 1 min");
}

static void
test_labels (Case *self, gconstpointer data)
{
  const struct
  {
    const char *label;
    GType type;
  } rows[] = {
    { "Entities", GTK_TYPE_TOGGLE_BUTTON },
    { "Map and timeline", GTK_TYPE_TOGGLE_BUTTON },
    { "Find in the article", GTK_TYPE_BUTTON },
    { "Main menu", GTK_TYPE_MENU_BUTTON },
    { "Text, style and marks", GTK_TYPE_MENU_BUTTON },
    { "Filter entities", GTK_TYPE_SEARCH_ENTRY },
    { "Entities", GTK_TYPE_LIST_VIEW },
    { "Article", GTK_TYPE_TEXT_VIEW },
  };

  show_fixture (self, 1280, 800);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    wait_until (find_labelled (GTK_WIDGET (self->window), rows[i].type, rows[i].label) != NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_labelled (GTK_WIDGET (self->window),
                                                                  GTK_TYPE_BUTTON,
                                                                  "Find in the article")),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
test_layouts (Case *self, gconstpointer data)
{
  static const struct
  {
    int width;
    DlPanelsLayout layout;
    gboolean sidebar, details;
  } rows[] = {
    { 1280, DL_PANELS_WIDE, TRUE, TRUE },     { 900, DL_PANELS_MEDIUM, FALSE, TRUE },
    { 700, DL_PANELS_COMPACT, FALSE, FALSE }, { 400, DL_PANELS_NARROW, FALSE, FALSE },
    { 1280, DL_PANELS_WIDE, TRUE, TRUE },
  };

  show_fixture (self, 1280, 800);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), rows[i].width, 800);
      wait_until (dl_panels_get_layout (self->panels) == rows[i].layout);
      g_assert_true (dl_wide_panels_get_sidebar_shown (dl_panels_get_wide (self->panels)) ==
                     rows[i].sidebar);
      g_assert_true (dl_wide_panels_get_details_shown (dl_panels_get_wide (self->panels)) ==
                     rows[i].details);
      wait_until (
        gtk_widget_get_mapped (find_widget (GTK_WIDGET (self->panels), DL_TYPE_ARTICLE_TEXT)));
    }
}

static void
test_folding (Case *self, gconstpointer data)
{
  show_fixture (self, 900, 800);
  wait_until (dl_panels_get_layout (self->panels) == DL_PANELS_MEDIUM);

  /* One makes place for the other. */
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "sidebar", NULL);
  g_assert_true (dl_wide_panels_get_sidebar_shown (dl_panels_get_wide (self->panels)));
  g_assert_false (dl_wide_panels_get_details_shown (dl_panels_get_wide (self->panels)));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "details", NULL);
  g_assert_false (dl_wide_panels_get_sidebar_shown (dl_panels_get_wide (self->panels)));
  g_assert_true (dl_wide_panels_get_details_shown (dl_panels_get_wide (self->panels)));
}

static void
test_switcher (Case *self, gconstpointer data)
{
  AdwViewStack *stack;

  show_fixture (self, 400, 700);
  wait_until (dl_panels_get_layout (self->panels) == DL_PANELS_NARROW);
  stack = ADW_VIEW_STACK (find_widget (GTK_WIDGET (self->panels), ADW_TYPE_VIEW_STACK));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-panel", "s", "timeline");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "timeline");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==, "entities");
}

static void
test_actions (Case *self, gconstpointer data)
{
  g_autoptr (DlDate) may = dl_date_new_ymd (2021, 5, 0);

  show_fixture (self, 1280, 800);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cycle-density", NULL);
  g_assert_cmpint (dl_session_get_density (self->session), ==, DL_DENSITY_FIRST);

  /* The filter goes first, then the selection. */
  dl_session_select_entity (self->session, FIXTURE_KENYA);
  dl_session_set_time_filter (self->session, may);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.clear", NULL);
  g_assert_null (dl_session_get_time_filter (self->session));
  g_assert_true (dl_session_has_selection (self->session));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.clear", NULL);
  g_assert_false (dl_session_has_selection (self->session));
}

static void
test_missing_file (Case *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.txt");
  const char *sentence;

  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open (self->window, file);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_FAILED);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (self)), ==, "failure");
  sentence = adw_status_page_get_description (
    ADW_STATUS_PAGE (gtk_stack_get_visible_child (get_pages (self))));
  g_assert_true (g_str_has_prefix (sentence, "all.txt: "));
  g_assert_null (strstr (sentence + 1, "all.txt"));

  /* What is read stays when another file cannot be. */
  show_fixture (self, 1280, 800);
  dl_window_open (self->window, file);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_FAILED);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (self)), ==, "article");
}

static void
test_first_article (Case *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open (self->window, NULL);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (self)), ==, "article");
  g_assert_cmpuint (dl_annotations_get_n_mentions (dl_session_get_annotations (self->session)), >,
                    0);
}

/* A second window is what the next start makes: only the settings are common to both. */
static void
test_remembers (Case *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = dl_settings_new ();
  DlWindow *first, *second;
  DlPanels *panels;
  DlArticleView *article;

  g_assert_nonnull (settings);
  first = dl_window_new (NULL, self->engine, settings);
  gtk_window_set_default_size (GTK_WINDOW (first), 1100, 700);
  gtk_widget_activate_action (GTK_WIDGET (first), "win.larger-text", NULL);
  gtk_widget_activate_action (GTK_WIDGET (first), "win.typeface", "s", "sans");
  gtk_widget_activate_action (GTK_WIDGET (first), "win.density", "s", "first");
  gtk_widget_activate_action (GTK_WIDGET (first), "win.sidebar", NULL);
  gtk_window_destroy (GTK_WINDOW (first));

  second = dl_window_new (NULL, self->engine, settings);
  panels = DL_PANELS (find_widget (GTK_WIDGET (second), DL_TYPE_PANELS));
  article = dl_panels_get_article_view (panels);
  g_assert_cmpuint (dl_article_view_get_text_size (article), ==, 110);
  g_assert_cmpint (dl_article_view_get_typeface (article), ==, DL_TYPEFACE_SANS);
  g_assert_cmpint (dl_session_get_density (dl_window_get_session (second)), ==, DL_DENSITY_FIRST);
  g_assert_false (dl_wide_panels_get_sidebar_shown (dl_panels_get_wide (panels)));
  g_assert_true (dl_wide_panels_get_details_shown (dl_panels_get_wide (panels)));
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 1100);
  gtk_window_destroy (GTK_WINDOW (second));
}

/* Only the reader's own choices in the wide layout count. */
static void
test_remembers_division (Case *self, gconstpointer data)
{
  GtkPaned *columns;
  double share;
  gboolean sidebar;

  show_fixture (self, 1280, 800);
  columns = GTK_PANED (find_widget (GTK_WIDGET (self->panels), GTK_TYPE_PANED));
  wait_until (gtk_widget_get_width (GTK_WIDGET (columns)) > 0);
  gtk_paned_set_position (columns, gtk_widget_get_width (GTK_WIDGET (columns)) / 2);
  g_object_get (dl_panels_get_wide (self->panels), "article-share", &share, NULL);
  g_assert_cmpfloat_with_epsilon (share, 0.5, 0.01);

  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 800);
  wait_until (dl_panels_get_layout (self->panels) == DL_PANELS_NARROW);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  wait_until (dl_panels_get_layout (self->panels) == DL_PANELS_WIDE);
  g_object_get (dl_panels_get_wide (self->panels), "article-share", &share, "wide-sidebar",
                &sidebar, NULL);
  g_assert_cmpfloat_with_epsilon (share, 0.5, 0.01);
  g_assert_true (sidebar);
}

static void
test_text_sizes (Case *self, gconstpointer data)
{
  DlArticleView *article = dl_panels_get_article_view (self->panels);
  static const struct
  {
    guint asked, got;
  } rows[] = { { 100, 100 }, { 84, 80 }, { 0, 80 }, { 199, 200 }, { 1000, 200 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      dl_article_view_set_text_size (article, rows[i].asked);
      g_assert_cmpuint (dl_article_view_get_text_size (article), ==, rows[i].got);
    }

  /* At the largest size the action for a larger one does nothing. */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.larger-text", NULL);
  g_assert_cmpuint (dl_article_view_get_text_size (article), ==, 200);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.usual-text", NULL);
  g_assert_cmpuint (dl_article_view_get_text_size (article), ==, 100);
}

static GtkGesture *
find_pinch (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        return GTK_GESTURE (controller);
    }

  return NULL;
}

/* Fingers tell their distance at each movement; the text follows in steps. */
static void
test_pinch (Case *self, gconstpointer data)
{
  DlArticleView *article = dl_panels_get_article_view (self->panels);
  GtkGesture *pinch = find_pinch (GTK_WIDGET (article));
  static const struct
  {
    double scale;
    guint got;
  } rows[] = {
    { 1.05, 100 }, { 1.15, 110 }, { 1.2, 110 }, { 1.3, 120 }, { 1.1, 110 }, { 0.8, 100 }
  };

  g_assert_nonnull (pinch);
  dl_article_view_set_text_size (article, 100);
  g_signal_emit_by_name (pinch, "begin", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_signal_emit_by_name (pinch, "scale-changed", rows[i].scale);
      g_assert_cmpuint (dl_article_view_get_text_size (article), ==, rows[i].got);
    }

  /* The next pinch begins anew. */
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.05);
  g_assert_cmpuint (dl_article_view_get_text_size (article), ==, 100);
}

static void
test_look (Case *self, gconstpointer data)
{
  DlArticleView *article = dl_panels_get_article_view (self->panels);
  GtkTextView *text = GTK_TEXT_VIEW (find_widget (GTK_WIDGET (article), DL_TYPE_ARTICLE_TEXT));
  int usual = gtk_text_view_get_pixels_inside_wrap (text);
  static const char *const labels[] = { "Follow the system", "Light", "Sepia", "Dark" };
  GtkWidget *menu;

  show_fixture (self, 1280, 800);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.line-spacing", "s", "loose");
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (text), >, usual);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.line-spacing", "s", "normal");
  g_assert_cmpint (gtk_text_view_get_pixels_inside_wrap (text), ==, usual);

  /* The popover is made when it is first asked for; its tooltip then makes room. */
  menu = find_labelled (GTK_WIDGET (self->window), GTK_TYPE_MENU_BUTTON, "Text, style and marks");
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    wait_until (find_labelled (menu, GTK_TYPE_TOGGLE_BUTTON, labels[i]) != NULL);
  g_assert_false (gtk_widget_get_has_tooltip (menu));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  wait_until (gtk_widget_get_has_tooltip (menu));
}

static void
test_narrow_headline (Case *self, gconstpointer data)
{
  show_fixture (self, 400, 800);
  wait_until (!gtk_widget_get_visible (GTK_WIDGET (get_title (self))));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  wait_until (gtk_widget_get_visible (GTK_WIDGET (get_title (self))));
}

static void
open_text (Case *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  dl_window_open_bytes (self->window, bytes, "text");
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
}

/* Of a file with several articles the first is shown, and the others are offered. */
static void
test_several_articles (Case *self, gconstpointer data)
{
  GtkWidget *button =
    find_labelled (GTK_WIDGET (self->window), GTK_TYPE_MENU_BUTTON, "Choose an article");
  DlChooser *chooser = DL_CHOOSER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  open_text (self, "One alone");
  g_assert_false (gtk_widget_get_visible (button));
  open_text (self, "<rss><channel><item><title>One</title></item><item><title>Two</title></item>"
                   "</channel></rss>");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (dl_article_get_title (dl_session_get_article (self->session)), ==, "One");

  g_signal_emit_by_name (chooser, "chosen", 1);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_cmpstr (dl_article_get_title (dl_session_get_article (self->session)), ==, "Two");
}

static gboolean
is_asking (Case *self)
{
  GtkWidget *request = find_widget (GTK_WIDGET (self->window), DL_TYPE_DATE_REQUEST);

  return request != NULL &&
         gtk_revealer_get_reveal_child (GTK_REVEALER (find_widget (request, GTK_TYPE_REVEALER)));
}

/* What has no date of publication may be given one, and its dates are counted from there. */
static void
test_date_request (Case *self, gconstpointer data)
{
  g_autoptr (DlDate) day = dl_date_new_ymd (2021, 10, 15);
  int shown_day, shown_month;

  g_assert_false (is_asking (self));
  open_text (self, "The ministers of Norway met in Oslo yesterday.");
  g_assert_true (is_asking (self));

  g_signal_emit_by_name (find_widget (GTK_WIDGET (self->window), DL_TYPE_DATE_REQUEST), "answered",
                         day);
  g_assert_false (is_asking (self));
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_false (is_asking (self));
  g_assert_true (
    dl_date_equal (dl_article_get_published (dl_session_get_article (self->session)), day));
  /* the day of the paper stands over it, not that of what it tells */
  g_assert_cmpstr (adw_window_title_get_subtitle (get_title (self)), ==, "15 October 2021 · 1 min");

  /* one that is wrong can be set again */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.set-date", NULL);
  g_assert_true (is_asking (self));
  g_object_get (find_widget (GTK_WIDGET (self->window), GTK_TYPE_CALENDAR), "day", &shown_day,
                "month", &shown_month, NULL);
  g_assert_cmpint (shown_day, ==, 15);
  g_assert_cmpint (shown_month, ==, 10 - 1);
}

/* Returns: (nullable): what the notice says, if it is shown */
static const char *
get_notice (Case *self)
{
  GtkWidget *notice = find_widget (GTK_WIDGET (self->window), DL_TYPE_LEFT_OUT_NOTICE);
  GtkWidget *revealer = notice != NULL ? find_widget (notice, GTK_TYPE_REVEALER) : NULL;

  return revealer != NULL && gtk_revealer_get_reveal_child (GTK_REVEALER (revealer))
           ? gtk_label_get_label (GTK_LABEL (find_widget (notice, GTK_TYPE_LABEL)))
           : NULL;
}

static void
toggle_whole (Case *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.whole-page", NULL);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
}

/* A page that is shown in part says so, and all of it is one key away. */
static void
test_left_out (Case *self, gconstpointer data)
{
  static const char page[] =
    "<!DOCTYPE html><html lang=en><title>Talks</title><body>"
    "<div class=sidebar><p>Read more about other things that nobody asked for.</p></div>"
    "<article><p>The ministers of Norway met in Oslo, where they spoke of fish and ships.</p>"
    "<p>They signed an agreement on the ships, which had been prepared for many years.</p>"
    "<p>On the fish they could not agree, and so they will meet again in the spring.</p>"
    "</article></body></html>";
  DlArticle *part;

  open_text (self, "One alone");
  g_assert_null (get_notice (self));
  open_text (self, page);
  part = dl_session_get_article (self->session);
  g_assert_cmpstr (get_notice (self), ==, "1 paragraph of the page was left out");

  toggle_whole (self);
  g_assert_true (dl_session_get_article (self->session) != part);
  g_assert_cmpstr (get_notice (self), ==, "This is the whole page");
  toggle_whole (self);
  g_assert_true (dl_session_get_article (self->session) == part);

  open_text (self, "One alone");
  g_assert_null (get_notice (self));
}

static guint
count_recent (GMenu *menu)
{
  dl_recent_files_fill (menu, "win.open-recent");

  return g_menu_model_get_n_items (G_MENU_MODEL (menu));
}

static GFile *
make_file (const char *text)
{
  GFileIOStream *stream = NULL;
  GFile *file = g_file_new_tmp ("dateline-XXXXXX.txt", &stream, NULL);

  g_object_unref (stream);
  g_assert_true (
    g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));

  return file;
}

static void
destroy_file (GFile *file)
{
  g_file_delete (file, NULL, NULL);
  g_object_unref (file);
}

/* Returns: (nullable): what the notice says of files that failed */
static const char *
get_failures (Case *self)
{
  GtkWidget *notice = find_widget (GTK_WIDGET (self->window), DL_TYPE_FAILURE_NOTICE);
  GtkWidget *revealer = notice != NULL ? gtk_widget_get_first_child (notice) : NULL;

  if (revealer == NULL || !gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)))
    return NULL;

  return gtk_label_get_label (GTK_LABEL (find_widget (revealer, GTK_TYPE_LABEL)));
}

/* Files that are asked for together are offered in their order; one that is not there is named,
 * and holds up no other. */
static void
test_many_files (Case *self, gconstpointer data)
{
  static const char *const titles[] = { "Talks in Oslo",   "Talks in Bergen", NULL,
                                        "Talks in Tromsø", "Talks in Bodø",   "Talks in Hamar" };
  GFile *files[G_N_ELEMENTS (titles)];
  DlChooser *chooser = DL_CHOOSER (find_widget (GTK_WIDGET (self->window), DL_TYPE_CHOOSER));
  GtkListView *list = GTK_LIST_VIEW (find_widget (GTK_WIDGET (chooser), GTK_TYPE_LIST_VIEW));
  GListModel *articles = G_LIST_MODEL (gtk_list_view_get_model (list));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n\nThe ministers met.\n", titles[i]);

      files[i] =
        titles[i] != NULL ? make_file (text) : g_file_new_for_path ("/nowhere/at/missing.txt");
    }

  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open_files (self->window, files, G_N_ELEMENTS (files));
  wait_until (get_failures (self) != NULL);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_nonnull (strstr (get_failures (self), "missing.txt"));
  g_assert_null (strchr (get_failures (self), '\n'));

  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 5);
  for (guint i = 0, n = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (DlArticle) article = NULL;

      if (titles[i] == NULL)
        continue;
      article = g_list_model_get_item (articles, n++);
      g_assert_cmpstr (dl_article_get_title (article), ==, titles[i]);
    }

  /* What is asked for later takes its place, and the notice goes. */
  dl_window_open_files (self->window, files + 1, 1);
  g_assert_null (get_failures (self));
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    destroy_file (files[i]);
}

/* While nothing can be seen yet, the page that says so has the button too. */
static void
test_cancel_loading (Case *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("<html><body>");
  g_autoptr (GBytes) bytes = NULL;
  GtkWidget *button;

  while (text->len < 24 * 1024 * 1024)
    g_string_append (text, "<p>The ministers met for two days, and agreed on the text of it.</p>");
  bytes = g_bytes_new (text->str, text->len);
  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open_bytes (self->window, bytes, "page");
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (get_pages (self)), "loading") == 0);
  button = find_widget (gtk_stack_get_visible_child (get_pages (self)), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (dl_window_get_state (self->window), ==, DL_OPENER_EMPTY);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (self)), ==, "empty");
}

/* Whoever drags something over the window sees that it may be dropped. */
static void
test_drop_highlight (Case *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  g_autoptr (GBytes) before = NULL, during = NULL, after = NULL;

  /* as the application does */
  gtk_css_provider_load_from_resource (style, "/io/github/dateline/Dateline/style.css");
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  show_fixture (self, 700, 500);
  wait_for_frame (window);
  before = draw_widget (window);
  gtk_widget_set_state_flags (window, GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
  during = draw_widget (window);
  g_assert_false (g_bytes_equal (before, during));
  gtk_widget_unset_state_flags (window, GTK_STATE_FLAG_DROP_ACTIVE);
  after = draw_widget (window);
  g_assert_true (g_bytes_equal (before, after));
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (window),
                                                 GTK_STYLE_PROVIDER (style));
}

/* A reading that is cancelled leaves what there was; a newer one is heard alone. */
static void
test_cancel_opening (Case *self, gconstpointer data)
{
  GFile *first = make_file ("Talks in Oslo\n\nThe ministers met.\n");
  GFile *second = make_file ("Talks in Bergen\n\nThe ministers met.\n");
  DlArticle *shown;

  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open (self->window, first);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cancel-opening", NULL);
  g_assert_cmpint (dl_window_get_state (self->window), ==, DL_OPENER_EMPTY);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (self)), ==, "empty");

  dl_window_open (self->window, first);
  dl_window_open (self->window, second);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  shown = dl_session_get_article (self->session);
  g_assert_cmpstr (dl_article_get_title (shown), ==, "Talks in Bergen");

  dl_window_open (self->window, first);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.cancel-opening", NULL);
  g_assert_cmpint (dl_window_get_state (self->window), ==, DL_OPENER_READY);
  g_assert_true (dl_session_get_article (self->session) == shown);
  g_assert_nonnull (dl_session_get_annotations (self->session));

  destroy_file (first);
  destroy_file (second);
}

/* Files that were opened are offered again, by their titles, until they are cleared. */
static void
test_recent_files (Case *self, gconstpointer data)
{
  static const char text[] = "<html><title>Talks_in Oslo</title><p>The ministers met.</p>";
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("dateline-XXXXXX.html", &stream, NULL);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *label = NULL, *target = NULL;

  g_assert_true (
    g_file_replace_contents (file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.clear-recent", NULL);
  wait_until (count_recent (menu) == 0);

  dl_window_open (self->window, file);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  wait_until (count_recent (menu) == 1);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "target", "s", &target);
  g_assert_cmpstr (label, ==, "Talks__in Oslo");
  g_assert_cmpstr (target, ==, uri);

  open_text (self, "One alone");
  g_assert_cmpuint (count_recent (menu), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-recent", "s", target);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);
  g_assert_cmpstr (dl_article_get_title (dl_session_get_article (self->session)), ==,
                   "Talks_in Oslo");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.clear-recent", NULL);
  wait_until (count_recent (menu) == 0);
  g_file_delete (file, NULL, NULL);
}

static GFile *
make_long_file (const char *title, gsize *length)
{
  g_autoptr (GString) text = g_string_new (title);

  g_string_append (text, "\n\n");
  for (guint i = 0; i < 300; i++)
    g_string_append (text, "The ministers of Norway met in Oslo for talks on fish and ships.\n\n");
  *length = text->len;

  return make_file (text->str);
}

static DlWindow *
open_next (Case *self, GSettings *settings, GFile *file)
{
  DlWindow *window = dl_window_new (NULL, self->engine, settings);

  gtk_window_present (GTK_WINDOW (window));
  if (file != NULL)
    dl_window_open (window, file);
  else
    dl_window_reopen (window);
  wait_until (dl_window_get_state (window) == DL_OPENER_READY);
  wait_for_frame (GTK_WIDGET (window));

  return window;
}

static DlArticleView *
get_view (DlWindow *window)
{
  return DL_ARTICLE_VIEW (find_widget (GTK_WIDGET (window), DL_TYPE_ARTICLE_VIEW));
}

/* All of the text is laid out first. */
static void
go_to (DlWindow *window, gsize place)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  dl_article_view_go_to (get_view (window), place);
  wait_until (dl_article_view_get_place (get_view (window)) > place - 200);
}

/* Each file is opened where it was left, also after another one, and by whatever name. */
static void
test_places (Case *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = dl_settings_new ();
  gsize length;
  GFile *oslo = make_long_file ("Talks in Oslo", &length);
  GFile *bergen = make_long_file ("Talks in Bergen", &length);
  DlWindow *window = open_next (self, settings, oslo);

  go_to (window, length / 2);
  gtk_window_destroy (GTK_WINDOW (window));
  window = open_next (self, settings, bergen);
  g_assert_cmpuint (dl_article_view_get_place (get_view (window)), <, length / 8);
  go_to (window, length / 4);

  /* the same window goes on with another file */
  dl_window_open (window, oslo);
  wait_until (dl_article_view_get_place (get_view (window)) > length / 3);
  gtk_window_destroy (GTK_WINDOW (window));

  /* whoever wants none remembered starts anew */
  g_settings_set_boolean (settings, "remember-places", FALSE);
  g_settings_set_boolean (settings, "remember-places", TRUE);
  window = open_next (self, settings, oslo);
  g_assert_cmpuint (dl_article_view_get_place (get_view (window)), <, length / 8);
  gtk_window_destroy (GTK_WINDOW (window));

  destroy_file (oslo);
  destroy_file (bergen);
}

/* The next start opens what was read last; a file that is gone is not missed. */
static void
test_reopen (Case *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = dl_settings_new ();
  gsize length;
  GFile *file = make_long_file ("Talks in Oslo", &length);
  DlWindow *window = open_next (self, settings, file);

  go_to (window, length / 2);
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_next (self, settings, NULL);
  g_assert_cmpstr (dl_article_get_title (dl_session_get_article (dl_window_get_session (window))),
                   ==, "Talks in Oslo");
  wait_until (dl_article_view_get_place (get_view (window)) > length / 3);
  gtk_window_destroy (GTK_WINDOW (window));

  destroy_file (file);
  window = open_next (self, settings, NULL);
  g_assert_nonnull (dl_session_get_article (dl_window_get_session (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Breaks the session's article into pages of that height, and draws them.  Returns: how many */
static guint
count_pages (Case *self, double height)
{
  PangoContext *context = gtk_widget_create_pango_context (GTK_WIDGET (self->window));
  g_autoptr (DlPrintText) text = dl_print_text_new (context, self->session, NULL, 400, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, height);
  cairo_t *cr = cairo_create (surface);
  guint n;

  while (!dl_print_text_lay_out (text))
    ;
  n = dl_print_text_break (text);
  for (guint i = 0; i < n; i++)
    dl_print_text_draw (text, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);

  return n;
}

/* A long article takes several pages, a page that nothing fits on still has its lines. */
static void
test_print (Case *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("dateline-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "article.pdf", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;
  guint few, many;

  show_fixture (self, 1280, 800);
  g_assert_cmpuint (count_pages (self, 700), ==, 1);
  few = count_pages (self, 60);
  many = count_pages (self, 1);
  g_assert_cmpuint (few, >, 1);
  g_assert_cmpuint (many, >, few);

  g_assert_true (dl_printer_export (self->session, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_remove (path);
  g_rmdir (folder);

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "The ministers of Norway met in Oslo on 3 May 2021 for talks.\n\n");
  open_text (self, text->str);
  g_assert_cmpuint (count_pages (self, 700), >, 5);
}

/* HTML on the clipboard is read as a page, whatever it begins with. */
static void
test_paste (Case *self, gconstpointer data)
{
  GdkClipboard *clipboard;
  g_autoptr (GBytes) html = g_bytes_new_static ("<span>They met</span> in <b>Oslo</b>.",
                                                strlen ("<span>They met</span> in <b>Oslo</b>."));
  g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_for_bytes ("text/html", html);

  show_fixture (self, 1280, 800);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  gdk_clipboard_set_text (clipboard, "Only a text.");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste", NULL);
  wait_until (
    g_strcmp0 (dl_article_get_text (dl_session_get_article (self->session)), "Only a text.") == 0);

  g_assert_true (gdk_clipboard_set_content (clipboard, provider));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste", NULL);
  wait_until (g_strcmp0 (dl_article_get_text (dl_session_get_article (self->session)),
                         "They met in Oslo.") == 0);
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  ADD ("/ui/window/headline", test_headline);
  ADD ("/ui/window/labels", test_labels);
  ADD ("/ui/window/layouts", test_layouts);
  ADD ("/ui/window/folding", test_folding);
  ADD ("/ui/window/switcher", test_switcher);
  ADD ("/ui/window/actions", test_actions);
  ADD ("/ui/window/remembers", test_remembers);
  ADD ("/ui/window/remembers-division", test_remembers_division);
  ADD ("/ui/window/text-sizes", test_text_sizes);
  ADD ("/ui/window/pinch", test_pinch);
  ADD ("/ui/window/look", test_look);
  ADD ("/ui/window/narrow-headline", test_narrow_headline);
  ADD ("/ui/window/several-articles", test_several_articles);
  ADD ("/ui/window/date-request", test_date_request);
  ADD ("/ui/window/left-out", test_left_out);
  ADD ("/ui/window/many-files", test_many_files);
  ADD ("/ui/window/cancel-opening", test_cancel_opening);
  ADD ("/ui/window/cancel-loading", test_cancel_loading);
  ADD ("/ui/window/drop-highlight", test_drop_highlight);
  ADD ("/ui/window/recent-files", test_recent_files);
  ADD ("/ui/window/places", test_places);
  ADD ("/ui/window/reopen", test_reopen);
  ADD ("/ui/window/print", test_print);
  ADD ("/ui/window/paste", test_paste);
  ADD ("/ui/window/missing-file", test_missing_file);
  ADD ("/ui/window/first-article", test_first_article);

  return g_test_run ();
}
