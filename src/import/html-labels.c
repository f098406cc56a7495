/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-labels.h"

#include <string.h>

/* What stands among the blocks of an article and is none of its text, told by how it is set, in
 * any language.  A label is a short paragraph or heading that does not end with a mark.
 *
 * 1. Labels before the first and after the last block that is no label say who wrote it and
 *    when, and where else to go; so does a last block that begins with the sign of copyright.
 * 2. A word or two that come twice or more are no text of the article: “Advertisement”.
 * 3. A heading that no text follows heads what was left out; one that says the title again says
 *    nothing. */

/* Bytes. */
#define MAX_LABEL 100
/* (2) */
#define MAX_REPEATED 24

#define FINAL_MARKS ".!?…:;\"'”’»。！？」』؟۔।"
/* Behind such a mark; alone they end a note, as of a time zone. */
#define BRACKETS ")]）"

static const DlHtmlPiece *
get (const GArray *pieces, guint i)
{
  return &g_array_index (pieces, DlHtmlPiece, i);
}

static gboolean
ends_with_mark (const char *text)
{
  const char *last = g_utf8_find_prev_char (text, text + strlen (text));

  while (last != NULL && g_utf8_strchr (BRACKETS, -1, g_utf8_get_char (last)) != NULL)
    last = g_utf8_find_prev_char (text, last);

  return last != NULL && g_utf8_strchr (FINAL_MARKS, -1, g_utf8_get_char (last)) != NULL;
}

static gboolean
is_label (const DlHtmlPiece *piece)
{
  return (piece->kind == DL_BLOCK_PARAGRAPH || piece->kind == DL_BLOCK_HEADING) &&
         strlen (piece->text) <= MAX_LABEL && !ends_with_mark (piece->text);
}

static gboolean
is_copyright (const char *text)
{
  if (g_ascii_strncasecmp (text, "copyright ", strlen ("copyright ")) == 0)
    text += strlen ("copyright ");

  return g_str_has_prefix (text, "©") || g_str_has_prefix (text, "ⓒ");
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
          strlen (text) <= MAX_REPEATED)
        g_hash_table_insert (counts, text, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

/* (3) */
static gboolean
is_empty_heading (const GArray *pieces, guint i, const char *title)
{
  const DlHtmlPiece *piece = get (pieces, i);

  if (piece->level == 0)
    return FALSE;
  if (i + 1 == pieces->len || g_strcmp0 (piece->text, title) == 0)
    return TRUE;

  return get (pieces, i + 1)->level != 0 && get (pieces, i + 1)->level <= piece->level;
}

/* Those that count as paragraphs of the page; the title's is not lost. */
static guint
count_paragraphs (const GArray *pieces, const char *title)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    n += g_utf8_strlen (get (pieces, i)->text, -1) >= DL_HTML_MIN_PROSE &&
         g_strcmp0 (get (pieces, i)->text, title) != 0;

  return n;
}

static void
drop (GArray *pieces, const char *title)
{
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));

  trim (pieces);
  counts = count_labels (pieces);
  for (guint i = 0; i < pieces->len; i++)
    {
      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, get (pieces, i)->text)) > 1 ||
          is_empty_heading (pieces, i, title))
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
 *
 * Takes out of @pieces what is no text.  What is nothing but labels stays as it is.
 *
 * Returns: how many paragraphs of the page were taken out
 */
guint
dl_html_labels_drop (GArray *pieces, const char *title)
{
  guint before = count_paragraphs (pieces, title);

  drop (pieces, title);

  return before - count_paragraphs (pieces, title);
}
