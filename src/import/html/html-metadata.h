/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "html.h"

G_BEGIN_DECLS

/**
 * DlHtmlMetadata:
 *
 * What a page says of itself; each may be %NULL.
 */
typedef struct
{
  char *title, *language, *author, *publisher, *url;
  char *body; /* the text of the article, plain or as HTML, that only programs see */
  DlDate *published, *updated;
} DlHtmlMetadata;

DlHtmlMetadata *dl_html_metadata_read (const xmlNode *root);
void dl_html_metadata_free (DlHtmlMetadata *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlHtmlMetadata, dl_html_metadata_free)

G_END_DECLS
