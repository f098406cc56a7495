/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-body.h"

#include <string.h>

/* Where on a page the article stands.  Every paragraph that is long enough and no list of
 * links gives its weight to all elements around it; from the page's body the way then leads
 * down into the child that holds most of the weight, as long as one does. */

/* Shorter runs of text are captions and buttons; characters. */
#define MIN_PARAGRAPH 25
/* No single paragraph may decide alone. */
#define MAX_WEIGHT 800
/* A child with so much of its parent's weight is gone into. */
#define SHARE 0.8
/* What the page itself calls its article weighs so many times. */
#define IN_ARTICLE 2

static const char PARAGRAPHS[] = " p pre td blockquote li ";

static gsize
count_text (const xmlNode *root, gboolean links_only, DlHtmlJunk *junk)
{
  const xmlNode *link = NULL;
  gsize n = 0;

  for (const xmlNode *node = root->children; node != NULL;)
    {
      const gboolean skipped = node->type != XML_TEXT_NODE && dl_html_junk_covers (junk, node);

      if (link == NULL && dl_html_is (node, "a"))
        link = node;
      if (node->type == XML_TEXT_NODE && node->content != NULL && (!links_only || link != NULL))
        n += g_utf8_strlen ((const char *) node->content, -1);
      node = dl_html_next (node, root, !skipped);
      for (const xmlNode *up = node; link != NULL; up = up->parent)
        {
          if (up == NULL || up == root)
            {
              link = NULL;
              break;
            }
          if (up == link)
            break;
        }
    }

  return n;
}

/* Text that stands in @node itself, not in its children. */
static gsize
count_own_text (const xmlNode *node)
{
  gsize n = 0;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE && !xmlIsBlankNode (child))
        n += g_utf8_strlen ((const char *) child->content, -1);
    }

  return n;
}

/* Whether the page itself calls something around @node its article. */
static gboolean
is_in_article (const xmlNode *node)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      g_autofree char *property = dl_html_dup_attribute (node, "itemprop");

      if (dl_html_is_one_of (node, " article main ") || g_strcmp0 (property, "articleBody") == 0)
        return TRUE;
    }

  return FALSE;
}

static double
weigh (const xmlNode *node, DlHtmlJunk *junk)
{
  gsize text, links;

  if (!dl_html_is_one_of (node, PARAGRAPHS))
    {
      const gsize own =
        dl_html_is_one_of (node, " div section article main span ") ? count_own_text (node) : 0;

      return own >= 4 * MIN_PARAGRAPH ? MIN (own, MAX_WEIGHT) : 0;
    }
  text = count_text (node, FALSE, junk);
  if (text < MIN_PARAGRAPH)
    return 0;
  links = count_text (node, TRUE, junk);
  if (links * 2 > text)
    return 0;

  return MIN (text - links, MAX_WEIGHT) * (dl_html_is (node, "li") ? 0.5 : 1);
}

static void
add_weight (GHashTable *weights, const xmlNode *node, double weight)
{
  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      double *sum = g_hash_table_lookup (weights, node);

      if (sum == NULL)
        {
          sum = g_new0 (double, 1);
          g_hash_table_insert (weights, (gpointer) node, sum);
        }
      *sum += weight;
    }
}

static double
get_weight (GHashTable *weights, const xmlNode *node)
{
  const double *sum = g_hash_table_lookup (weights, node);

  return sum != NULL ? *sum : 0;
}

static void
weigh_all (GHashTable *weights, const xmlNode *root, DlHtmlJunk *junk)
{
  guint visited = 0;

  for (const xmlNode *node = root->children; node != NULL && visited < DL_HTML_MAX_NODES; visited++)
    {
      const gboolean covered = dl_html_junk_covers (junk, node);
      double weight = covered ? 0 : weigh (node, junk);

      if (weight > 0 && is_in_article (node))
        weight *= IN_ARTICLE;

      if (weight > 0)
        add_weight (weights, node, weight);
      /* a paragraph is weighed with all that is in it */
      node = dl_html_next (node, root, !covered && !dl_html_is_one_of (node, " p pre "));
    }
}

static const xmlNode *
find_heaviest_child (GHashTable *weights, const xmlNode *node)
{
  const xmlNode *best = NULL;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (get_weight (weights, child) > (best != NULL ? get_weight (weights, best) : 0))
        best = child;
    }

  return best;
}

/**
 * dl_html_body_find:
 * @root: the page's root
 *
 * Returns: the element that holds the article, at worst @root
 */
const xmlNode *
dl_html_body_find (const xmlNode *root, DlHtmlJunk *junk)
{
  g_autoptr (GHashTable) weights = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const xmlNode *node = root;

  weigh_all (weights, root, junk);
  for (;;)
    {
      const xmlNode *child = find_heaviest_child (weights, node);

      if (child == NULL || dl_html_is_one_of (child, " p pre li td blockquote tr tbody ") ||
          get_weight (weights, child) < SHARE * get_weight (weights, node))
        return node;
      node = child;
    }
}
