/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-text.h"
#include "html-pieces.h"

G_BEGIN_DECLS

gboolean dl_html_labels_ends_with_mark (const char *text);
guint
dl_html_labels_drop (GArray *pieces, const char *title, const char *author, DlDateText *dates);

G_END_DECLS
