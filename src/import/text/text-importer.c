/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text-importer.h"

#include <string.h>

#include <glib/gi18n.h>

#include "encoding.h"
#include "error.h"
#include "importer.h"
#include "paragraphs.h"

/* Plain text → Article. */

/* An editor's line that names the encoding is looked for in this many bytes. */
#define DECLARATION_BYTES 512

/* “-*- coding: euc-kr -*-” as Emacs reads it, “vim: fileencoding=euc-kr” as Vim does. */
static char *
find_declared (GBytes *bytes)
{
  static const char pattern[] = "(?:-\\*-.*?\\bcoding:|\\bvim?:.*?\\bf(?:ile)?enc(?:oding)?=)"
                                "\\s*([A-Za-z0-9][A-Za-z0-9._:-]*)";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0 ||
      !g_regex_match_full (regex, data, MIN (size, DECLARATION_BYTES), 0, 0, &match, NULL))
    return NULL;

  return g_match_info_fetch (match, 1);
}

/* CR LF and CR become LF, in place. */
static gsize
normalise_newlines (char *text, gsize length)
{
  char *to = memchr (text, '\r', length);

  if (to == NULL)
    return length;

  for (const char *from = to; from < text + length; from++)
    {
      if (*from != '\r')
        *to++ = *from;
      else if (from[1] != '\n')
        *to++ = '\n';
    }
  *to = '\0';

  return to - text;
}

/* A paragraph broken at a margin becomes one line of the same length. */
static void
join_lines (char *text, GArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const DlParagraph *paragraph = &g_array_index (paragraphs, DlParagraph, i);
      char *end = text + paragraph->span.end;

      if (paragraph->n_lines == 1)
        continue;
      for (char *p = text + paragraph->span.start; p < end; p++)
        if (*p == '\n')
          *p = ' ';
    }
}

/* Takes @text over. */
static DlArticle *
build (char *text, gsize length, GArray *paragraphs, const DlArticleFields *fields)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_full (paragraphs->len, g_object_unref);
  g_autofree char *title = NULL;
  DlArticleFields all = *fields;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const DlParagraph *paragraph = &g_array_index (paragraphs, DlParagraph, i);

      if (paragraph->kind == DL_BLOCK_TITLE)
        title =
          g_strndup (text + paragraph->span.start, paragraph->span.end - paragraph->span.start);
      g_ptr_array_add (blocks, dl_block_new (paragraph->kind, paragraph->span, NULL));
    }
  if (all.title == NULL)
    all.title = title;

  return dl_article_new (bytes, blocks, &all);
}

/**
 * dl_text_importer_import:
 * @bytes: plain text in any encoding; see dl_encoding_to_utf8()
 * @name: (nullable): the id of the article
 *
 * The text of the article is UTF-8 without a byte order mark, its lines end in LF, and a
 * paragraph that was wrapped at a margin is one line.  Its language is not stated.
 *
 * Returns: (transfer full): the article, or %NULL with %DL_ERROR_EMPTY, %DL_ERROR_ENCODING,
 *   %DL_ERROR_FORMAT (zero bytes) or %DL_ERROR_TOO_LARGE (lines) set
 */
DlArticle *
dl_text_importer_import (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GArray) paragraphs = NULL;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  declared = find_declared (bytes);
  text = dl_encoding_to_utf8 (bytes, declared, &length, error);
  if (text == NULL)
    return NULL;

  length = normalise_newlines (text, length);
  paragraphs = dl_paragraphs_find (text, length, error);
  if (paragraphs == NULL)
    return NULL;
  if (paragraphs->len == 0)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                           _ ("There is no text in this file. Open another one."));
      return NULL;
    }

  join_lines (text, paragraphs);

  return build (g_steal_pointer (&text), length, paragraphs, &(DlArticleFields){ .id = name });
}

/**
 * dl_text_importer_from_utf8:
 * @text: UTF-8; may be blank
 * @fields: (nullable): what is known of the article; without a title, the text's own is taken
 *
 * Makes an article of a text that others keep too: it stays as it is, byte for byte, so that
 * positions in the article are positions in @text.  A paragraph that was wrapped at a margin
 * is one block with newlines in it.
 *
 * Returns: (transfer full): the article, of no blocks if @text is blank; or %NULL with
 *   %DL_ERROR_ENCODING (not UTF-8, or U+0000 in it) or %DL_ERROR_TOO_LARGE set
 */
DlArticle *
dl_text_importer_from_utf8 (const char *text,
                            gsize length,
                            const DlArticleFields *fields,
                            GError **error)
{
  static const DlArticleFields nothing = { 0 };
  g_autoptr (GArray) paragraphs = NULL;
  const char *fault;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (length > DL_IMPORT_MAX_BYTES)
    {
      g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                   _ ("This text is larger than %d MiB. Split it into several and open them "
                      "one by one."),
                   DL_IMPORT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, &fault))
    {
      g_set_error (error, DL_ERROR, DL_ERROR_ENCODING,
                   _ ("This text is not valid UTF-8 at byte %zu. Convert it to UTF-8 first."),
                   (gsize) (fault - text) + 1);
      return NULL;
    }

  paragraphs = dl_paragraphs_find (text, length, error);
  if (paragraphs == NULL)
    return NULL;

  return build (g_strndup (text, length), length, paragraphs, fields != NULL ? fields : &nothing);
}
