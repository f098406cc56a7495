/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article.h"

#include <string.h>

#include "list.h"

/* An article as it was imported: one text that never changes, its blocks, and what is
 * known of it. */
struct _DlArticle
{
  GObject parent_instance;

  GBytes *text;           /* a NUL byte stands behind its end */
  GPtrArray *blocks;      /* of DlBlock, in order, not overlapping */
  DlArticleFields fields; /* owned copies */
};

G_DEFINE_FINAL_TYPE (DlArticle, dl_article, G_TYPE_OBJECT)

static void
dl_article_finalize (GObject *object)
{
  DlArticle *self = DL_ARTICLE (object);

  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_pointer (&self->blocks, dl_list_drop_items);
  g_free ((char *) self->fields.id);
  g_free ((char *) self->fields.title);
  g_free ((char *) self->fields.language);
  g_free ((char *) self->fields.author);
  g_free ((char *) self->fields.publisher);
  g_free ((char *) self->fields.url);
  g_free ((char *) self->fields.rights);
  g_free ((char *) self->fields.background);
  g_clear_pointer (&self->fields.published, dl_date_unref);
  g_clear_pointer (&self->fields.updated, dl_date_unref);
  g_clear_pointer (&self->fields.picture, g_bytes_unref);
  g_free ((char *) self->fields.caption);
  g_free ((char *) self->fields.picture_text);
  g_clear_pointer (&self->fields.links, g_array_unref);
  g_clear_object (&self->fields.whole);

  G_OBJECT_CLASS (dl_article_parent_class)->finalize (object);
}

static void
dl_article_class_init (DlArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dl_article_finalize;
}

static void
dl_article_init (DlArticle *self)
{
}

static void
copy_fields (DlArticleFields *to, const DlArticleFields *from)
{
  to->id = g_strdup (from->id);
  to->title = g_strdup (from->title);
  to->language = g_strdup (from->language);
  to->author = g_strdup (from->author);
  to->publisher = g_strdup (from->publisher);
  to->url = g_strdup (from->url);
  to->rights = g_strdup (from->rights);
  to->background = g_strdup (from->background);
  to->published = from->published == NULL ? NULL : dl_date_ref (from->published);
  to->updated = from->updated == NULL ? NULL : dl_date_ref (from->updated);
  to->picture = from->picture == NULL ? NULL : g_bytes_ref (from->picture);
  to->caption = g_strdup (from->caption);
  to->picture_text = g_strdup (from->picture_text);
  to->links = from->links == NULL ? NULL : g_array_ref (from->links);
  to->whole = from->whole == NULL ? NULL : g_object_ref (from->whole);
  to->n_left_out = from->n_left_out;
}

static GPtrArray *
make_single_block (gsize length)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  if (length > 0)
    g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, length }, NULL));

  return blocks;
}

/* The bytes with a NUL behind them, for all who take a C string. */
static GBytes *
terminate (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  char *copy = g_malloc (length + 1);

  if (length > 0)
    memcpy (copy, data, length);
  copy[length] = '\0';
  return g_bytes_new_take (copy, length);
}

/**
 * dl_article_new:
 * @text: (transfer none): UTF-8 without NUL bytes; it need not end in one
 * @blocks: (transfer none) (nullable) (element-type DlBlock): in order, not overlapping,
 *   with g_object_unref() as free function, not to be changed any more; %NULL: the whole
 *   text is one paragraph
 * @fields: (nullable): what is known of it; all of it is copied, the dates referenced
 *
 * Returns: (transfer full): an article
 */
DlArticle *
dl_article_new (GBytes *text, GPtrArray *blocks, const DlArticleFields *fields)
{
  DlArticle *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (DL_TYPE_ARTICLE, NULL);
  self->text = terminate (text);
  self->blocks =
    blocks == NULL ? make_single_block (g_bytes_get_size (text)) : g_ptr_array_ref (blocks);
  if (fields != NULL)
    copy_fields (&self->fields, fields);
  return self;
}

/**
 * dl_article_copy_with:
 * @self: an article
 * @fields: what is to be known of the copy: all of it, so begin with a copy of what
 *   dl_article_get_fields() gives
 *
 * Returns: (transfer full): an article that shares the text and the blocks of @self
 */
DlArticle *
dl_article_copy_with (DlArticle *self, const DlArticleFields *fields)
{
  DlArticle *copy;

  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (fields != NULL, NULL);

  copy = g_object_new (DL_TYPE_ARTICLE, NULL);
  copy->text = g_bytes_ref (self->text);
  copy->blocks = g_ptr_array_ref (self->blocks);
  copy_fields (&copy->fields, fields);
  return copy;
}

/**
 * dl_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none): its text, exactly as imported: UTF-8, ended by a NUL byte
 */
const char *
dl_article_get_text (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  return g_bytes_get_data (self->text, NULL);
}

/**
 * dl_article_get_length:
 * @self: an article
 *
 * Returns: the length of its text in bytes
 */
gsize
dl_article_get_length (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), 0);

  return g_bytes_get_size (self->text);
}

/**
 * dl_article_dup_excerpt:
 * @self: an article
 * @span: a piece of its text; what reaches past the end is cut off
 *
 * Returns: (transfer full): the text of @span
 */
char *
dl_article_dup_excerpt (DlArticle *self, DlSpan span)
{
  gsize length, end;

  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  length = dl_article_get_length (self);
  end = MIN (span.end, length);
  if (span.start >= end)
    return g_strdup ("");

  return g_strndup (dl_article_get_text (self) + span.start, end - span.start);
}

guint
dl_article_get_n_blocks (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), 0);

  return self->blocks->len;
}

/**
 * dl_article_get_block:
 * @self: an article
 * @position: which block, in the order of the text
 *
 * Returns: (transfer none) (nullable): the block; %NULL past the last
 */
DlBlock *
dl_article_get_block (DlArticle *self, guint position)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  return position < self->blocks->len ? g_ptr_array_index (self->blocks, position) : NULL;
}

/**
 * dl_article_get_fields:
 * @self: an article
 *
 * Returns: (transfer none): what is known of it, for as long as it lives
 */
const DlArticleFields *
dl_article_get_fields (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  return &self->fields;
}

/**
 * dl_article_get_title:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
dl_article_get_title (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  return self->fields.title;
}

/**
 * dl_article_get_language:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): BCP 47; %NULL: not stated
 */
const char *
dl_article_get_language (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  return self->fields.language;
}

/**
 * dl_article_get_published:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): when it was published
 */
DlDate *
dl_article_get_published (DlArticle *self)
{
  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  return self->fields.published;
}

/**
 * dl_article_get_picture_type:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): the media type of its lead picture, by its first byte;
 *   %NULL: it has none
 */
const char *
dl_article_get_picture_type (DlArticle *self)
{
  gsize size = 0;
  const guint8 *data;

  g_return_val_if_fail (DL_IS_ARTICLE (self), NULL);

  data = self->fields.picture != NULL ? g_bytes_get_data (self->fields.picture, &size) : NULL;
  if (size == 0)
    return NULL;

  switch (data[0])
    {
    case 0x89:
      return "image/png";

    case 0xFF:
      return "image/jpeg";

    case 'G':
      return "image/gif";

    default:
      return "image/webp";
    }
}
