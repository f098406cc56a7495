/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-pieces.h"

G_BEGIN_DECLS

guint dl_html_lede_prepend (GArray *pieces,
                            const xmlNode *body,
                            DlHtmlMeasures *measures,
                            DlHtmlVerdict least);

G_END_DECLS
