/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-xml.h"

#include <string.h>

#include <glib/gi18n.h>

#include "error.h"
#include "xml.h"

/* The project's own article XML → Article.  data/articles/article.rng is the grammar of what
 * is to be written; read is more:
 *
 * 1. An element that is not known counts for nothing, but its text stays: within a block it is
 *    part of the block, between blocks a paragraph.
 * 2. A block within a block ends it; a paragraph in it is of the outer one's kind.
 * 3. White space is XML's: each run of it is one space, none stands at either end of a block.
 *    U+00A0 is not white space.
 * 4. In the article's text one LF parts two blocks.
 * 5. The title is the first block, unless it says supplied="yes": then it is the editor's and
 *    stands in the fields only. */

#define VERSION "1"

typedef struct
{
  GString *text;     /* the article's, up to the end of the last block */
  GPtrArray *blocks; /* of DlBlock */
  GString *block;    /* the text of the block that is being read */
} Builder;

typedef struct
{
  DlBlockKind kind;
  const char *language; /* of the nearest block or container that states one; or %NULL */
} Context;

static const struct
{
  const char *name;
  DlBlockKind kind;
} BLOCKS[] = {
  { "p", DL_BLOCK_PARAGRAPH },  { "h", DL_BLOCK_HEADING },       { "quote", DL_BLOCK_QUOTE },
  { "li", DL_BLOCK_LIST_ITEM }, { "caption", DL_BLOCK_CAPTION },
};

static void
builder_free (Builder *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->blocks);
  g_string_free (self->block, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Builder, builder_free)

static Builder *
builder_new (void)
{
  Builder *self = g_new0 (Builder, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->block = g_string_new (NULL);

  return self;
}

/* Ends the block that is being read; without text in it there was none. */
static void
end_block (Builder *self, const Context *context)
{
  DlSpan span;

  g_strchomp (self->block->str);
  g_string_set_size (self->block, strlen (self->block->str));
  if (self->block->len == 0)
    return;

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  span.start = self->text->len;
  g_string_append_len (self->text, self->block->str, self->block->len);
  span.end = self->text->len;
  g_ptr_array_add (self->blocks, dl_block_new (context->kind, span, context->language));
  g_string_truncate (self->block, 0);
}

static gboolean
find_kind (const xmlNode *node, DlBlockKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    if (dl_xml_is (node, DL_ARTICLE_XML_NAMESPACE, BLOCKS[i].name))
      {
        *kind = BLOCKS[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* Recursion is as deep as the tree, and that dl_xml_parse() limits. */
static void
append_children (Builder *self, const xmlNode *parent, const Context *outer)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autofree char *language = NULL;
      Context inner = *outer;

      if (node->type == XML_TEXT_NODE)
        dl_xml_append_text (self->block, (const char *) node->content);
      if (node->type != XML_ELEMENT_NODE)
        continue;

      if (!find_kind (node, &inner.kind))
        {
          append_children (self, node, outer);
          continue;
        }
      if (inner.kind == DL_BLOCK_PARAGRAPH)
        inner.kind = outer->kind;
      language = dl_xml_dup_own_language (node);
      if (language != NULL)
        inner.language = language;

      end_block (self, outer);
      append_children (self, node, &inner);
      end_block (self, &inner);
    }
}

static char *
dup_field (const xmlNode *head, const char *name)
{
  const xmlNode *node =
    head != NULL ? dl_xml_find_child (head, DL_ARTICLE_XML_NAMESPACE, name) : NULL;
  g_autofree char *text = node != NULL ? dl_xml_dup_text (node) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_date (const xmlNode *head, const char *name, DlDate **date, GError **error)
{
  g_autofree char *text = dup_field (head, name);
  g_autoptr (GError) fault = NULL;

  if (text == NULL)
    return TRUE;

  *date = dl_date_parse (text, &fault);
  if (*date == NULL)
    dl_xml_set_error (error, dl_xml_find_child (head, DL_ARTICLE_XML_NAMESPACE, name), "%s",
                      fault->message);

  return *date != NULL;
}

static char *
dup_background (const xmlNode *head)
{
  const xmlNode *node =
    head != NULL ? dl_xml_find_child (head, DL_ARTICLE_XML_NAMESPACE, "background") : NULL;

  return node != NULL ? dl_xml_dup_attribute (node, "ref") : NULL;
}

static void
append_title (Builder *self, const xmlNode *head)
{
  const xmlNode *title =
    head != NULL ? dl_xml_find_child (head, DL_ARTICLE_XML_NAMESPACE, "title") : NULL;
  g_autofree char *supplied = title != NULL ? dl_xml_dup_attribute (title, "supplied") : NULL;
  g_autofree char *language = title != NULL ? dl_xml_dup_own_language (title) : NULL;
  g_autofree char *text = title != NULL ? dl_xml_dup_text (title) : NULL;

  if (text == NULL || g_strcmp0 (supplied, "yes") == 0)
    return;

  g_string_append (self->block, text);
  end_block (self, &(Context){ DL_BLOCK_TITLE, language });
}

static DlArticle *
build (Builder *self, const xmlNode *root, const xmlNode *head, const char *name, GError **error)
{
  g_autofree char *language = dl_xml_dup_own_language (root);
  g_autofree char *title = dup_field (head, "title");
  g_autofree char *author = dup_field (head, "author");
  g_autofree char *publisher = dup_field (head, "publisher");
  g_autofree char *url = dup_field (head, "url");
  g_autofree char *rights = dup_field (head, "rights");
  g_autofree char *background = dup_background (head);
  g_autoptr (DlDate) published = NULL;
  g_autoptr (DlDate) updated = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = self->text->len;

  if (!read_date (head, "published", &published, error) ||
      !read_date (head, "updated", &updated, error))
    return NULL;

  bytes = g_bytes_new_take (g_string_free (g_steal_pointer (&self->text), FALSE), length);
  self->text = g_string_new (NULL);

  return dl_article_new (bytes, self->blocks,
                         &(DlArticleFields){
                           .id = name,
                           .title = title,
                           .language = language,
                           .author = author,
                           .publisher = publisher,
                           .url = url,
                           .rights = rights,
                           .background = background,
                           .published = published,
                           .updated = updated,
                         });
}

/**
 * dl_article_xml_is_article:
 *
 * Tells whether the root of @doc is an article of ours, of whatever version.
 */
gboolean
dl_article_xml_is_article (xmlDoc *doc)
{
  return dl_xml_is (xmlDocGetRootElement (doc), DL_ARTICLE_XML_NAMESPACE, "article");
}

/**
 * dl_article_xml_import:
 * @doc: from dl_xml_parse(), with an article as its root
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article, or %NULL with %DL_ERROR_FORMAT (another version),
 *   %DL_ERROR_SYNTAX (a date that is none) or %DL_ERROR_EMPTY (no text in its body) set
 */
DlArticle *
dl_article_xml_import (xmlDoc *doc, const char *name, GError **error)
{
  g_autoptr (Builder) builder = builder_new ();
  g_autofree char *version = NULL;
  const xmlNode *root = xmlDocGetRootElement (doc);
  const xmlNode *head;
  const xmlNode *body;

  g_return_val_if_fail (dl_article_xml_is_article (doc), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  version = dl_xml_dup_attribute (root, "version");
  if (g_strcmp0 (version, VERSION) != 0)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_FORMAT,
                   _ ("This article is of version “%s” of the format, and only version %s can be "
                      "read. Update Dateline, or save the article in that version."),
                   version != NULL ? version : "", VERSION);
      return NULL;
    }

  head = dl_xml_find_child (root, DL_ARTICLE_XML_NAMESPACE, "head");
  body = dl_xml_find_child (root, DL_ARTICLE_XML_NAMESPACE, "body");
  append_title (builder, head);
  if (body != NULL)
    {
      Context context = { DL_BLOCK_PARAGRAPH, NULL };

      append_children (builder, body, &context);
      end_block (builder, &context);
    }
  if (builder->blocks->len == 0)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                           _ ("There is no text in this article. Open another one."));
      return NULL;
    }

  return build (builder, root, head, name, error);
}
