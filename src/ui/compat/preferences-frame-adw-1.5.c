/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-frame.h"

/* Shows a page of preferences, on libadwaita 1.5 and later. */

/**
 * dl_preferences_frame_present:
 * @page: takes it
 * @parent: over which window
 */
void
dl_preferences_frame_present (AdwPreferencesPage *page, GtkWindow *parent)
{
  AdwPreferencesDialog *dialog = ADW_PREFERENCES_DIALOG (adw_preferences_dialog_new ());

  adw_preferences_dialog_set_search_enabled (dialog, FALSE);
  adw_preferences_dialog_add (dialog, page);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
}
