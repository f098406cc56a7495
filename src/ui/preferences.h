/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DL_TYPE_PREFERENCES (dl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (DlPreferences, dl_preferences, DL, PREFERENCES, AdwPreferencesPage)

GtkWidget *dl_preferences_new (GSettings *settings);

G_END_DECLS
