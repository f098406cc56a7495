/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-body.h"

/* Where on a page the article stands.  From the page's root the way leads down into the child
 * that holds most of the prose, as long as one does; what the page itself calls its article
 * counts for more. */

/* A child with so much of its parent's weight is gone into … */
#define SHARE 0.8
/* … unless so much of its prose would be lost with the child's likes beside it. */
#define LOSS 0.1
/* What the page itself calls its article weighs so many times. */
#define IN_ARTICLE 2

static const char UNITS[] = " p pre li td th blockquote tr tbody dl ";

/* Returns: (transfer full): the weight of each measure, in their order */
static GArray *
weigh_all (DlHtmlMeasures *measures, DlHtmlVerdict least)
{
  guint n = dl_html_measures_count (measures);
  GArray *weights = g_array_sized_new (FALSE, TRUE, sizeof (double), n);
  g_autofree gboolean *in_article = g_new0 (gboolean, n);

  g_array_set_size (weights, n);
  for (guint i = 0; i < n; i++)
    {
      const DlHtmlMeasure *measure = dl_html_measures_get (measures, i);

      in_article[i] = in_article[measure->parent] || dl_html_is_called_article (measure->node);
      g_array_index (weights, double, i) = measure->own.weight * (in_article[i] ? IN_ARTICLE : 1.0);
    }
  for (guint i = n - 1; i > 0; i--)
    {
      const DlHtmlMeasure *measure = dl_html_measures_get (measures, i);

      if (measure->verdict >= least)
        g_array_index (weights, double, i) = 0;
      g_array_index (weights, double, measure->parent) += g_array_index (weights, double, i);
    }

  return weights;
}

static double
get_weight (DlHtmlMeasures *measures, const GArray *weights, const xmlNode *node)
{
  const DlHtmlMeasure *measure = dl_html_measures_find (measures, node);

  if (measure == NULL)
    return 0;

  return g_array_index (weights, double, measure - dl_html_measures_get (measures, 0));
}

static const xmlNode *
find_heaviest_child (DlHtmlMeasures *measures, const GArray *weights, const xmlNode *node)
{
  const xmlNode *best = NULL;
  double most = 0;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      double weight = child->type == XML_ELEMENT_NODE ? get_weight (measures, weights, child) : 0;

      if (weight > most)
        {
          best = child;
          most = weight;
        }
    }

  return best;
}

static gboolean
is_alike (const xmlNode *a, const xmlNode *b)
{
  g_autofree char *class_a = dl_html_dup_attribute (a, "class");
  g_autofree char *class_b = dl_html_dup_attribute (b, "class");

  return xmlStrEqual (a->name, b->name) && g_strcmp0 (class_a, class_b) == 0;
}

/* How much of the weight beside @child stands in what is built as it is, or in paragraphs. */
static double
weigh_likes (DlHtmlMeasures *measures, const GArray *weights, const xmlNode *child)
{
  double sum = 0;

  for (const xmlNode *other = child->parent->children; other != NULL; other = other->next)
    {
      if (other->type == XML_ELEMENT_NODE && other != child &&
          (dl_html_is_one_of (other, UNITS) || is_alike (other, child)))
        sum += get_weight (measures, weights, other);
    }

  return sum;
}

/**
 * dl_html_body_find:
 * @measures: of the page
 * @least: the least verdict that leaves an element out
 *
 * Returns: the element that holds the article, at worst the root
 */
const xmlNode *
dl_html_body_find (DlHtmlMeasures *measures, DlHtmlVerdict least)
{
  g_autoptr (GArray) weights = weigh_all (measures, least);
  const xmlNode *node = dl_html_measures_get (measures, 0)->node;

  for (;;)
    {
      const xmlNode *child = find_heaviest_child (measures, weights, node);
      double weight = child != NULL ? get_weight (measures, weights, child) : 0;

      if (child == NULL || dl_html_is_one_of (child, UNITS) ||
          weight < SHARE * get_weight (measures, weights, node) ||
          weigh_likes (measures, weights, child) > LOSS * weight)
        return node;
      node = child;
    }
}
