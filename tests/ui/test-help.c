/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "display.h"
#include "help-page.h"
#include "help-window.h"
#include "widgets.h"

static const char *const languages[] = { "en", "vi" };

static char *
find_folder (const char *language)
{
  const char *const names[] = { language, NULL };

  return dl_help_page_find_folder (names);
}

static gboolean
is_page (const char *name)
{
  return g_str_has_suffix (name, ".page");
}

static char *
read_page (const char *folder, const char *file)
{
  g_autofree char *path = g_strconcat (folder, file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_languages (void)
{
  static const struct
  {
    const char *names[4];
    const char *folder;
  } rows[] = {
    { { "vi_VN.UTF-8", "vi_VN", "vi", NULL }, "vi" },
    { { "de", "vi", "C", NULL }, "vi" },
    { { "en_GB", "en", "vi", NULL }, "en" },
    { { "C", NULL }, "en" },
    { { NULL }, "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = dl_help_page_find_folder (rows[i].names);
      g_autofree char *end = g_strconcat ("/", rows[i].folder, "/", NULL);

      g_assert_true (g_str_has_suffix (folder, end));
    }
}

/* A picture that is missing is a warning, and warnings are fatal here. */
static void
test_pages_load (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *folder = find_folder (languages[i]);
      g_auto (GStrv) files = g_resources_enumerate_children (folder, 0, NULL);
      guint n_pages = 0;

      for (guint j = 0; files[j] != NULL; j++)
        {
          g_autofree char *name = g_strndup (files[j], strcspn (files[j], "."));
          g_autofree char *title = NULL;
          g_autoptr (GError) error = NULL;
          GtkWidget *page;

          if (!is_page (files[j]))
            continue;

          page = dl_help_page_load (folder, name, &title, &error);
          g_assert_no_error (error);
          g_assert_cmpstr (title, !=, NULL);
          g_assert_nonnull (gtk_widget_get_first_child (page));
          g_object_ref_sink (page);
          g_object_unref (page);
          n_pages++;
        }
      g_assert_cmpuint (n_pages, >, 5);
    }
}

static void
test_languages_have_the_same_pages (void)
{
  g_autofree char *english = find_folder ("en"), *vietnamese = find_folder ("vi");
  g_auto (GStrv) files = g_resources_enumerate_children (english, 0, NULL);
  g_auto (GStrv) others = g_resources_enumerate_children (vietnamese, 0, NULL);

  g_assert_cmpuint (g_strv_length (files), ==, g_strv_length (others));
  for (guint i = 0; files[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) others, files[i]));
}

/* From the first page every other is one link away, and no link leads nowhere. */
static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *folder = find_folder (languages[i]);
      g_auto (GStrv) files = g_resources_enumerate_children (folder, 0, NULL);
      g_autofree char *index = read_page (folder, "index.page");
      guint n_pages = 0;

      for (guint j = 0; files[j] != NULL; j++)
        {
          g_autofree char *link =
            g_strdup_printf ("xref=\"%.*s\"", (int) strcspn (files[j], "."), files[j]);

          if (!is_page (files[j]) || g_str_equal (files[j], "index.page"))
            continue;

          g_assert_nonnull (strstr (index, link));
          n_pages++;
        }
      for (const char *link = index; (link = strstr (link, "xref=")) != NULL; link++)
        n_pages--;
      g_assert_cmpuint (n_pages, ==, 0);
    }
}

static void
test_missing_page (void)
{
  g_autofree char *folder = find_folder ("en"), *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_help_page_load (folder, "nowhere", &title, &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

static void
test_window (void)
{
  DlHelpWindow *window = DL_HELP_WINDOW (dl_help_window_new ());
  GtkWidget *widget = GTK_WIDGET (window);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (widget));
  g_assert_cmpstr (dl_help_window_get_page (window), ==, "index");

  g_assert_true (gtk_widget_activate_action (widget, "help.show-page", "s", "map"));
  g_assert_cmpstr (dl_help_window_get_page (window), ==, "map");
  gtk_widget_activate_action (widget, "help.back", NULL);
  g_assert_cmpstr (dl_help_window_get_page (window), ==, "index");

  /* There is nothing before the first page. */
  gtk_widget_activate_action (widget, "help.back", NULL);
  g_assert_cmpstr (dl_help_window_get_page (window), ==, "index");
  g_assert_nonnull (find_labelled (widget, GTK_TYPE_BUTTON, "Back"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Returns: (nullable): the last label below @widget that has a link */
static GtkWidget *
find_last_link (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), "href=") != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_last_link (child);

  return found;
}

static void
test_link_in_page (void)
{
  DlHelpWindow *window = DL_HELP_WINDOW (dl_help_window_new ());
  gboolean followed = FALSE;

  g_signal_emit_by_name (find_last_link (GTK_WIDGET (window)), "activate-link", "keyboard",
                         &followed);
  g_assert_true (followed);
  g_assert_cmpstr (dl_help_window_get_page (window), ==, "keyboard");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  init_display_test (&argc, &argv);

  g_test_add_func ("/ui/help/languages", test_languages);
  g_test_add_func ("/ui/help/pages-load", test_pages_load);
  g_test_add_func ("/ui/help/languages-have-the-same-pages", test_languages_have_the_same_pages);
  g_test_add_func ("/ui/help/links", test_links);
  g_test_add_func ("/ui/help/missing-page", test_missing_page);
  g_test_add_func ("/ui/help/window", test_window);
  g_test_add_func ("/ui/help/link-in-page", test_link_in_page);

  return g_test_run ();
}
