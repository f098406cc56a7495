/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-dateline.h"

#include <string.h>

#include "html-labels.h"
#include "html-walk.h"
#include "text-width.h"
#include "xml-tree.h"

/* When an article was published, as its reader sees it: the date that stands near the headline, or
 * below the text.
 *
 * 1. First comes what stands between the headline and the third paragraph, and of that the first;
 *    then what stands right above the headline, then what comes after the text.
 * 2. Of two dates that stand together the earlier is that of publication, the later that of an
 *    update.
 * 3. A page may give the day of the visit at its head: that has another element around it. */

/* A longer run of text is no such line; nor is a sentence that is longer than this; width. */
#define MAX_LINE 100
#define MAX_SENTENCE 50
/* (1) */
#define MAX_PARAGRAPHS 3
#define MAX_ABOVE 6
#define MAX_BELOW 6
/* (2): runs that stand together. */
#define MAX_TOGETHER 3
/* (3): how far out from the headline, in elements. */
#define MAX_OUTWARD 2
/* No page has so many lines. */
#define MAX_RUNS 20000

typedef struct
{
  char *text;          /* owned */
  const xmlNode *node; /* where it begins */
} Run;

typedef struct
{
  DlHtmlMeasures *measures;
  GArray *runs; /* of Run */
  GString *run; /* the one that the walk is in */
  const xmlNode *first;
} Collector;

static void
clear_run (gpointer data)
{
  g_free (((Run *) data)->text);
}

static gboolean
enter_cb (const xmlNode *element, gpointer user_data)
{
  Collector *self = user_data;
  const DlHtmlMeasure *measure = dl_html_measures_find (self->measures, element);

  return measure != NULL && measure->verdict < DL_HTML_BESIDE;
}

static void
text_cb (const xmlNode *text, const xmlNode *link, gpointer user_data)
{
  Collector *self = user_data;

  if (self->first == NULL && !xmlIsBlankNode (text))
    self->first = text;
  dl_xml_append_text (self->run, dl_html_get_content (text));
}

static void
end_run_cb (const xmlNode *block, gpointer user_data)
{
  Collector *self = user_data;
  Run run = { NULL, self->first };

  if (self->run->len > 0 && self->first != NULL && self->runs->len < MAX_RUNS)
    {
      run.text = g_strstrip (g_strndup (self->run->str, self->run->len));
      g_array_append_val (self->runs, run);
    }
  g_string_truncate (self->run, 0);
  self->first = NULL;
}

/* Returns: (transfer full) (element-type Run): the runs of text on the page, in order */
static GArray *
collect (DlHtmlMeasures *measures, const xmlNode *root)
{
  static const DlHtmlVisitor visitor = { enter_cb, text_cb, end_run_cb };
  g_autoptr (GString) text = g_string_new (NULL);
  Collector collector = { .measures = measures, .run = text };

  collector.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (collector.runs, clear_run);
  dl_html_walk (root, &visitor, &collector);

  return collector.runs;
}

/* A row with a head of its own says something of what the article is about. */
static gboolean
is_fact (const xmlNode *node)
{
  while (node != NULL && !dl_html_is (node, "tr"))
    node = node->parent;
  for (node = node != NULL ? node->children : NULL; node != NULL; node = node->next)
    if (dl_html_is (node, "th"))
      return TRUE;

  return FALSE;
}

static gboolean
is_within (const xmlNode *node, const xmlNode *scope)
{
  while (node != NULL && node != scope)
    node = node->parent;

  return node != NULL;
}

static gboolean
is_line (const char *text)
{
  const guint width = dl_text_width_measure (text);

  return width <= (dl_html_labels_ends_with_mark (text) ? MAX_SENTENCE : MAX_LINE);
}

/* Whether there is a date in the runs from @position on that stand together. */
static gboolean
read_line (const GArray *runs,
           guint position,
           DlDateText *dates,
           DlDate **published,
           DlDate **updated)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (!is_line (g_array_index (runs, Run, position).text) ||
      is_fact (g_array_index (runs, Run, position).node) ||
      !dl_date_text_find (dates, g_array_index (runs, Run, position).text, NULL, NULL))
    return FALSE;
  for (guint i = position; i < MIN (position + MAX_TOGETHER, runs->len); i++)
    {
      const char *text = g_array_index (runs, Run, i).text;

      if (!is_line (text))
        break;
      g_string_append_printf (line, "%s\n", text);
    }

  return dl_date_text_find (dates, line->str, published, updated);
}

/* (1) */
static gboolean
read_below_headline (const GArray *runs,
                     guint headline,
                     DlDateText *dates,
                     DlDate **published,
                     DlDate **updated)
{
  guint n_paragraphs = 0;

  for (guint i = headline + 1; i < runs->len && n_paragraphs < MAX_PARAGRAPHS; i++)
    {
      if (read_line (runs, i, dates, published, updated))
        return TRUE;
      n_paragraphs += !is_line (g_array_index (runs, Run, i).text);
    }

  return FALSE;
}

/* (1), (3) */
static gboolean
read_above_headline (const GArray *runs,
                     guint headline,
                     DlDateText *dates,
                     DlDate **published,
                     DlDate **updated)
{
  const xmlNode *scope = g_array_index (runs, Run, headline).node->parent;

  for (guint i = 0; i < MAX_OUTWARD && scope->parent != NULL &&
                    scope->parent->type == XML_ELEMENT_NODE && !dl_html_is (scope->parent, "body");
       i++)
    scope = scope->parent;
  for (guint i = headline; i > 0 && i + MAX_ABOVE > headline; i--)
    if (is_within (g_array_index (runs, Run, i - 1).node, scope) &&
        read_line (runs, i - 1, dates, published, updated))
      return TRUE;

  return FALSE;
}

/* (1) */
static gboolean
read_below_text (const GArray *runs,
                 const xmlNode *body,
                 DlDateText *dates,
                 DlDate **published,
                 DlDate **updated)
{
  guint end = runs->len;

  while (end > 0 && !is_within (g_array_index (runs, Run, end - 1).node, body))
    end--;
  /* the last line of the text itself, too */
  for (guint i = MAX (end, 1) - 1; i < MIN (end + MAX_BELOW, runs->len); i++)
    if (read_line (runs, i, dates, published, updated))
      return TRUE;

  return FALSE;
}

/* Returns: the place of the headline, or that of the first run of @body */
static guint
find_headline (const GArray *runs, const xmlNode *body, const char *title)
{
  for (guint i = 0; title != NULL && i < runs->len; i++)
    if (strcmp (g_array_index (runs, Run, i).text, title) == 0)
      return i;
  for (guint i = 0; i < runs->len; i++)
    if (is_within (g_array_index (runs, Run, i).node, body))
      return i;

  return 0;
}

/**
 * dl_html_dateline_find:
 * @measures: of the page, judged
 * @body: the element that holds the article
 * @title: (nullable): the article's
 * @published: (out) (nullable): owned by the caller
 * @updated: (out) (nullable): likewise
 *
 * Returns: whether the page shows when the article was published
 */
gboolean
dl_html_dateline_find (DlHtmlMeasures *measures,
                       const xmlNode *root,
                       const xmlNode *body,
                       const char *title,
                       DlDateText *dates,
                       DlDate **published,
                       DlDate **updated)
{
  g_autoptr (GArray) runs = collect (measures, root);
  guint headline;

  *published = *updated = NULL;
  if (runs->len == 0)
    return FALSE;
  headline = find_headline (runs, body, title);

  return read_below_headline (runs, headline, dates, published, updated) ||
         read_above_headline (runs, headline, dates, published, updated) ||
         read_below_text (runs, body, dates, published, updated);
}
