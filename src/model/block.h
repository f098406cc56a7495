/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "span.h"

G_BEGIN_DECLS

typedef enum
{
  DL_BLOCK_PARAGRAPH,
  DL_BLOCK_TITLE,
  DL_BLOCK_HEADING,
  DL_BLOCK_QUOTE,
  DL_BLOCK_LIST_ITEM,
  DL_BLOCK_CAPTION,
  DL_N_BLOCK_KINDS
} DlBlockKind;

/* Below the deepest heading of HTML nothing is told apart. */
#define DL_BLOCK_MAX_LEVEL 6

#define DL_TYPE_BLOCK (dl_block_get_type ())
G_DECLARE_FINAL_TYPE (DlBlock, dl_block, DL, BLOCK, GObject)

DlBlock *dl_block_new (DlBlockKind kind, DlSpan span, const char *language);
DlBlock *dl_block_new_heading (guint level, DlSpan span, const char *language);
DlBlockKind dl_block_get_kind (DlBlock *self);
guint dl_block_get_level (DlBlock *self);
DlSpan dl_block_get_span (DlBlock *self);
const char *dl_block_get_language (DlBlock *self);

const char *dl_block_kind_get_nick (DlBlockKind kind);
gboolean dl_block_kind_from_nick (const char *nick, DlBlockKind *kind);

G_END_DECLS
