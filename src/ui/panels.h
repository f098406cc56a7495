/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "article-view.h"
#include "panels-layout.h"
#include "session.h"
#include "wide-panels.h"

G_BEGIN_DECLS

#define DL_TYPE_PANELS (dl_panels_get_type ())
G_DECLARE_FINAL_TYPE (DlPanels, dl_panels, DL, PANELS, GtkWidget)

DlPanelsLayout dl_panels_get_layout (DlPanels *self);
void dl_panels_prepare (DlPanels *self, int width, int height);

DlWidePanels *dl_panels_get_wide (DlPanels *self);
void dl_panels_show_panel (DlPanels *self, const char *name);
void dl_panels_focus_search (DlPanels *self);
void dl_panels_find (DlPanels *self);
void dl_panels_find_step (DlPanels *self, int step);

DlArticleView *dl_panels_get_article_view (DlPanels *self);
GtkWidget *dl_panels_get_map (DlPanels *self);
gboolean dl_panels_is_busy (DlPanels *self);
void dl_panels_set_settings (DlPanels *self, GSettings *settings);

G_END_DECLS
