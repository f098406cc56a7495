/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-teasers.h"

/* Ways to other articles, told by how they are built, in any language: three or more neighbours
 * of one build, each a card that begins with a link and says a little more about where it
 * leads. */

#define MIN_CARDS 3
/* A card has no more text than this, its width, nor more runs of it. */
#define MAX_CARD 600
#define MAX_CARD_RUNS 8
/* A list of lines, each hardly more than a link. */
#define LIST_LINKS 0.75
#define MIN_LINK 15

static gboolean
is_card (const DlHtmlMeasure *measure)
{
  const DlHtmlCounts *all = &measure->all;

  return (measure->leads || dl_html_is (measure->node, "article")) && all->text > 0 &&
         all->text <= MAX_CARD && all->n_runs <= MAX_CARD_RUNS &&
         (all->n_runs > 1 || all->n_headings > 0 || all->n_pictures > 0) &&
         all->links >= MIN_LINK && all->n_paragraphs <= 2 &&
         !dl_html_is_one_of (measure->node, " p td th tr dt dd h1 h2 h3 h4 h5 h6 ");
}

static gboolean
is_built_alike (const xmlNode *a, const xmlNode *b)
{
  return xmlStrEqual (a->name, b->name);
}

/* Returns: how many cards there are from @first on, one after the other */
static guint
count_cards (DlHtmlMeasures *measures, const xmlNode *first, const xmlNode **after)
{
  guint n = 0;

  for (*after = first; *after != NULL; *after = (*after)->next)
    {
      const DlHtmlMeasure *measure;

      if ((*after)->type != XML_ELEMENT_NODE)
        continue;
      measure = dl_html_measures_find (measures, *after);
      if (measure != NULL && measure->all.text == 0)
        continue;
      if (measure == NULL || !is_card (measure) || !is_built_alike (*after, first))
        break;
      n++;
    }

  return n;
}

static void
mark_run (DlHtmlMeasures *measures, const xmlNode *first, const xmlNode *after)
{
  for (const xmlNode *node = first; node != after; node = node->next)
    {
      DlHtmlMeasure *measure =
        node->type == XML_ELEMENT_NODE ? dl_html_measures_find (measures, node) : NULL;

      if (measure != NULL && measure->verdict < DL_HTML_TEASERS)
        measure->verdict = DL_HTML_TEASERS;
    }
}

static void
mark_children (DlHtmlMeasures *measures, const xmlNode *parent)
{
  const xmlNode *node = parent->children;

  while (node != NULL)
    {
      const xmlNode *after = node;

      if (node->type == XML_ELEMENT_NODE && count_cards (measures, node, &after) >= MIN_CARDS)
        mark_run (measures, node, after);
      node = after != node ? after : node->next;
    }
}

/**
 * dl_html_teasers_mark:
 * @measures: of a page, summed
 *
 * Gives the cards among them the verdict %DL_HTML_TEASERS.  The sums are to be made anew.
 */
void
dl_html_teasers_mark (DlHtmlMeasures *measures)
{
  for (guint i = 0; i < dl_html_measures_count (measures); i++)
    mark_children (measures, dl_html_measures_get (measures, i)->node);
}
