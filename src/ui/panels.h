/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "article-view.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * DlPanelsLayout:
 * @DL_PANELS_WIDE: entities, article, and the map above the timeline
 * @DL_PANELS_MEDIUM: the entities are folded away
 * @DL_PANELS_COMPACT: the map and the timeline too
 * @DL_PANELS_NARROW: one panel at a time, with a switcher at the bottom
 */
typedef enum
{
  DL_PANELS_WIDE,
  DL_PANELS_MEDIUM,
  DL_PANELS_COMPACT,
  DL_PANELS_NARROW
} DlPanelsLayout;

#define DL_TYPE_PANELS_LAYOUT (dl_panels_layout_get_type ())
GType dl_panels_layout_get_type (void);

#define DL_TYPE_PANELS (dl_panels_get_type ())
G_DECLARE_FINAL_TYPE (DlPanels, dl_panels, DL, PANELS, GtkWidget)

DlPanelsLayout dl_panels_get_layout (DlPanels *self);
void dl_panels_prepare (DlPanels *self, int width, int height);

gboolean dl_panels_get_sidebar_shown (DlPanels *self);
void dl_panels_set_sidebar_shown (DlPanels *self, gboolean shown);
gboolean dl_panels_get_details_shown (DlPanels *self);
void dl_panels_set_details_shown (DlPanels *self, gboolean shown);

void dl_panels_show_panel (DlPanels *self, const char *name);
void dl_panels_focus_search (DlPanels *self);
void dl_panels_find (DlPanels *self);
void dl_panels_find_step (DlPanels *self, int step);

DlArticleView *dl_panels_get_article_view (DlPanels *self);
GtkWidget *dl_panels_get_map (DlPanels *self);
gboolean dl_panels_is_busy (DlPanels *self);
void dl_panels_set_settings (DlPanels *self, GSettings *settings);

G_END_DECLS
