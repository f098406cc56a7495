/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "panels-layout.h"

G_BEGIN_DECLS

#define DL_TYPE_WIDE_PANELS (dl_wide_panels_get_type ())
G_DECLARE_FINAL_TYPE (DlWidePanels, dl_wide_panels, DL, WIDE_PANELS, GtkWidget)

AdwBin *dl_wide_panels_get_slot (DlWidePanels *self, const char *name);
void dl_wide_panels_show_slot (DlWidePanels *self, const char *name);

void dl_wide_panels_set_layout (DlWidePanels *self, DlPanelsLayout layout);
void dl_wide_panels_divide (DlWidePanels *self, int width, int height);

gboolean dl_wide_panels_get_sidebar_shown (DlWidePanels *self);
void dl_wide_panels_set_sidebar_shown (DlWidePanels *self, gboolean shown);
gboolean dl_wide_panels_get_details_shown (DlWidePanels *self);
void dl_wide_panels_set_details_shown (DlWidePanels *self, gboolean shown);

G_END_DECLS
