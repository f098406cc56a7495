/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

void dl_text_actions_install (GtkWidgetClass *window_class);
void dl_text_actions_add (DlWindow *window);

G_END_DECLS
