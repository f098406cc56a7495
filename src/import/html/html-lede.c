/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-lede.h"

#include "html-labels.h"

#include "text-width.h"

/* The words that lead into an article, which many pages put between its heading and the element
 * that holds its text.  What stands between the two and is prose belongs to the article, if it is
 * no more than a few sentences. */

/* More paragraphs than this are another text. */
#define MAX_PARAGRAPHS 4

/* Whether @node is @around or stands in it. */
static gboolean
is_in (const xmlNode *node, const xmlNode *around)
{
  while (node != NULL && node != around)
    node = node->parent;

  return node != NULL;
}

/* Returns: (nullable): the last main heading before @body; %NULL if there is one in it */
static const xmlNode *
find_heading (DlHtmlMeasures *measures, const xmlNode *body)
{
  const DlHtmlMeasure *end = dl_html_measures_find (measures, body);
  const xmlNode *heading = NULL;

  for (guint i = 0; i < dl_html_measures_count (measures); i++)
    {
      const DlHtmlMeasure *measure = dl_html_measures_get (measures, i);

      if (!dl_html_is (measure->node, "h1"))
        continue;
      if (measure < end)
        heading = measure->node;
      else if (is_in (measure->node, body))
        return NULL;
    }

  return heading;
}

static gboolean
is_prose (const DlHtmlPiece *piece)
{
  return piece->kind == DL_BLOCK_PARAGRAPH &&
         dl_text_width_measure (piece->text) >= 2 * DL_HTML_MIN_PROSE &&
         dl_html_labels_ends_with_mark (piece->text);
}

/* The prose of @node. */
static void
append (GArray *lede, const xmlNode *node, DlHtmlMeasures *measures, DlHtmlVerdict least)
{
  const DlHtmlMeasure *measure = dl_html_measures_find (measures, node);
  g_autoptr (GArray) pieces = NULL;

  if (measure == NULL || measure->verdict >= least || measure->all.n_paragraphs == 0 ||
      measure->all.links > measure->all.prose)
    return;
  pieces = dl_html_pieces_find (node, measures, least);
  for (guint i = 0; i < pieces->len; i++)
    {
      DlHtmlPiece *piece = &g_array_index (pieces, DlHtmlPiece, i);

      if (!is_prose (piece))
        continue;
      g_array_append_val (lede, *piece);
      *piece = (DlHtmlPiece){ DL_BLOCK_PARAGRAPH };
    }
}

/* The prose of all that stands behind @first and before @end, its sibling or %NULL. */
static void
append_between (GArray *lede,
                const xmlNode *first,
                const xmlNode *end,
                DlHtmlMeasures *measures,
                DlHtmlVerdict least)
{
  for (const xmlNode *node = first; node != NULL && node != end; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE)
        append (lede, node, measures, least);
    }
}

/* Returns: the child of @around that @node is or stands in */
static const xmlNode *
find_way (const xmlNode *node, const xmlNode *around)
{
  while (node->parent != around)
    node = node->parent;

  return node;
}

/**
 * dl_html_lede_prepend:
 * @pieces: (element-type DlHtmlPiece): of the text in @body
 * @body: the element that holds the article
 * @least: the least verdict that leaves an element out
 *
 * Puts what leads into the article before @pieces.
 *
 * Returns: how many paragraphs that was
 */
guint
dl_html_lede_prepend (GArray *pieces,
                      const xmlNode *body,
                      DlHtmlMeasures *measures,
                      DlHtmlVerdict least)
{
  const xmlNode *heading = find_heading (measures, body);
  const xmlNode *around = heading;
  g_autoptr (GArray) lede = NULL;

  if (heading == NULL)
    return 0;
  lede = g_array_new (FALSE, FALSE, sizeof (DlHtmlPiece));

  while (!is_in (body, around->parent))
    {
      append_between (lede, around->next, NULL, measures, least);
      around = around->parent;
    }
  append_between (lede, around->next, find_way (body, around->parent), measures, least);
  for (const xmlNode *node = find_way (body, around->parent); node != body;
       node = find_way (body, node))
    append_between (lede, node->children, find_way (body, node), measures, least);

  if (lede->len <= MAX_PARAGRAPHS)
    {
      g_array_prepend_vals (pieces, lede->data, lede->len);
      return lede->len;
    }
  for (guint i = 0; i < lede->len; i++)
    dl_html_piece_clear (&g_array_index (lede, DlHtmlPiece, i));

  return 0;
}
