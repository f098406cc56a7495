/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* AdwPreferencesWindow is deprecated since libadwaita 1.6; AdwPreferencesDialog came with 1.5.
 * When the floor reaches 1.5, keep that one and delete the other. */

void dl_preferences_frame_present (AdwPreferencesPage *page, GtkWindow *parent);

G_END_DECLS
