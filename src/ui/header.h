/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chooser.h"
#include "outline.h"

G_BEGIN_DECLS

#define DL_TYPE_HEADER (dl_header_get_type ())
G_DECLARE_FINAL_TYPE (DlHeader, dl_header, DL, HEADER, GtkBox)

void dl_header_set_title (DlHeader *self, const char *title, const char *subtitle);
void dl_header_set_has_article (DlHeader *self, gboolean has_article);
void dl_header_set_narrow (DlHeader *self, gboolean narrow);
void dl_header_set_articles (DlHeader *self, GListModel *articles);
DlChooser *dl_header_get_chooser (DlHeader *self);
DlOutline *dl_header_get_outline (DlHeader *self);

G_END_DECLS
