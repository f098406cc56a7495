/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-measure.h"

G_BEGIN_DECLS

const xmlNode *dl_html_body_find (DlHtmlMeasures *measures, DlHtmlVerdict least);

G_END_DECLS
