/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-walk.h"

#include "deadline.h"

/* A walk over a page that knows where its runs of text begin and end: at the edges of elements
 * that stand as blocks, and at two line breaks.  It does not recurse, so no nesting can exhaust
 * the stack. */

static const char BLOCKS[] =
  " address article aside blockquote body caption center dd details dialog div dl dt fieldset "
  "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section "
  "summary table tbody td tfoot th thead tr ul ";

typedef struct
{
  const DlHtmlVisitor *visitor;
  gpointer user_data;
  const xmlNode *link; /* (nullable): the one around the walk */
} Walk;

/* “<br><br>” parts paragraphs, a single one lines. */
static gboolean
parts_paragraphs (const xmlNode *node)
{
  const xmlNode *next = node->next;

  while (next != NULL && next->type == XML_TEXT_NODE && xmlIsBlankNode (next))
    next = next->next;

  return dl_html_is (node, "br") && dl_html_is (next, "br");
}

/* Returns: whether to go into @node */
static gboolean
begin (Walk *self, const xmlNode *node)
{
  gboolean into = FALSE;

  if (node->type == XML_ELEMENT_NODE)
    {
      if (dl_html_is_one_of (node, BLOCKS) || parts_paragraphs (node))
        self->visitor->end_run (node, self->user_data);
      else if (dl_html_is (node, "br"))
        self->visitor->text (node, self->link, self->user_data);
      into = self->visitor->enter (node, self->user_data);
      if (into && self->link == NULL && dl_html_is (node, "a") &&
          xmlHasProp ((xmlNode *) node, (const xmlChar *) "href") != NULL)
        self->link = node;
    }
  else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    self->visitor->text (node, self->link, self->user_data);

  return into;
}

static void
end (Walk *self, const xmlNode *node)
{
  if (dl_html_is_one_of (node, BLOCKS))
    self->visitor->end_run (node, self->user_data);
  if (self->link == node)
    self->link = NULL;
}

/**
 * dl_html_walk:
 * @root: what is gone through; it is not entered itself
 */
void
dl_html_walk (const xmlNode *root, const DlHtmlVisitor *visitor, gpointer user_data)
{
  Walk self = { .visitor = visitor, .user_data = user_data };
  const xmlNode *node = root->children;

  while (node != NULL && !dl_deadline_is_over ())
    {
      if (begin (&self, node) && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      end (&self, node);
      while (node->next == NULL && node->parent != root)
        {
          node = node->parent;
          end (&self, node);
        }
      node = node->next;
    }
  visitor->end_run (root, user_data);
}
