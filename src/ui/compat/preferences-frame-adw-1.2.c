/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-frame.h"

/* Shows a page of preferences, on libadwaita 1.2 to 1.4. */

#define WIDTH 560
#define HEIGHT 640

/**
 * dl_preferences_frame_present:
 * @page: takes it
 * @parent: over which window
 */
void
dl_preferences_frame_present (AdwPreferencesPage *page, GtkWindow *parent)
{
  AdwPreferencesWindow *window = ADW_PREFERENCES_WINDOW (adw_preferences_window_new ());

  adw_preferences_window_set_search_enabled (window, FALSE);
  adw_preferences_window_add (window, page);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
