/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-actions.h"

/* How the article's text looks: its size, typeface and lines, and how many marks it has. */

static DlArticleView *
get_view (DlWindow *window)
{
  return dl_panels_get_article_view (dl_window_get_panels (window));
}

static void
text_size_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlArticleView *view = get_view (DL_WINDOW (widget));
  guint size = dl_article_view_get_text_size (view);

  if (g_str_equal (name, "win.larger-text"))
    size += DL_TEXT_SIZE_STEP;
  else if (g_str_equal (name, "win.smaller-text"))
    size -= DL_TEXT_SIZE_STEP;
  else
    size = DL_TEXT_SIZE_USUAL;
  dl_article_view_set_text_size (view, size);
}

static void
text_size_cb (DlWindow *window)
{
  guint size = dl_article_view_get_text_size (get_view (window));

  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.larger-text", size < DL_TEXT_SIZE_MOST);
  gtk_widget_action_set_enabled (GTK_WIDGET (window), "win.smaller-text",
                                 size > DL_TEXT_SIZE_LEAST);
}

static void
cycle_density_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DlSession *session = dl_window_get_session (DL_WINDOW (widget));

  dl_session_set_density (session, (dl_session_get_density (session) + 1) % DL_N_DENSITIES);
}

static void
add_action (DlWindow *window, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}

/**
 * dl_text_actions_install:
 * @window_class: of DlWindow
 */
void
dl_text_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.larger-text", NULL, text_size_action);
  gtk_widget_class_install_action (window_class, "win.smaller-text", NULL, text_size_action);
  gtk_widget_class_install_action (window_class, "win.usual-text", NULL, text_size_action);
  gtk_widget_class_install_action (window_class, "win.cycle-density", NULL, cycle_density_action);
}

/**
 * dl_text_actions_add:
 *
 * Gives @window, which has its article view and session, the actions that have a state.
 */
void
dl_text_actions_add (DlWindow *window)
{
  DlArticleView *view = get_view (window);

  g_return_if_fail (DL_IS_WINDOW (window));

  add_action (window, "typeface", view, "typeface");
  add_action (window, "line-spacing", view, "spacing");
  add_action (window, "line-length", view, "measure");
  add_action (window, "density", dl_window_get_session (window), "density");
  g_signal_connect_object (view, "notify::text-size", G_CALLBACK (text_size_cb), window,
                           G_CONNECT_SWAPPED);
}
