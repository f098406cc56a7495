/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "display.h"
#include "entity-row.h"
#include "event-row.h"
#include "lexicon.h"
#include "panels.h"
#include "widgets.h"
#include "window.h"

/* Whether the words of the interface have room, in the language that LANGUAGE names.  What
 * comes from an article may be cut short and says so with an ellipsis; what a translator wrote
 * may not. */

/* A panel that was just shown may fill itself in the frame after. */
#define FRAMES 3

typedef struct
{
  DlEngine *engine;
  DlWindow *window;
  DlPanels *panels;
} Case;

static const struct
{
  int width, height;
  DlPanelsLayout layout;
} sizes[] = {
  { 1280, 800, DL_PANELS_WIDE },
  { 900, 640, DL_PANELS_MEDIUM },
  { 700, 640, DL_PANELS_COMPACT },
  { 360, 640, DL_PANELS_NARROW },
};

/* The window title and the names in rows and chips are the article's. */
static gboolean
is_of_article (GtkWidget *label)
{
  static GType types[3] = { 0 };

  types[0] = ADW_TYPE_WINDOW_TITLE;
  types[1] = DL_TYPE_ENTITY_ROW;
  types[2] = DL_TYPE_EVENT_ROW;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (gtk_widget_get_ancestor (label, types[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_cut (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int needed_width, needed_height;

  if (width <= 0 || height <= 0)
    return FALSE;
  if (pango_layout_is_ellipsized (layout))
    return TRUE;

  pango_layout_get_pixel_size (layout, &needed_width, &needed_height);

  return needed_width > width || needed_height > height;
}

/* Collects the labels in @root that are on the screen and not whole. */
static void
find_cut (GtkWidget *root, GPtrArray *found)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root) && !is_of_article (root) && is_cut (GTK_LABEL (root)))
    g_ptr_array_add (found, (gpointer) gtk_label_get_text (GTK_LABEL (root)));

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_cut (child, found);
}

static void
assert_fits (Case *self, const char *where)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < FRAMES; i++)
    wait_for_frame (GTK_WIDGET (self->window));
  find_cut (GTK_WIDGET (self->window), found);
  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s: “%s” is cut", where, (char *) found->pdata[i]);
  if (found->len > 0)
    g_test_fail ();
}

/* A header bar or a page that needs more makes the whole window wider. */
static void
assert_is_as_narrow (Case *self, int width)
{
  int least;

  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (self->window)), GTK_ORIENTATION_HORIZONTAL,
                      -1, &least, NULL, NULL, NULL);
  if (least > width)
    {
      g_test_message ("the window needs %d px, and has %d", least, width);
      g_test_fail ();
    }
}

static void
set_up (Case *self, gconstpointer data)
{
  self->engine = dl_engine_new ();
  self->window = dl_window_new (NULL, self->engine, NULL);
  self->panels = DL_PANELS (find_widget (GTK_WIDGET (self->window), DL_TYPE_PANELS));
}

static void
tear_down (Case *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  wait_until (!g_main_context_pending (NULL) || g_main_context_iteration (NULL, FALSE));
  g_object_unref (self->engine);
}

static void
test_article (Case *self, gconstpointer data)
{
  static const char *const panels[] = { "article", "map", "timeline", "entities" };

  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open (self->window, NULL);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_READY);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), sizes[i].width, sizes[i].height);
      wait_until (dl_panels_get_layout (self->panels) == sizes[i].layout);
      assert_is_as_narrow (self, sizes[i].width);
      for (guint j = 0; j < G_N_ELEMENTS (panels); j++)
        {
          g_autofree char *where = g_strdup_printf ("%s at %d px", panels[j], sizes[i].width);

          dl_panels_show_panel (self->panels, panels[j]);
          assert_fits (self, where);
        }
    }
}

static void
test_pages (Case *self, gconstpointer data)
{
  static const char *const pages[] = { "empty", "loading", "failure" };
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (self->panels), GTK_TYPE_STACK));
  g_autoptr (GFile) missing = g_file_new_for_path ("/there/is/no/such/file");

  gtk_window_set_default_size (GTK_WINDOW (self->window), 360, 640);
  gtk_window_present (GTK_WINDOW (self->window));
  dl_window_open (self->window, missing);
  wait_until (dl_window_get_state (self->window) == DL_OPENER_FAILED);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_stack_set_visible_child_name (stack, pages[i]);
      assert_is_as_narrow (self, 360);
      assert_fits (self, pages[i]);
    }
}

/* The measure itself: a label that has no room is found. */
static void
test_control (Case *self, gconstpointer data)
{
  GtkWidget *label = gtk_label_new ("More words than there is room for");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *window = gtk_window_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_default_size (GTK_WINDOW (window), 100, 50);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_width (label) > 0);
  find_cut (label, found);
  g_assert_cmpuint (found->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add (path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  dl_set_up_locale ();
  init_display_test (&argc, &argv);

  ADD ("/ui/fit/article", test_article);
  ADD ("/ui/fit/pages", test_pages);
  ADD ("/ui/fit/control", test_control);

  return g_test_run ();
}
