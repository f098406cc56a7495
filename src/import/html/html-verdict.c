/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-verdict.h"

/* What an element is called is one thing, what it holds another: here verdicts by name give way
 * to how much of the page's text would be lost with them. */

/* Less prose than this is hardly an article; width. */
#define MIN_ARTICLE 600
/* … unless the page itself calls so much of it its article. */
#define SHORT_ARTICLE 200
/* What is only doubtful holds the article if it has so much of the page's prose. */
#define MAIN_SHARE 0.4

/* Returns: the place of what the measure at @place stands in and the page calls its article; 0 if
 *   there is no such thing */
static guint
find_article (DlHtmlMeasures *measures, guint place)
{
  do
    place = dl_html_measures_get (measures, place)->parent;
  while (place > 0 && !dl_html_is_called_article (dl_html_measures_get (measures, place)->node));

  return place;
}

static gboolean
is_lede (const DlHtmlMeasure *measure)
{
  return measure->verdict == DL_HTML_TEASERS && measure->all.links == 0 &&
         measure->all.n_paragraphs > 0;
}

/**
 * dl_html_verdict_keep_main_text:
 * @measures: of a page
 *
 * By their names some elements stand beside the article or lead away from it; where more of the
 * page's prose is in one of them than in all that is not doubtful, or more of the article's than
 * in all the rest of it, its name means something else.  A teaser without a link leads nowhere: it
 * heads the article.  Verdicts that are mended so become %DL_HTML_KEPT.
 */
void
dl_html_verdict_keep_main_text (DlHtmlMeasures *measures)
{
  g_autofree guint *kept = g_new0 (guint, dl_html_measures_count (measures));
  guint all;

  dl_html_measures_sum (measures, DL_HTML_DOUBTFUL);
  for (guint i = 0; i < dl_html_measures_count (measures); i++)
    kept[i] = dl_html_measures_get (measures, i)->all.prose;
  dl_html_measures_sum (measures, DL_HTML_BESIDE);
  all = dl_html_measures_get (measures, 0)->all.prose;

  for (guint i = 1; i < dl_html_measures_count (measures); i++)
    {
      DlHtmlMeasure *measure = dl_html_measures_get (measures, i);
      guint article, prose = measure->all.prose;

      if (measure->verdict != DL_HTML_DOUBTFUL && measure->verdict != DL_HTML_TEASERS)
        continue;
      article = find_article (measures, i);
      if ((article > 0 && is_lede (measure)) || prose > MAX (kept[0], MAIN_SHARE * all) ||
          (article > 0 && prose > MAX (MIN_ARTICLE, 2 * kept[article])))
        measure->verdict = DL_HTML_KEPT;
    }
}

/* Returns: the place of what the page calls its article and has most of the prose that is kept;
 *   0 if there is no such thing */
static guint
find_main_article (DlHtmlMeasures *measures)
{
  guint all = dl_html_measures_get (measures, 0)->all.prose;
  guint best = 0, most = MAX (SHORT_ARTICLE, all / 2);

  for (guint i = 1; i < dl_html_measures_count (measures); i++)
    {
      const DlHtmlMeasure *measure = dl_html_measures_get (measures, i);

      /* one in something that is left out may have more than all */
      if (measure->all.prose > most && measure->all.prose <= all &&
          dl_html_is_called_article (measure->node))
        {
          best = i;
          most = measure->all.prose;
        }
    }

  return best;
}

/**
 * dl_html_verdict_choose_least:
 * @measures: of a page; they are summed anew
 *
 * Returns: the least verdict that leaves an element out: where next to nothing would be left of
 *   the article, less is left out
 */
DlHtmlVerdict
dl_html_verdict_choose_least (DlHtmlMeasures *measures)
{
  const DlHtmlMeasure *article;
  guint kept;

  dl_html_measures_sum (measures, DL_HTML_DOUBTFUL);
  article = dl_html_measures_get (measures, find_main_article (measures));
  kept = article->all.prose;
  for (DlHtmlVerdict least = DL_HTML_BESIDE; kept < MIN_ARTICLE && least <= DL_HTML_JUNK; least++)
    {
      dl_html_measures_sum (measures, least);
      if (article->all.prose > 4 * kept)
        return least;
    }
  dl_html_measures_sum (measures, DL_HTML_DOUBTFUL);

  return DL_HTML_DOUBTFUL;
}
