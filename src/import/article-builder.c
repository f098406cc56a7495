/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-builder.h"

#include <string.h>

#include <glib/gi18n.h>

#include "deadline.h"
#include "error.h"

/* Blocks of text, one after the other → Article.  In the article's text one LF parts two of
 * them. */

struct _DlArticleBuilder
{
  GString *text;
  GPtrArray *blocks; /* of DlBlock */
  gboolean is_full;  /* there were more than fit */
};

/* Returns: (transfer full): nothing appended yet */
DlArticleBuilder *
dl_article_builder_new (void)
{
  DlArticleBuilder *self = g_new0 (DlArticleBuilder, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
dl_article_builder_free (DlArticleBuilder *self)
{
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->blocks);
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
 * @fields: what is known of the article
 *
 * Returns: (transfer full): the article, or %NULL with %DL_ERROR_EMPTY (no block) or
 *   %DL_ERROR_TOO_LARGE (more than %DL_ARTICLE_MAX_BLOCKS) set
 */
DlArticle *
dl_article_builder_build (DlArticleBuilder *self, const DlArticleFields *fields, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

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

  return dl_article_new (bytes, self->blocks, fields);
}
