/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-importer.h"

#include "article-builder.h"
#include "html-body.h"
#include "html-junk.h"
#include "html-labels.h"
#include "html-metadata.h"
#include "html-pieces.h"
#include "html-teasers.h"
#include "xml.h"

/* A saved web page → Article: the text of the element that holds the article, cut into blocks
 * where its elements begin and end.  One LF parts two blocks in the article's text. */

/* Less prose than this is hardly an article; characters. */
#define MIN_ARTICLE 600
/* What is only doubtful holds the article if it has so much of the page's prose. */
#define MAIN_SHARE 0.4

static DlArticle *
build (const GArray *pieces, const DlHtmlMetadata *page, const char *name, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();

  for (guint i = 0; i < pieces->len; i++)
    {
      const DlHtmlPiece *piece = &g_array_index (pieces, DlHtmlPiece, i);

      dl_article_builder_append (builder, piece->kind, piece->text, NULL);
    }

  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = name,
                                     .title = page->title,
                                     .language = page->language,
                                     .author = page->author,
                                     .publisher = page->publisher,
                                     .url = page->url,
                                     .published = page->published,
                                     .updated = page->updated,
                                   },
                                   error);
}

/* By their names some elements stand beside the article; where more of the page's prose is in one
 * of them than in all that is not doubtful, its name means something else. */
static void
keep_main_text (DlHtmlMeasures *measures)
{
  guint all, kept;

  dl_html_measures_sum (measures, DL_HTML_DOUBTFUL);
  kept = dl_html_measures_get (measures, 0)->all.prose;
  dl_html_measures_sum (measures, DL_HTML_BESIDE);
  all = dl_html_measures_get (measures, 0)->all.prose;

  for (guint i = 0; i < dl_html_measures_count (measures); i++)
    {
      DlHtmlMeasure *measure = dl_html_measures_get (measures, i);

      if (measure->verdict == DL_HTML_DOUBTFUL && measure->all.prose > MAX (kept, MAIN_SHARE * all))
        measure->verdict = DL_HTML_KEPT;
    }
}

/* The least verdict that leaves an element out: where next to nothing would be left, less is left
 * out.  Returns with the measures summed so. */
static DlHtmlVerdict
choose_least (DlHtmlMeasures *measures)
{
  guint kept;

  dl_html_measures_sum (measures, DL_HTML_DOUBTFUL);
  kept = dl_html_measures_get (measures, 0)->all.prose;
  for (DlHtmlVerdict least = DL_HTML_BESIDE; kept < MIN_ARTICLE && least <= DL_HTML_JUNK; least++)
    {
      dl_html_measures_sum (measures, least);
      if (dl_html_measures_get (measures, 0)->all.prose > 4 * kept)
        return least;
    }
  dl_html_measures_sum (measures, DL_HTML_DOUBTFUL);

  return DL_HTML_DOUBTFUL;
}

/* Returns: (transfer full): the pieces of the article's text */
static GArray *
find_pieces (const xmlNode *root)
{
  g_autoptr (DlHtmlJunk) junk = dl_html_junk_new ();
  g_autoptr (DlHtmlMeasures) measures = dl_html_measures_new (root, dl_html_junk_judge, junk);
  DlHtmlVerdict least;

  keep_main_text (measures);
  dl_html_teasers_mark (measures);
  least = choose_least (measures);

  return dl_html_pieces_find (dl_html_body_find (measures, least), measures, least);
}

/**
 * dl_html_importer_import:
 * @bytes: a web page
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): the article of the page, or %NULL with %DL_ERROR_EMPTY,
 *   %DL_ERROR_ENCODING or %DL_ERROR_FORMAT set
 */
DlArticle *
dl_html_importer_import (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (xmlDoc) doc = dl_html_parse (bytes, &fault);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (DlHtmlMetadata) page = NULL;
  g_autoptr (GArray) pieces = NULL;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  page = root != NULL ? dl_html_metadata_read (root) : g_new0 (DlHtmlMetadata, 1);
  pieces = root != NULL ? find_pieces (root) : g_array_new (FALSE, FALSE, sizeof (DlHtmlPiece));
  dl_html_labels_drop (pieces, page->title);

  return build (pieces, page, name, error);
}
