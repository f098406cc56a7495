/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DL_TYPE_NARROW_PANELS (dl_narrow_panels_get_type ())
G_DECLARE_FINAL_TYPE (DlNarrowPanels, dl_narrow_panels, DL, NARROW_PANELS, GtkBox)

GtkWidget *dl_narrow_panels_new (void);

AdwBin *dl_narrow_panels_get_slot (DlNarrowPanels *self, const char *name);
void dl_narrow_panels_show_slot (DlNarrowPanels *self, const char *name);

G_END_DECLS
