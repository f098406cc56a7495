/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-measure.h"

G_BEGIN_DECLS

void dl_html_teasers_mark (DlHtmlMeasures *measures);

G_END_DECLS
