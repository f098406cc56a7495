/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-labels.h"

#include <string.h>

#include "text-width.h"

/* What stands among the blocks of an article and is none of its text, told by how it is set, in
 * any language.  A label is a short paragraph or heading that does not end with a mark.
 *
 * 1. Labels before the first and after the last block that is no label say who wrote it and
 *    when, and where else to go, but for the first of several headings; so does a last block that begins with the sign of copyright.
 * 2. A word or two that come twice or more are no text of the article: “Advertisement”.
 * 3. A heading that no text follows heads what was left out, unless it is a sentence, and so does
 *    a label before a list of links; a heading that says the title again says nothing.
 * 4. Among the first blocks, a label with a date, or a line with two, says when the article was
 *    written, and one with the author's name and hardly a word more, by whom. */

/* Width. */
#define MAX_LABEL 100
/* (2) */
#define MAX_REPEATED 24
/* (3): one link alone may stand between a heading and its text. */
#define MIN_LINKS 2
/* (4) */
#define MAX_FIRST 4
#define MAX_BYLINE 16

#define FINAL_MARKS ".!?…:;\"'”’“»«›。．！？：；」』؟۔؛।"
/* Behind such a mark; alone they end a note, as of a time zone. */
#define BRACKETS ")]）］】"
#define OPENING_BRACKETS "([（［【"

static const DlHtmlPiece *
get (const GArray *pieces, guint i)
{
  return &g_array_index (pieces, DlHtmlPiece, i);
}

/* Returns: (nullable): the last character before the bracket that is closed by the one at @last */
static const char *
skip_bracketed (const char *text, const char *last)
{
  do
    last = g_utf8_find_prev_char (text, last);
  while (last != NULL && g_utf8_strchr (OPENING_BRACKETS, -1, g_utf8_get_char (last)) == NULL);
  do
    last = last != NULL ? g_utf8_find_prev_char (text, last) : NULL;
  while (last != NULL && g_ascii_isspace (*last));

  return last;
}

static gboolean
is_final_mark (const char *at)
{
  return at != NULL && g_utf8_strchr (FINAL_MARKS, -1, g_utf8_get_char (at)) != NULL;
}

/**
 * dl_html_labels_ends_with_mark:
 * @text: of one block
 *
 * Returns: whether it ends as a sentence does, in any script; a note in brackets may follow
 */
gboolean
dl_html_labels_ends_with_mark (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));
  const char *inner = last;

  if (last == NULL || g_utf8_strchr (BRACKETS, -1, g_utf8_get_char (last)) == NULL)
    return is_final_mark (last);
  while (inner != NULL && g_utf8_strchr (BRACKETS, -1, g_utf8_get_char (inner)) != NULL)
    inner = g_utf8_find_prev_char (text, inner);

  return is_final_mark (inner) || is_final_mark (skip_bracketed (text, last));
}

static gboolean
is_label (const DlHtmlPiece *piece)
{
  return (piece->kind == DL_BLOCK_PARAGRAPH || piece->kind == DL_BLOCK_HEADING) &&
         dl_text_width_measure (piece->text) <= MAX_LABEL &&
         !dl_html_labels_ends_with_mark (piece->text);
}

static gboolean
is_copyright (const char *text)
{
  if (g_ascii_strncasecmp (text, "copyright ", strlen ("copyright ")) == 0)
    text += strlen ("copyright ");

  return g_str_has_prefix (text, "©") || g_str_has_prefix (text, "ⓒ");
}

/* Whether it is a heading, and others of its level follow. */
static gboolean
is_section (const GArray *pieces, guint position)
{
  const guint level = get (pieces, position)->level;

  for (guint i = position + 1; level > 0 && i < pieces->len; i++)
    if (get (pieces, i)->level == level)
      return TRUE;

  return FALSE;
}

/* (1) */
static void
trim (GArray *pieces)
{
  guint first = 0, end = pieces->len;

  while (first < end && is_label (get (pieces, first)))
    first++;
  while (end > first &&
         (is_label (get (pieces, end - 1)) || is_copyright (get (pieces, end - 1)->text)))
    end--;
  if (first == end)
    return;
  if (first > 0 && is_section (pieces, first - 1))
    first--;
  g_array_set_size (pieces, end);
  g_array_remove_range (pieces, 0, first);
}

/* Returns: (transfer full): the labels, each with how often it comes */
static GHashTable *
count_labels (const GArray *pieces)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < pieces->len; i++)
    {
      char *text = get (pieces, i)->text;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, text));

      if (is_label (get (pieces, i)) && get (pieces, i)->level == 0 &&
          dl_text_width_measure (text) <= MAX_REPEATED)
        g_hash_table_insert (counts, text, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

/* “Read also:” */
static gboolean
is_announcement (const char *text)
{
  return dl_text_width_measure (text) <= MAX_REPEATED &&
         (g_str_has_suffix (text, ":") || g_str_has_suffix (text, "："));
}

/* (3) */
static gboolean
is_empty_heading (const GArray *pieces, guint i, const char *title)
{
  const DlHtmlPiece *piece = get (pieces, i);

  if (piece->n_links >= MIN_LINKS && (is_label (piece) || is_announcement (piece->text)))
    return TRUE;
  if (piece->level == 0)
    return FALSE;
  if (i + 1 == pieces->len || g_strcmp0 (piece->text, title) == 0)
    return TRUE;
  if (dl_html_labels_ends_with_mark (piece->text))
    return FALSE;

  return get (pieces, i + 1)->level != 0 && get (pieces, i + 1)->level <= piece->level;
}

/* Those that count as paragraphs of the page; the title's is not lost. */
static guint
count_paragraphs (const GArray *pieces, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    n += dl_text_width_measure (get (pieces, i)->text) >= DL_HTML_MIN_PROSE &&
         g_strcmp0 (get (pieces, i)->text, title) != 0;

  return n;
}

/* (4) */
static gboolean
is_dateline (const GArray *pieces, guint i, DlDateText *dates)
{
  const DlHtmlPiece *piece = get (pieces, i);
  g_autoptr (DlDate) last = NULL;

  return i < MAX_FIRST && piece->kind == DL_BLOCK_PARAGRAPH &&
         dl_text_width_measure (piece->text) <= MAX_LABEL &&
         dl_date_text_find (dates, piece->text, NULL, &last) && (is_label (piece) || last != NULL);
}

/* (4): “By Ann Writer” */
static gboolean
is_byline (const GArray *pieces, guint i, const char *author)
{
  const DlHtmlPiece *piece = get (pieces, i);

  return i < MAX_FIRST && author != NULL && piece->kind == DL_BLOCK_PARAGRAPH && is_label (piece) &&
         strstr (piece->text, author) != NULL &&
         dl_text_width_measure (piece->text) <= dl_text_width_measure (author) + MAX_BYLINE;
}

static void
drop (GArray *pieces, const char *title, const char *author, DlDateText *dates)
{
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));

  trim (pieces);
  counts = count_labels (pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, get (pieces, i)->text)) > 1 ||
          is_empty_heading (pieces, i, title) || is_dateline (pieces, i, dates) ||
          is_byline (pieces, i, author))
        g_array_append_val (dropped, i);
    }
  if (dropped->len == pieces->len)
    return;
  for (guint i = dropped->len; i > 0; i--)
    g_array_remove_index (pieces, g_array_index (dropped, guint, i - 1));
}

/**
 * dl_html_labels_drop:
 * @pieces: (element-type DlHtmlPiece): of a page's article
 * @title: (nullable): the article's
 * @author: (nullable): its author's name
 * @dates: of its language
 *
 * Takes out of @pieces what is no text.  What is nothing but labels stays as it is.
 *
 * Returns: how many paragraphs of the page were taken out
 */
guint
dl_html_labels_drop (GArray *pieces, const char *title, const char *author, DlDateText *dates)
{
  guint before = count_paragraphs (pieces, title);

  drop (pieces, title, author, dates);

  return before - count_paragraphs (pieces, title);
}
