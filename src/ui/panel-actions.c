/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "panel-actions.h"

/* Which panels are seen, and the ways into them. */

static DlPanels *
get_panels (GtkWidget *window)
{
  return dl_window_get_panels (DL_WINDOW (window));
}

static void
show_panel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_show_panel (get_panels (widget), g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_focus_search (get_panels (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_find (get_panels (widget));
}

static void
find_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dl_panels_find_step (get_panels (widget), g_variant_get_int32 (parameter));
}

static void
add_action (DlWindow *window, const char *name, const char *property)
{
  g_autoptr (GPropertyAction) action =
    g_property_action_new (name, dl_panels_get_wide (dl_window_get_panels (window)), property);

  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}

/**
 * dl_panel_actions_install:
 * @window_class: of DlWindow
 */
void
dl_panel_actions_install (GtkWidgetClass *window_class)
{
  gtk_widget_class_install_action (window_class, "win.show-panel", "s", show_panel_action);
  gtk_widget_class_install_action (window_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (window_class, "win.find-step", "i", find_step_action);
  gtk_widget_class_install_action (window_class, "win.search", NULL, search_action);
}

/**
 * dl_panel_actions_add:
 *
 * Gives @window, which has its panels, the actions that have a state.
 */
void
dl_panel_actions_add (DlWindow *window)
{
  g_return_if_fail (DL_IS_WINDOW (window));

  add_action (window, "sidebar", "sidebar-shown");
  add_action (window, "details", "details-shown");
}
