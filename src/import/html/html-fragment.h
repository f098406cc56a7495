/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-builder.h"
#include "html.h"

G_BEGIN_DECLS

void dl_html_fragment_append (DlArticleBuilder *builder, const xmlNode *root);
void dl_html_fragment_append_string (DlArticleBuilder *builder, const char *html);
char *dl_html_fragment_dup_text (const char *html);

G_END_DECLS
