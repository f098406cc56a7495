/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"

G_BEGIN_DECLS

/* More lines than this are no article, and each would be an object. */
#define DL_PARAGRAPHS_MAX_LINES 2000000

/**
 * DlParagraph:
 * @kind: %DL_BLOCK_TITLE or %DL_BLOCK_PARAGRAPH
 * @span: without white space at either end; never empty
 * @n_lines: how many lines it was wrapped into
 */
typedef struct
{
  DlBlockKind kind;
  DlSpan span;
  guint n_lines;
} DlParagraph;

GArray *dl_paragraphs_find (const char *text, gsize length, GError **error);

G_END_DECLS
