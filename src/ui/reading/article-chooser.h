/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DL_TYPE_ARTICLE_CHOOSER (dl_article_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DlArticleChooser, dl_article_chooser, DL, ARTICLE_CHOOSER, GtkPopover)

void dl_article_chooser_set_articles (DlArticleChooser *self, GListModel *articles);

G_END_DECLS
