/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-importer.h"

#include <string.h>

#include "article-builder.h"
#include "html-body.h"
#include "html-dateline.h"
#include "html-fragment.h"
#include "html-junk.h"
#include "html-labels.h"
#include "html-lede.h"
#include "html-metadata.h"
#include "html-picture.h"
#include "html-pieces.h"
#include "html-teasers.h"
#include "html-verdict.h"
#include "reference.h"
#include "xml-tree.h"

/* A saved web page → Article: the text of the element that holds the article, cut into blocks
 * where its elements begin and end.  One LF parts two blocks in the article's text. */

/* What a page states for programs is its text if it is so many times what it shows, and more than
 * a summary; bytes. */
#define FULLER 2
#define MIN_STATED 600

typedef struct
{
  GArray *pieces;   /* of the article's text */
  guint n_left_out; /* paragraphs of the page that are not in it */
  DlHtmlPicture picture;
} Text;

static void
clear_text (Text *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
  dl_html_picture_clear (&self->picture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Text, clear_text)

static DlArticle *
build (DlArticleBuilder *builder,
       const DlHtmlMetadata *page,
       const DlArticleFields *others,
       GError **error)
{
  return dl_article_builder_build (builder,
                                   &(DlArticleFields){
                                     .id = others->id,
                                     .title = page->title,
                                     .language = page->language,
                                     .author = page->author,
                                     .publisher = page->publisher,
                                     .url = page->url,
                                     .published = page->published,
                                     .updated = page->updated,
                                     .picture = others->picture,
                                     .caption = others->caption,
                                     .picture_text = others->picture_text,
                                     .whole = others->whole,
                                     .n_left_out = others->n_left_out,
                                   },
                                   error);
}

/* Returns: (transfer full) (nullable): what the links of the page are relative to: what it says
 *   itself, which may be relative to @address again */
static char *
dup_base (const xmlNode *root, const char *address)
{
  const xmlNode *head = root != NULL ? dl_xml_find (root, "head/base") : NULL;
  g_autofree char *stated = head != NULL ? dl_html_dup_attribute (head, "href") : NULL;
  g_autoptr (GUri) base = dl_reference_parse_base (address);
  g_autofree char *resolved = stated != NULL ? dl_reference_resolve (base, stated) : NULL;

  return resolved != NULL ? g_steal_pointer (&resolved) : g_strdup (address);
}

/* Returns: (transfer full) (nullable): an article of all the text on the page */
static DlArticle *
build_whole (const xmlNode *root, const DlHtmlMetadata *page, const char *base, const char *name)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();

  dl_article_builder_set_base (builder, base);
  dl_html_fragment_append (builder, root);

  return build (builder, page, &(DlArticleFields){ .id = name }, NULL);
}

/* A page may show a teaser, or nothing before its scripts have run, and state the whole text for
 * those who search the web. */
static gboolean
is_stated_in_full (const GArray *pieces, const char *body)
{
  gsize shown = 0;

  for (guint i = 0; body != NULL && i < pieces->len; i++)
    shown += strlen (g_array_index (pieces, DlHtmlPiece, i).text);

  return body != NULL && strlen (body) > MAX (MIN_STATED, FULLER * shown);
}

static void
append_stated (DlArticleBuilder *builder, const char *body)
{
  if (strstr (body, "</") != NULL)
    dl_html_fragment_append_string (builder, body);
  else
    dl_article_builder_append_lines (builder, DL_BLOCK_PARAGRAPH, body);
}

static DlArticle *
build_article (const Text *text,
               const xmlNode *root,
               const DlHtmlMetadata *page,
               const char *base,
               const char *name,
               GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();
  g_autoptr (DlArticle) whole = text->n_left_out > 0 ? build_whole (root, page, base, name) : NULL;

  dl_article_builder_set_base (builder, base);
  if (is_stated_in_full (text->pieces, page->body))
    append_stated (builder, page->body);
  else
    dl_html_pieces_append (text->pieces, builder);

  return build (builder, page,
                &(DlArticleFields){ .id = name,
                                    .picture = text->picture.bytes,
                                    .caption = text->picture.caption,
                                    .picture_text = text->picture.text,
                                    .whole = whole,
                                    .n_left_out = text->n_left_out },
                error);
}

/* The paragraphs of prose on the page that are not in @body. */
static guint
count_left_out (DlHtmlMeasures *measures, const xmlNode *body)
{
  guint kept = dl_html_measures_find (measures, body)->all.n_paragraphs;
  guint all = 0;

  for (guint i = 0; i < dl_html_measures_count (measures); i++)
    all += dl_html_measures_get (measures, i)->own.n_paragraphs;

  return all - MIN (all, kept);
}

/* What a page shows but does not state. */
static void
find_dates (DlHtmlMetadata *page,
            DlHtmlMeasures *measures,
            const xmlNode *root,
            const xmlNode *body,
            DlDateText *dates)
{
  g_autoptr (DlDate) published = NULL, updated = NULL;

  if (page->published != NULL ||
      !dl_html_dateline_find (measures, root, body, page->title, dates, &published, &updated))
    return;
  page->published = g_steal_pointer (&published);
  if (page->updated == NULL)
    page->updated = g_steal_pointer (&updated);
}

static Text
find_text (const xmlNode *root,
           DlHtmlMetadata *page,
           DlDateText *dates,
           DlPictureFinder finder,
           gpointer user_data)
{
  DlHtmlJunk *junk = dl_html_junk_get ();
  g_autoptr (DlHtmlMeasures) measures = dl_html_measures_new (root, dl_html_junk_judge, junk);
  DlHtmlVerdict least;
  const xmlNode *body;
  guint n_lede, n_left_out;
  Text text;

  dl_html_verdict_keep_main_text (measures);
  dl_html_teasers_mark (measures);
  least = dl_html_verdict_choose_least (measures);

  body = dl_html_body_find (measures, least);
  text.pieces = dl_html_pieces_find (body, measures, least);
  n_lede = dl_html_lede_prepend (text.pieces, body, measures, least);
  n_left_out = count_left_out (measures, body);
  text.n_left_out = n_left_out - MIN (n_left_out, n_lede);
  find_dates (page, measures, root, body, dates);
  text.picture = dl_html_picture_find (measures, body, finder, user_data);

  return text;
}

/**
 * dl_html_importer_import_from:
 * @bytes: a web page
 * @name: (nullable): the id of the article
 * @address: (nullable): where on the web the page was; it may say so itself
 * @finder: (nullable): looks into the archive that the page is in
 *
 * Where paragraphs of the page were left out, the article knows how many, and the whole page.
 *
 * Returns: (transfer full): the article of the page, or %NULL with %DL_ERROR_EMPTY or
 *   %DL_ERROR_TOO_LARGE set
 */
DlArticle *
dl_html_importer_import_from (GBytes *bytes,
                              const char *name,
                              const char *address,
                              DlPictureFinder finder,
                              gpointer user_data,
                              GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (xmlDoc) doc = dl_html_parse (bytes, &fault);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  g_autoptr (DlHtmlMetadata) page = NULL;
  g_autoptr (DlDateText) dates = NULL;
  g_autofree char *base = NULL;
  g_auto (Text) text = { 0 };

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  page = root != NULL ? dl_html_metadata_read (root) : g_new0 (DlHtmlMetadata, 1);
  base = dup_base (root, address != NULL ? address : page->url);
  if (page->url == NULL)
    page->url = g_strdup (address);
  dates = dl_date_text_new (page->language);
  if (root != NULL)
    text = find_text (root, page, dates, finder, user_data);
  else
    text.pieces = g_array_new (FALSE, FALSE, sizeof (DlHtmlPiece));
  text.n_left_out += dl_html_labels_drop (text.pieces, page->title, page->author, dates);

  return build_article (&text, root, page, base, name, error);
}

/* As dl_html_importer_import_from(), of a page that is a file of its own. */
DlArticle *
dl_html_importer_import (GBytes *bytes, const char *name, GError **error)
{
  return dl_html_importer_import_from (bytes, name, NULL, NULL, NULL, error);
}
