/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "html-fragment.h"

#include <string.h>

#include "html-pieces.h"
#include "xml.h"

/* HTML that is an article and nothing else, inside of something that says so: an item of a feed,
 * a chapter of a book.  All of its text counts. */

static const char NO_TEXT[] = " script style noscript iframe svg select textarea template object "
                              "embed audio video canvas head title link meta ";

static DlHtmlVerdict
judge (const xmlNode *element, gpointer user_data)
{
  return dl_html_is_one_of (element, NO_TEXT) ? DL_HTML_JUNK : DL_HTML_KEPT;
}

static GArray *
find_pieces (const xmlNode *root)
{
  g_autoptr (DlHtmlMeasures) measures = dl_html_measures_new (root, judge, NULL);

  dl_html_measures_sum (measures, DL_HTML_NOT_TEXT);

  return dl_html_pieces_find (root, measures, DL_HTML_NOT_TEXT);
}

/**
 * dl_html_fragment_append:
 * @root: an element of HTML, of either parser
 *
 * Appends the blocks under @root.
 */
void
dl_html_fragment_append (DlArticleBuilder *builder, const xmlNode *root)
{
  g_autoptr (GArray) pieces = find_pieces (root);

  dl_html_pieces_append (pieces, builder);
}

static xmlDoc *
parse (const char *html)
{
  /* the mark says that it is UTF-8, whatever a <meta> in it says */
  g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF", html, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (marked, strlen (marked));

  return dl_html_parse (bytes, NULL);
}

/**
 * dl_html_fragment_append_string:
 * @html: UTF-8; may be plain text as well
 */
void
dl_html_fragment_append_string (DlArticleBuilder *builder, const char *html)
{
  g_autoptr (xmlDoc) doc = parse (html);

  if (doc != NULL && xmlDocGetRootElement (doc) != NULL)
    dl_html_fragment_append (builder, xmlDocGetRootElement (doc));
}

/**
 * dl_html_fragment_dup_text:
 * @html: UTF-8 of a title or the like; may be plain text as well
 *
 * Returns: (transfer full): its text in one line
 */
char *
dl_html_fragment_dup_text (const char *html)
{
  g_autoptr (xmlDoc) doc = NULL;

  if (strpbrk (html, "<&") == NULL)
    return g_strdup (html);
  doc = parse (html);

  return doc != NULL && xmlDocGetRootElement (doc) != NULL
           ? dl_xml_dup_text (xmlDocGetRootElement (doc))
           : g_strdup ("");
}
