/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-measure.h"

#include "html-walk.h"
#include "text-width.h"

/* How much text, prose and links there are in each element of a page, counted in one walk.
 *
 * 1. A measure comes after its parent's, so sums are made from the last to the first.
 * 2. A node's place among the measures, plus one, is kept in its _private, which libxml2 leaves
 *    to whoever uses the tree.
 * 3. What is junk for sure is not gone into: nothing under it has a measure. */

struct _DlHtmlMeasures
{
  GArray *measures; /* of DlHtmlMeasure */
};

typedef struct
{
  GArray *measures;
  DlHtmlJudge judge;
  gpointer user_data;

  /* The run of text that the walk is in. */
  guint owner; /* place of the element that it began in */
  guint text, links;
  gboolean in_space;
} Counter;

static DlHtmlMeasure *
get (GArray *measures, guint position)
{
  return &g_array_index (measures, DlHtmlMeasure, position);
}

static guint
get_place (const xmlNode *node)
{
  return GPOINTER_TO_UINT (node->_private) - 1;
}

static guint
append (GArray *measures, const xmlNode *node, guint parent, DlHtmlVerdict verdict)
{
  DlHtmlMeasure measure = { .node = node, .parent = parent, .verdict = verdict };

  g_array_append_val (measures, measure);
  ((xmlNode *) node)->_private = GUINT_TO_POINTER (measures->len);

  return measures->len - 1;
}

static gboolean
enter_cb (const xmlNode *element, gpointer user_data)
{
  Counter *self = user_data;
  guint parent = get_place (element->parent);
  DlHtmlVerdict verdict = self->judge (element, self->user_data);
  DlHtmlCounts *own = &get (self->measures, append (self->measures, element, parent, verdict))->own;

  own->n_headings += dl_html_is_one_of (element, " h1 h2 h3 h4 h5 h6 ");
  own->n_pictures += dl_html_is_one_of (element, " img picture video ");

  return verdict != DL_HTML_JUNK;
}

static void
text_cb (const xmlNode *text, const xmlNode *link, gpointer user_data)
{
  Counter *self = user_data;
  guint n = 0;

  for (const char *p = dl_html_get_content (text); *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = g_ascii_isspace (*p);

      n += space && self->in_space ? 0 : dl_text_width_is_wide (p) ? 2 : 1;
      self->in_space = space;
    }
  if (self->text == 0 && n > 0)
    self->owner = get_place (text->parent);
  self->text += n;
  self->links += link != NULL ? n : 0;
}

/* The first run of every element around it that had none yet. */
static void
mark_first (Counter *self, gboolean leads)
{
  DlHtmlMeasure *measure = get (self->measures, self->owner);

  while (!measure->begun)
    {
      measure->begun = TRUE;
      measure->leads = leads;
      measure = get (self->measures, measure->parent);
    }
}

static void
end_run_cb (const xmlNode *block, gpointer user_data)
{
  Counter *self = user_data;
  DlHtmlCounts *own = &get (self->measures, self->owner)->own;
  guint prose = self->text - self->links;

  if (self->text == 0)
    return;
  own->text += self->text;
  own->links += self->links;
  own->n_runs++;
  if (self->text >= DL_HTML_MIN_PROSE && self->links <= prose)
    {
      own->prose += prose;
      own->weight += MIN (prose, DL_HTML_MAX_RUN);
      own->n_paragraphs++;
    }
  mark_first (self, prose * 10 <= self->text);
  self->text = self->links = 0;
  self->in_space = TRUE;
}

/**
 * dl_html_measures_new:
 * @judge: tells of an element, by itself, whether it is left out
 *
 * Nothing is summed yet.
 *
 * Returns: (transfer full): the measures, which must not outlive the tree
 */
DlHtmlMeasures *
dl_html_measures_new (const xmlNode *root, DlHtmlJudge judge, gpointer user_data)
{
  static const DlHtmlVisitor visitor = { enter_cb, text_cb, end_run_cb };
  DlHtmlMeasures *self = g_new0 (DlHtmlMeasures, 1);
  Counter counter = { .judge = judge, .user_data = user_data, .in_space = TRUE };

  self->measures = counter.measures = g_array_new (FALSE, FALSE, sizeof (DlHtmlMeasure));
  append (self->measures, root, 0, DL_HTML_KEPT);
  dl_html_walk (root, &visitor, &counter);

  return self;
}

void
dl_html_measures_free (DlHtmlMeasures *self)
{
  g_array_unref (self->measures);
  g_free (self);
}

guint
dl_html_measures_count (const DlHtmlMeasures *self)
{
  return self->measures->len;
}

DlHtmlMeasure *
dl_html_measures_get (const DlHtmlMeasures *self, guint position)
{
  return get (self->measures, position);
}

/* Returns: (nullable): the measure of @node; %NULL if it stands in junk */
DlHtmlMeasure *
dl_html_measures_find (const DlHtmlMeasures *self, const xmlNode *node)
{
  return node->_private != NULL ? get (self->measures, get_place (node)) : NULL;
}

static void
add (DlHtmlCounts *sum, const DlHtmlCounts *part)
{
  sum->text += part->text;
  sum->links += part->links;
  sum->prose += part->prose;
  sum->weight += part->weight;
  sum->n_runs += part->n_runs;
  sum->n_paragraphs += part->n_paragraphs;
  sum->n_headings += part->n_headings;
  sum->n_pictures += part->n_pictures;
}

/**
 * dl_html_measures_sum:
 * @least: the least verdict that leaves an element out
 *
 * Makes all sums anew.  What is left out has sums of its own, but adds to none.
 */
void
dl_html_measures_sum (DlHtmlMeasures *self, DlHtmlVerdict least)
{
  for (guint i = 0; i < self->measures->len; i++)
    get (self->measures, i)->all = get (self->measures, i)->own;
  for (guint i = self->measures->len - 1; i > 0; i--)
    {
      const DlHtmlMeasure *measure = get (self->measures, i);

      if (measure->verdict < least)
        add (&get (self->measures, measure->parent)->all, &measure->all);
    }
}
