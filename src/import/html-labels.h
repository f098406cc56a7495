/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-pieces.h"

G_BEGIN_DECLS

guint dl_html_labels_drop (GArray *pieces, const char *title);

G_END_DECLS
