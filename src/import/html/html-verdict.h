/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-measure.h"

G_BEGIN_DECLS

void dl_html_verdict_keep_main_text (DlHtmlMeasures *measures);
DlHtmlVerdict dl_html_verdict_choose_least (DlHtmlMeasures *measures);

G_END_DECLS
