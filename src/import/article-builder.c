/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-builder.h"

#include <string.h>

#include <glib/gi18n.h>

#include "deadline.h"
#include "error.h"
#include "reference.h"

/* Blocks of text, one after the other → Article.  In the article's text one LF parts two of
 * them. */

struct _DlArticleBuilder
{
  GString *text;
  GPtrArray *blocks; /* of DlBlock */
  gboolean is_full;  /* there were more than fit */
  GUri *base;        /* of relative links; or NULL */
  GArray *links;     /* of DlWebLink */
  GArray *pending;   /* of DlWebLink: of the block that comes next, in its text */
};

/* Returns: (transfer full): nothing appended yet */
DlArticleBuilder *
dl_article_builder_new (void)
{
  DlArticleBuilder *self = g_new0 (DlArticleBuilder, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = dl_web_links_new ();
  self->pending = dl_web_links_new ();

  return self;
}

void
dl_article_builder_free (DlArticleBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->base, g_uri_unref);
  g_array_unref (self->links);
  g_array_unref (self->pending);
  g_free (self);
}

guint
dl_article_builder_get_n_blocks (const DlArticleBuilder *self)
{
  return self->blocks->len;
}

/* Moves both ends of @text[@span] inwards past white space, U+00A0 not counted. */
static DlSpan
trim (const char *text, DlSpan span)
{
  while (span.start < span.end && g_ascii_isspace (text[span.start]))
    span.start++;
  while (span.end > span.start && g_ascii_isspace (text[span.end - 1]))
    span.end--;

  return span;
}

/* Many formats give the title beside the text, and many texts begin with it. */
static gboolean
repeats_title (const DlArticleBuilder *self, const char *text, gsize length)
{
  return self->blocks->len == 1 && dl_block_get_kind (self->blocks->pdata[0]) == DL_BLOCK_TITLE &&
         self->text->len == length && memcmp (self->text->str, text, length) == 0;
}

static DlBlock *
new_block (DlBlockKind kind, guint level, DlSpan span, const char *language)
{
  return kind == DL_BLOCK_HEADING ? dl_block_new_heading (level, span, language)
                                  : dl_block_new (kind, span, language);
}

/* Those of the block that was appended from @text[@of] to @block. */
static void
append_links (DlArticleBuilder *self, const char *text, DlSpan of, DlSpan block)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      const DlWebLink *link = &g_array_index (self->pending, DlWebLink, i);
      const DlSpan inside = { MAX (link->span.start, of.start), MIN (link->span.end, of.end) };
      const DlSpan span = trim (text, inside);

      if (!dl_span_is_empty (inside))
        dl_web_links_append (self->links,
                             (DlSpan){ span.start - of.start + block.start,
                                       span.end - of.start + block.start },
                             link->address);
    }
}

static void
append (DlArticleBuilder *self,
        DlBlockKind kind,
        guint level,
        const char *text,
        DlSpan of,
        const char *language)
{
  DlSpan span = trim (text, of);
  DlSpan block;

  if (dl_deadline_is_over () || span.start == span.end ||
      repeats_title (self, text + span.start, span.end - span.start))
    return;
  if (self->blocks->len >= DL_ARTICLE_MAX_BLOCKS)
    {
      self->is_full = TRUE;
      return;
    }

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  block.start = self->text->len;
  g_string_append_len (self->text, text + span.start, span.end - span.start);
  block.end = self->text->len;
  g_ptr_array_add (self->blocks, new_block (kind, level, block, language));
  append_links (self, text, span, block);
}

/**
 * dl_article_builder_set_base:
 * @address: (nullable): where on the web the text stands, for links that are relative; %NULL: they
 *   are dropped
 */
void
dl_article_builder_set_base (DlArticleBuilder *self, const char *address)
{
  g_clear_pointer (&self->base, g_uri_unref);
  self->base = dl_reference_parse_base (address);
}

/**
 * dl_article_builder_add_link:
 * @span: in the text of the block that will be appended next
 * @reference: where it leads, as the file has it; one that leads nowhere on the web is dropped
 *
 * The links of a block are added in their order.
 */
void
dl_article_builder_add_link (DlArticleBuilder *self, DlSpan span, const char *reference)
{
  g_autofree char *address = dl_reference_resolve (self->base, reference);

  if (address != NULL)
    dl_web_links_append (self->pending, span, address);
}

/**
 * dl_article_builder_append:
 * @text: UTF-8 of one block; white space at its ends is left out, a blank one altogether, and so
 *   is one after the title that says the same
 * @language: (nullable): of the block, if it is stated
 */
void
dl_article_builder_append (DlArticleBuilder *self,
                           DlBlockKind kind,
                           const char *text,
                           const char *language)
{
  append (self, kind, 1, text, (DlSpan){ 0, strlen (text) }, language);
  g_array_set_size (self->pending, 0);
}

/**
 * dl_article_builder_append_heading:
 * @level: 1 for the highest, as of dl_block_new_heading()
 *
 * As dl_article_builder_append() of %DL_BLOCK_HEADING.
 */
void
dl_article_builder_append_heading (DlArticleBuilder *self,
                                   guint level,
                                   const char *text,
                                   const char *language)
{
  append (self, DL_BLOCK_HEADING, level, text, (DlSpan){ 0, strlen (text) }, language);
  g_array_set_size (self->pending, 0);
}

/**
 * dl_article_builder_append_lines:
 * @text: UTF-8; each line of it is a block
 */
void
dl_article_builder_append_lines (DlArticleBuilder *self, DlBlockKind kind, const char *text)
{
  for (const char *line = text; *line != '\0';)
    {
      gsize length = strcspn (line, "\r\n");

      append (self, kind, 1, line, (DlSpan){ 0, length }, NULL);
      line += length;
      line += strspn (line, "\r\n");
    }
}

/* Whether @own, “fr”, says no more than @language, “fr-CH”. */
static gboolean
is_same_language (const char *own, const char *language)
{
  gsize length = strlen (own);

  return g_ascii_strncasecmp (own, language, length) == 0 &&
         (language[length] == '\0' || language[length] == '-');
}

/* A block states no language if it is the article's. */
static void
drop_language (DlArticleBuilder *self, const char *language)
{
  for (guint i = 0; language != NULL && i < self->blocks->len; i++)
    {
      DlBlock *block = self->blocks->pdata[i];
      const char *own = dl_block_get_language (block);

      if (own == NULL || !is_same_language (own, language))
        continue;
      self->blocks->pdata[i] = new_block (dl_block_get_kind (block), dl_block_get_level (block),
                                          dl_block_get_span (block), NULL);
      g_object_unref (block);
    }
}

/**
 * dl_article_builder_build:
 * @fields: what is known of the article, but for its links
 *
 * Returns: (transfer full): the article, or %NULL with %DL_ERROR_EMPTY (no block) or
 *   %DL_ERROR_TOO_LARGE (more than %DL_ARTICLE_MAX_BLOCKS) set
 */
DlArticle *
dl_article_builder_build (DlArticleBuilder *self, const DlArticleFields *fields, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  DlArticleFields linked = *fields;

  if (self->is_full)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                   _ ("This article has more than %d paragraphs. Split it into several files and "
                      "open them one by one."),
                   DL_ARTICLE_MAX_BLOCKS);
      return NULL;
    }
  if (self->blocks->len == 0)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                           _ ("There is no text in this article. Open another one."));
      return NULL;
    }

  drop_language (self, fields->language);
  bytes = g_bytes_new (self->text->str, self->text->len);

  linked.links = self->links->len > 0 ? self->links : NULL;

  return dl_article_new (bytes, self->blocks, &linked);
}
