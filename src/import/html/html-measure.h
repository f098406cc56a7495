/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "html.h"

G_BEGIN_DECLS

/* Shorter runs of text are buttons, labels and captions; width, as of dl_text_width_measure(). */
#define DL_HTML_MIN_PROSE 25
/* No single run of text may decide where the article is; width. */
#define DL_HTML_MAX_RUN 800

/**
 * DlHtmlVerdict:
 * @DL_HTML_DOUBTFUL: beside the article by its name, unless it turns out to hold the page's text
 * @DL_HTML_BESIDE: beside the article by its name, however much text it holds
 * @DL_HTML_TEASERS: leads to other articles, by its build
 * @DL_HTML_JUNK: no text of any article
 * @DL_HTML_NOT_TEXT: no verdict, but the least one that leaves an element out where nothing
 *   that is text shall be left out
 */
typedef enum
{
  DL_HTML_KEPT,
  DL_HTML_DOUBTFUL,
  DL_HTML_BESIDE,
  DL_HTML_TEASERS,
  DL_HTML_JUNK,
  DL_HTML_NOT_TEXT,
} DlHtmlVerdict;

typedef DlHtmlVerdict (*DlHtmlJudge) (const xmlNode *element, gpointer user_data);

/**
 * DlHtmlCounts:
 * @text: its width, white space folded
 * @links: that of what is in links
 * @prose: that of what is not in links, in runs of text that are no labels
 * @weight: as @prose, no run counting for more than %DL_HTML_MAX_RUN
 * @n_runs: runs of text
 * @n_paragraphs: those of them that are prose
 */
typedef struct
{
  guint text, links, prose, weight, n_runs, n_paragraphs, n_headings, n_pictures;
} DlHtmlCounts;

/**
 * DlHtmlMeasure:
 * @parent: the place of the element around it; its own for the root
 * @begun: whether any text is in it
 * @leads: whether its first run of text is a link
 * @own: of the text that stands in the element itself
 * @all: of all that is in it, but for what is left out
 */
typedef struct
{
  const xmlNode *node;
  guint parent;
  DlHtmlVerdict verdict;
  gboolean begun, leads;
  DlHtmlCounts own, all;
} DlHtmlMeasure;

/* The measures of a page's elements in their order, the root's first. */
typedef struct _DlHtmlMeasures DlHtmlMeasures;

DlHtmlMeasures *dl_html_measures_new (const xmlNode *root, DlHtmlJudge judge, gpointer user_data);
void dl_html_measures_free (DlHtmlMeasures *self);
guint dl_html_measures_count (const DlHtmlMeasures *self);
DlHtmlMeasure *dl_html_measures_get (const DlHtmlMeasures *self, guint position);
DlHtmlMeasure *dl_html_measures_find (const DlHtmlMeasures *self, const xmlNode *node);
void dl_html_measures_sum (DlHtmlMeasures *self, DlHtmlVerdict least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlHtmlMeasures, dl_html_measures_free)

G_END_DECLS
