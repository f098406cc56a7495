/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlJsonLd:
 *
 * What a page says in JSON-LD of the article on it; each may be %NULL.  The body is its text, plain
 * or as HTML.
 */
typedef struct
{
  char *title, *language, *author, *publisher, *url, *published, *updated, *body;
} DlJsonLd;

gboolean dl_json_ld_read (DlJsonLd *self, const char *script);
void dl_json_ld_clear (DlJsonLd *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DlJsonLd, dl_json_ld_clear)

G_END_DECLS
