/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dl_article_actions_install (GtkWidgetClass *view_class);

G_END_DECLS
