/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "fixture.h"
#include "timeline-axis.h"
#include "timeline-view.h"

/* timeline-picture OUT.png FIXTURE: draws a made-up timeline as the window would. */

static int width = 480, height = 600, text_percent = 100, selected = -1;
static double zoom = 1;
static gboolean dark, right_to_left;
static char *filter;
static char **rest;

static const GOptionEntry entries[] = {
  { "width", 0, 0, G_OPTION_ARG_INT, &width, "Width in pixels", "N" },
  { "height", 0, 0, G_OPTION_ARG_INT, &height, "Height in pixels", "N" },
  { "text", 0, 0, G_OPTION_ARG_INT, &text_percent, "Size of the text", "PERCENT" },
  { "select", 0, 0, G_OPTION_ARG_INT, &selected, "Event to select", "INDEX" },
  { "zoom", 0, 0, G_OPTION_ARG_DOUBLE, &zoom, "Zoom in about the middle", "FACTOR" },
  { "filter", 0, 0, G_OPTION_ARG_STRING, &filter, "Time filter", "EDTF" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &dark, "Dark style", NULL },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &right_to_left, "Right to left", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, "OUT.png FIXTURE" },
  { NULL }
};

static gboolean
elapsed_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Transitions of the theme are over by then. */
static void
settle (void)
{
  gboolean is_over = FALSE;

  g_timeout_add (600, elapsed_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gdk_texture_save_to_png (texture, path);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
set_up (void)
{
  setlocale (LC_ALL, "");
  if (right_to_left)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * text_percent / 100, NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (DlSession) session = dl_session_new ();
  g_autoptr (DlAnnotations) annotations = NULL;
  g_autoptr (DlDate) date = NULL;
  GtkWidget *window, *view;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || g_strv_length (rest) != 2)
    return 1;

  adw_init ();
  set_up ();
  annotations = timeline_fixture_new ((TimelineFixture) g_ascii_strtoll (rest[1], NULL, 10));
  dl_session_set_article (session, dl_annotations_get_article (annotations));
  dl_session_set_annotations (session, annotations);

  window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  view = dl_timeline_view_new ();
  dl_timeline_view_set_session (DL_TIMELINE_VIEW (view), session);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  if (zoom != 1)
    dl_timeline_axis_zoom (DL_TIMELINE_AXIS (find (view, DL_TYPE_TIMELINE_AXIS)), zoom,
                           width / 2.0);
  date = filter != NULL ? dl_date_parse (filter, NULL) : NULL;
  dl_session_set_time_filter (session, date);
  if (selected >= 0)
    dl_session_select_event (session, selected);
  settle ();
  save (window, rest[0]);

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
