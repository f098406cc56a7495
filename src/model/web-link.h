/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "span.h"

G_BEGIN_DECLS

/* More links than this are a directory, and no article. */
#define DL_WEB_LINKS_MAX 20000

/**
 * DlWebLink:
 * @span: the words that lead somewhere
 * @address: of which dl_web_address_is_allowed()
 */
typedef struct
{
  DlSpan span;
  char *address;
} DlWebLink;

GArray *dl_web_links_new (void);
void dl_web_links_append (GArray *links, DlSpan span, const char *address);
guint dl_web_links_find_first (const GArray *links, gsize byte);
const DlWebLink *dl_web_links_find_at (const GArray *links, gsize byte);

G_END_DECLS
