/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "article.h"

G_BEGIN_DECLS

#define DL_TYPE_LEFT_OUT_NOTICE (dl_left_out_notice_get_type ())
G_DECLARE_FINAL_TYPE (DlLeftOutNotice, dl_left_out_notice, DL, LEFT_OUT_NOTICE, GtkWidget)

void dl_left_out_notice_set_article (DlLeftOutNotice *self, DlArticle *article, gboolean is_whole);

G_END_DECLS
