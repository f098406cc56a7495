/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html.h"

G_BEGIN_DECLS

typedef struct _DlHtmlJunk DlHtmlJunk;

DlHtmlJunk *dl_html_junk_new (gboolean lenient);
void dl_html_junk_free (DlHtmlJunk *self);
gboolean dl_html_junk_covers (DlHtmlJunk *self, const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlHtmlJunk, dl_html_junk_free)

G_END_DECLS
