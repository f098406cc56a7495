/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

void dl_screenshot_take (DlWindow *window, const char *path, const char *selected);

G_END_DECLS
