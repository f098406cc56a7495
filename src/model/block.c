/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "block.h"

#include "nick.h"

/* A paragraph, title, heading … of an article: a span of its text. */
struct _DlBlock
{
  GObject parent_instance;

  DlBlockKind kind;
  guint level; /* of a heading, from 1; else 0 */
  DlSpan span;
  char *language; /* of GRefString, the same for all blocks; or %NULL */
};

G_DEFINE_FINAL_TYPE (DlBlock, dl_block, G_TYPE_OBJECT)

static const char *const nicks[DL_N_BLOCK_KINDS] = {
  [DL_BLOCK_PARAGRAPH] = "paragraph", [DL_BLOCK_TITLE] = "title",
  [DL_BLOCK_HEADING] = "heading",     [DL_BLOCK_QUOTE] = "quote",
  [DL_BLOCK_LIST_ITEM] = "list-item", [DL_BLOCK_CAPTION] = "caption",
};

static void
dl_block_finalize (GObject *object)
{
  DlBlock *self = DL_BLOCK (object);

  g_clear_pointer (&self->language, g_ref_string_release);

  G_OBJECT_CLASS (dl_block_parent_class)->finalize (object);
}

static void
dl_block_class_init (DlBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_block_finalize;
}

static void
dl_block_init (DlBlock *self)
{
}

/**
 * dl_block_new:
 * @kind: what it is
 * @span: where it stands in the article's text
 * @language: (nullable): BCP 47, if it differs from the article's or is stated
 *
 * Returns: (transfer full): a block
 */
DlBlock *
dl_block_new (DlBlockKind kind, DlSpan span, const char *language)
{
  DlBlock *self = g_object_new (DL_TYPE_BLOCK, NULL);

  self->kind = kind;
  self->level = kind == DL_BLOCK_HEADING ? 1 : 0;
  self->span = span;
  self->language = language == NULL ? NULL : g_ref_string_new_intern (language);
  return self;
}

/**
 * dl_block_new_heading:
 * @level: 1 for the highest; brought into 1 to %DL_BLOCK_MAX_LEVEL
 *
 * Returns: (transfer full): as dl_block_new(), of %DL_BLOCK_HEADING
 */
DlBlock *
dl_block_new_heading (guint level, DlSpan span, const char *language)
{
  DlBlock *self = dl_block_new (DL_BLOCK_HEADING, span, language);

  self->level = CLAMP (level, 1, DL_BLOCK_MAX_LEVEL);

  return self;
}

DlBlockKind
dl_block_get_kind (DlBlock *self)
{
  g_return_val_if_fail (DL_IS_BLOCK (self), DL_BLOCK_PARAGRAPH);

  return self->kind;
}

/**
 * dl_block_get_level:
 *
 * Returns: of a heading, how deep it is, 1 to %DL_BLOCK_MAX_LEVEL as the file has it, so that an
 *   article need not begin with 1; 0: no heading
 */
guint
dl_block_get_level (DlBlock *self)
{
  g_return_val_if_fail (DL_IS_BLOCK (self), 0);

  return self->level;
}

DlSpan
dl_block_get_span (DlBlock *self)
{
  g_return_val_if_fail (DL_IS_BLOCK (self), ((DlSpan){ 0, 0 }));

  return self->span;
}

/**
 * dl_block_get_language:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): BCP 47; %NULL: the article's
 */
const char *
dl_block_get_language (DlBlock *self)
{
  g_return_val_if_fail (DL_IS_BLOCK (self), NULL);

  return self->language;
}

/**
 * dl_block_kind_get_nick:
 * @kind: a kind of block
 *
 * Returns: (transfer none): its name in files, “list-item”
 */
const char *
dl_block_kind_get_nick (DlBlockKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_BLOCK_KINDS, NULL);

  return nicks[kind];
}

/**
 * dl_block_kind_from_nick:
 * @nick: (nullable): a nick
 * @kind: (out): the kind; untouched if there is none
 *
 * Returns: whether @nick names a kind of block
 */
gboolean
dl_block_kind_from_nick (const char *nick, DlBlockKind *kind)
{
  guint value;

  if (!dl_nick_find (nicks, DL_N_BLOCK_KINDS, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}
