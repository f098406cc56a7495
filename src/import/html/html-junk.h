/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-measure.h"

G_BEGIN_DECLS

typedef struct _DlHtmlJunk DlHtmlJunk;

DlHtmlJunk *dl_html_junk_get (void);
DlHtmlVerdict dl_html_junk_judge (const xmlNode *element, gpointer junk);

G_END_DECLS
