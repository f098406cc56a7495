/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html.h"

G_BEGIN_DECLS

/**
 * DlHtmlVisitor:
 * @enter: whether to go into @element
 * @text: a piece of a run of text, or a <br> in it; @link: (nullable): the one around it
 * @end_run: the run of text before is over, for @block begins or ends
 *
 * What is told of a page, in its order.  Runs may be empty.
 */
typedef struct
{
  gboolean (*enter) (const xmlNode *element, gpointer user_data);
  void (*text) (const xmlNode *text, const xmlNode *link, gpointer user_data);
  void (*end_run) (const xmlNode *block, gpointer user_data);
} DlHtmlVisitor;

void dl_html_walk (const xmlNode *root, const DlHtmlVisitor *visitor, gpointer user_data);

G_END_DECLS
