/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html-junk.h"

G_BEGIN_DECLS

const xmlNode *dl_html_body_find (const xmlNode *root, DlHtmlJunk *junk);

G_END_DECLS
