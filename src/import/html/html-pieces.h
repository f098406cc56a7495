/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article-builder.h"
#include "html-measure.h"

G_BEGIN_DECLS

/* Words, and the element that says where they lead. */
typedef struct
{
  DlSpan span;
  const xmlNode *element;
} DlHtmlLink;

/**
 * DlHtmlPiece:
 * @level: of a heading, 1 to 6; else 0
 * @language: (nullable): the one that the page states of it, BCP 47
 * @n_links: how many short runs that lead elsewhere stood right behind it, and were left out
 * @text: of one block, without white space at either end; never empty
 * @links: (nullable) (element-type DlHtmlLink): in @text, in order; %NULL: there are none
 */
typedef struct
{
  DlBlockKind kind;
  guint level;
  guint n_links;
  char *text;
  char *language;
  GArray *links;
} DlHtmlPiece;

void dl_html_piece_clear (DlHtmlPiece *self);
GArray *dl_html_pieces_find (const xmlNode *body, DlHtmlMeasures *measures, DlHtmlVerdict least);
void dl_html_pieces_append (const GArray *pieces, DlArticleBuilder *builder);

G_END_DECLS
