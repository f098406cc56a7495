/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-text.h"
#include "display.h"
#include "panels.h"
#include "preferences-frame.h"
#include "preferences.h"
#include "settings.h"
#include "widgets.h"
#include "window.h"

typedef struct
{
  DlEngine *engine;
  GSettings *settings;
  DlWindow *window;
  GtkWidget *preferences;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->engine = dl_engine_new ();
  self->settings = dl_settings_new ();
  self->window = dl_window_new (NULL, self->engine, self->settings);
  gtk_window_present (GTK_WINDOW (self->window));
  self->preferences = dl_preferences_new (self->settings);
  dl_preferences_frame_present (ADW_PREFERENCES_PAGE (self->preferences),
                                GTK_WINDOW (self->window));
  wait_until (gtk_widget_get_mapped (self->preferences));
}

static void
tear_down (Case *self, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->preferences));

  if (root != GTK_WIDGET (self->window))
    gtk_window_destroy (GTK_WINDOW (root));
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->settings);
  g_object_unref (self->engine);
}

/* Returns: (nullable): the row of that title under @root */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

/* Each choice of a row reaches the settings, and each of the settings the row. */
static void
test_choices (Case *self, gconstpointer data)
{
  static const struct
  {
    const char *title, *key;
  } rows[] = {
    { "Style", "style" },
    { "Marks", "density" },
    { "Times of Day", "clock" },
    { "Typeface", "typeface" },
    { "Space between lines", "line-spacing" },
    { "Length of lines", "line-length" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = find_row (self->preferences, rows[i].title);
      guint n;

      g_assert_nonnull (row);
      n = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row)));
      for (guint choice = n; choice-- > 0;)
        {
          g_autofree char *before = g_settings_get_string (self->settings, rows[i].key);
          g_autofree char *after = NULL;

          adw_combo_row_set_selected (ADW_COMBO_ROW (row), choice);
          after = g_settings_get_string (self->settings, rows[i].key);
          g_assert_true (choice == n - 1 || !g_str_equal (before, after));
          g_settings_reset (self->settings, rows[i].key);
          g_settings_set_string (self->settings, rows[i].key, after);
          g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, choice);
        }
      g_settings_reset (self->settings, rows[i].key);
    }
}

/* The article beside it follows at once. */
static void
test_live (Case *self, gconstpointer data)
{
  GtkWidget *view = find_widget (GTK_WIDGET (self->window), DL_TYPE_ARTICLE_VIEW);
  GtkTextView *text = GTK_TEXT_VIEW (find_widget (view, DL_TYPE_ARTICLE_TEXT));
  GtkWidget *spin = find_labelled (self->preferences, GTK_TYPE_SPIN_BUTTON, "Text size");
  GtkWidget *justify = find_labelled (self->preferences, GTK_TYPE_SWITCH, "Justify");

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 150);
  g_assert_cmpuint (dl_article_view_get_text_size (DL_ARTICLE_VIEW (view)), ==, 150);
  dl_article_view_set_text_size (DL_ARTICLE_VIEW (view), 90);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 90);

  g_assert_cmpint (gtk_text_view_get_justification (text), ==, GTK_JUSTIFY_LEFT);
  gtk_switch_set_active (GTK_SWITCH (justify), TRUE);
  g_assert_cmpint (gtk_text_view_get_justification (text), ==, GTK_JUSTIFY_FILL);
  gtk_switch_set_active (GTK_SWITCH (justify), FALSE);
  g_assert_cmpint (gtk_text_view_get_justification (text), ==, GTK_JUSTIFY_LEFT);
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add ("/ui/preferences/choices", Case, NULL, set_up, test_choices, tear_down);
  g_test_add ("/ui/preferences/live", Case, NULL, set_up, test_live, tear_down);

  return g_test_run ();
}
