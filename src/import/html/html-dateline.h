/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date-text.h"
#include "html-measure.h"

G_BEGIN_DECLS

gboolean dl_html_dateline_find (DlHtmlMeasures *measures,
                                const xmlNode *root,
                                const xmlNode *body,
                                const char *title,
                                DlDateText *dates,
                                DlDate **published,
                                DlDate **updated);

G_END_DECLS
