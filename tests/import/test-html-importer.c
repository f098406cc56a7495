/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-importer.h"

#include <string.h>

#include "error.h"
#include "html.h"
#include "importer.h"
#include "xml.h"

/* Paragraphs long enough to count as an article's. */
#define LONG                                                                                       \
  "The ministers met for two days, agreed on the text, and will meet again in spring, as the "     \
  "spokesman of the host country told the press on the second evening."

#define LEDE "Two days of talks ended on Thursday with a text that all of them signed."

#define FIVE "<p>" LONG "</p><p>" LONG "</p><p>" LONG "</p><p>" LONG "</p><p>" LONG "</p>"
#define FIVE_LINES LONG "\n" LONG "\n" LONG "\n" LONG "\n" LONG

/* A way to another article. */
#define CARD                                                                                       \
  "<div><h3><a href=\"/x\">What else was said that day</a></h3><p>What the ministers did not say " \
  "was heard all over the town.</p></div>"

#define PAGE(head, body)                                                                           \
  "<!DOCTYPE html><html lang=\"en\"><head>" head "</head><body>" body "</body></html>"

static DlArticle *
import (const char *html, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, length < 0 ? strlen (html) : (gsize) length);

  return dl_importer_import (bytes, "page.html", error);
}

/* The text that is taken for the article. */
static void
test_text (void)
{
  static const struct
  {
    const char *html, *text;
  } rows[] = {
    { PAGE ("", "<p>" LONG "</p>"), LONG },
    { PAGE ("", "<article><p>" LONG "</p><p>" LONG "</p></article>"), LONG "\n" LONG },
    /* tags that may be left out are */
    { "<!DOCTYPE html><html lang=en><title>Talks</title><article><p>" LONG "<p>" LONG "</article>",
      LONG "\n" LONG },
    { "<html><head><title>Talks</title><main><p>" LONG "</p></main><p>" LONG "</p></body></html>",
      LONG "\n" LONG },
    /* what stands beside the article */
    { PAGE ("", "<nav><p>" LONG "</p></nav><p>" LONG "</p><footer><p>" LONG "</p></footer>"),
      LONG },
    { PAGE ("", "<div><p>" LONG "</p><div class=\"related-posts\"><p>" LONG "</p></div></div>"),
      LONG },
    { PAGE ("", "<p>" LONG "</p><script>var a = \"<p>x</p>\";</script><style>p{}</style>"), LONG },
    { PAGE ("", "<p>" LONG "</p><p hidden>" LONG "</p><p style=\"display:none\">" LONG "</p>"),
      LONG },
    { PAGE ("", "<p>" LONG "</p><p><a href=\"/x\">Read what else happened on that day</a></p>"),
      LONG },
    { PAGE ("", "<p>" LONG "</p><div>Advertisement</div><p>" LONG
                "</p><div>Advertisement</div><p>" LONG "</p>"),
      LONG "\n" LONG "\n" LONG },
    /* what leads into it stands between the heading and the text, if it is a sentence or a few */
    { PAGE ("", "<header><h1>Two days</h1><p>" LEDE "</p><p>By Ann Writer, who was there both "
                "days</p></header><div class=\"text\">" FIVE "</div>"),
      LEDE "\n" FIVE_LINES },
    { PAGE ("", "<h1>Two days</h1><div><p>" LEDE "</p></div><div><div>" FIVE "</div></div>"),
      LEDE "\n" FIVE_LINES },
    { PAGE ("", "<p>" LEDE "</p><h1>Two days</h1><div>" FIVE "</div>"), FIVE_LINES },
    { PAGE ("", "<h1>Two days</h1><aside><p>" LEDE "</p></aside><div>" FIVE "</div>"), FIVE_LINES },
    { PAGE ("", "<article><div class=\"teaser\"><p>" LEDE "</p></div><p>" LONG "</p><p>" LONG
                "</p></article>"),
      LEDE "\n" LONG "\n" LONG },
    /* names that tell of something else, or say it with their last word */
    { PAGE ("", "<div class=\"page has-sidebar no-comments\"><p>" LONG "</p></div>"), LONG },
    { PAGE ("", "<div><p>" LONG "</p><p>" LONG "</p><div class=\"entry-author\"><p>" LEDE
                "</p></div><div class=\"widget widget_text\"><p>" LEDE
                "</p></div><div class=\"d-none\"><p>" LEDE "</p></div></div>"),
      LONG "\n" LONG },
    { PAGE ("", "<article><p>" LEDE "</p><p>" LONG "</p><div class=\"paywall\">" FIVE
                "</div></article>"),
      LEDE "\n" LONG "\n" FIVE_LINES },
    /* a short article stays short, however much stands beside it */
    { PAGE ("", "<article><p>" LONG "</p><p>" LEDE "</p></article><footer>" FIVE FIVE "</footer>"),
      LONG "\n" LEDE },
    { PAGE ("", "<video><p>To see this film, use another browser than the one you have.</p>"
                "</video><p>" LONG "</p>"),
      LONG },
    { PAGE ("", "<h2>They met.</h2><h2>They agreed.</h2><p>" LONG "</p>"),
      "They met.\nThey agreed.\n" LONG },
    { PAGE ("", "<h1>Two days</h1><p>By Ann Writer</p><p>" LONG "</p><p>Share</p>"), LONG },
    { PAGE ("",
            "<p>" LONG "</p><figure><img src=\"a\"><figcaption>The ministers at the table of the "
            "conference hall.</figcaption></figure>"),
      LONG },
    { PAGE ("", "<p>" LONG "</p><div>" CARD CARD CARD "</div>"), LONG },
    /* its own words in links, marks and lines */
    { PAGE ("", "<p>" LONG " See <a href=\"/x\">the text</a>, <b>all</b> of it.</p>"),
      LONG " See the text, all of it." },
    { PAGE ("", "<div>" LONG "<br><br>" LONG "</div>"), LONG "\n" LONG },
    { PAGE ("", "<p>" LONG "</p><h2>What now</h2><p>" LONG "</p><h2>More</h2>"),
      LONG "\nWhat now\n" LONG },
    { PAGE ("", "<p>" LONG "</p><blockquote><p>We will come back.</p></blockquote>"),
      LONG "\nWe will come back." },
    { PAGE ("", "<p>" LONG "</p><p>a&nbsp;b &mdash; c&eacute; &#8364;.</p>"),
      LONG "\na\u00a0b \u2014 c\u00e9 \u20ac." },
    { PAGE ("", "<p>" LONG "</p><p>Hanoi,<br>13 October.</p>"), LONG "\nHanoi, 13 October." },
    { PAGE ("", "<p>" LONG "</p><pre>one line\nanother one.</pre>"),
      LONG "\none line\nanother one." },
    /* a table that says something, and one that lays out the page */
    { PAGE ("", "<p>" LONG "</p><table><tr><th>Country<th>Guests<tr><td>Japan<td>14.</table>"),
      LONG "\nCountry | Guests\nJapan | 14." },
    { PAGE ("", "<table><tr><td><p>" LONG "</p><p>" LONG "</p></td><td>Menu</td></tr></table>"),
      LONG "\n" LONG },
    /* two are no list of cards, they may be the article's own */
    { PAGE ("", "<p>" LONG "</p><div>" CARD CARD "</div>"),
      LONG "\nWhat the ministers did not say was heard all over the town.\n"
           "What the ministers did not say was heard all over the town." },
    /* names that would rule out everything mean something else */
    { PAGE ("", "<form><p>" LONG "</p></form>"), LONG },
    { PAGE ("", "<p>" LONG "</p><div id=\"read-more\"><p>" LONG "</p><p>" LONG "</p></div>"),
      LONG "\n" LONG "\n" LONG },
    { PAGE ("", "<div class=\"menu\"><p>" LONG "</p></div>"), LONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = import (rows[i].html, -1, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dl_article_get_text (article), ==, rows[i].text);
    }
}

static void
test_blocks (void)
{
  static const DlBlockKind kinds[] = { DL_BLOCK_PARAGRAPH, DL_BLOCK_HEADING,   DL_BLOCK_PARAGRAPH,
                                       DL_BLOCK_LIST_ITEM, DL_BLOCK_LIST_ITEM, DL_BLOCK_QUOTE };
  g_autoptr (DlArticle) article =
    import (PAGE ("", "<p>" LONG "</p><h2>A head</h2><p>" LONG "</p><ul><li>One thing to do.</li>"
                      "<li>Another thing.</li></ul><blockquote>Words of hers.</blockquote>"),
            -1, NULL);

  g_assert_cmpuint (dl_article_get_n_blocks (article), ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (dl_block_get_kind (dl_article_get_block (article, i)), ==, kinds[i]);
}

static void
test_metadata (void)
{
  g_autoptr (DlArticle) article = import (
    PAGE ("<title>Two days | The Paper</title><meta property=\"og:title\" content=\"Two days\">"
          "<meta name=\"author\" content=\"Ann Writer\"><meta property=\"og:site_name\" "
          "content=\"The Paper\"><script type=\"application/ld+json\">{\"@type\": "
          "\"NewsArticle\", \"datePublished\": "
          "\"2024-05-02T09:30:00.000+0700\"}</script>",
          "<p>" LONG "</p>"),
    -1, NULL);
  const DlArticleFields *fields = dl_article_get_fields (article);
  g_autofree char *published = dl_date_to_edtf (fields->published);

  g_assert_cmpstr (fields->title, ==, "Two days");
  g_assert_cmpstr (fields->language, ==, "en");
  g_assert_cmpstr (fields->author, ==, "Ann Writer");
  g_assert_cmpstr (fields->publisher, ==, "The Paper");
  g_assert_cmpstr (published, ==, "2024-05-02T09:30:00+07:00");
}

/* What is left out of a page is counted, and is in the whole page. */
static void
test_left_out (void)
{
  g_autoptr (DlArticle) all = import (PAGE ("", "<p>" LONG "</p><p>" LONG "</p>"), -1, NULL);
  g_autoptr (DlArticle) part =
    import (PAGE ("",
                  "<p>" LONG "</p><p>" LONG "</p><footer><p>All rights reserved by the owner of "
                  "this page.</p><p>A second paragraph of what no one reads.</p></footer>"),
            -1, NULL);
  g_autoptr (DlArticle) led =
    import (PAGE ("", "<h1>Two days</h1><div><p>" LEDE "</p></div><div>" FIVE "</div>"), -1, NULL);
  const DlArticleFields *fields = dl_article_get_fields (part);

  g_assert_cmpuint (dl_article_get_fields (all)->n_left_out, ==, 0);
  g_assert_true (g_str_has_prefix (dl_article_get_text (led), LEDE));
  g_assert_cmpuint (dl_article_get_fields (led)->n_left_out, ==, 0);
  g_assert_null (dl_article_get_fields (all)->whole);
  g_assert_cmpstr (dl_article_get_text (part), ==, LONG "\n" LONG);
  g_assert_cmpuint (fields->n_left_out, ==, 2);
  g_assert_cmpstr (dl_article_get_text (fields->whole), ==,
                   LONG "\n" LONG "\nAll rights reserved by the owner of this page.\nA second "
                        "paragraph of what no one reads.");
}

static void
test_encodings (void)
{
  static const char latin[] =
    "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">"
    "</head><body><p>" LONG " Caf\xe9.</p></body></html>";
  static const char cyrillic[] = "<meta charset=\"windows-1251\"><p>" LONG " \xcc\xe8\xf0.</p>";
  static const char broken[] = "<meta charset=\"utf-8\"><p>" LONG " Caf\xe9.</p>";
  g_autoptr (DlArticle) first = import (latin, -1, NULL);
  g_autoptr (DlArticle) second = import (cyrillic, -1, NULL);
  g_autoptr (DlArticle) third = import (broken, -1, NULL);

  g_assert_cmpstr (dl_article_get_text (first), ==, LONG " Caf\u00e9.");
  g_assert_cmpstr (dl_article_get_text (second), ==, LONG " \u041c\u0438\u0440.");
  g_assert_true (third == NULL || g_utf8_validate (dl_article_get_text (third), -1, NULL));
}

static void
test_empty (void)
{
  static const char *const pages[] = { "<html></html>", "<p>", "<body><script>x</script></body>",
                                       "<!DOCTYPE html>" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import (pages[i], -1, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_EMPTY);
    }
}

/* Nesting without end, a table of tables, attributes by the thousand. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "<div>", "<table><tr><td>", "<b><i>", "<a b=\"c\" ",
                                        "<li>",  "&amp;",           "</p>",   "<blockquote><p>x" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><body><p>" LONG "</p>");
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = NULL;

      while (html->len < 300000)
        g_string_append (html, pieces[i]);
      article = import (html->str, html->len, &error);
      g_assert_true ((article == NULL) != (error == NULL));
    }
}

static void
test_too_large (void)
{
  gsize length = DL_HTML_MAX_BYTES + 1;
  g_autofree char *html = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (html, ' ', length);
  memcpy (html, "<html><p>" LONG, strlen ("<html><p>" LONG));
  g_assert_null (import (html, length, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
}

static void
append_times (GString *html, const char *piece, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (html, piece);
}

/* What every parser of libxml2 goes through. */
#define SURE_DEPTH 1500

/* However deep it stands, no text is lost, and all of it in its order; or it is said. */
static void
test_deep (void)
{
  for (guint depth = 200; depth < 100000; depth = depth < 300 ? depth + 13 : depth * 7)
    {
      g_autoptr (GString) html = g_string_new ("<html><body><article><p>" LONG "</p>");
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = NULL;

      append_times (html, "<div>", depth);
      g_string_append (html, "<p>Deep down it says “<b>this</b>” and then <i>that</i> of it.</p>");
      append_times (html, "</div>", depth);
      g_string_append (html, "<p>" LONG "</p></article>");
      article = import (html->str, html->len, &error);
      if (article == NULL && depth > SURE_DEPTH)
        {
          g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (dl_article_get_text (article), ==,
                       LONG "\nDeep down it says “this” and then that of it.\n" LONG);
    }
}

static void
assert_limit (const GString *html, gboolean is_over)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html->str, html->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = dl_html_parse (bytes, &error);

  g_assert_true ((doc == NULL) == is_over);
  if (is_over)
    g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
}

/* One more is one too many. */
static void
test_counts (void)
{
  for (guint more = 0; more <= 1; more++)
    {
      g_autoptr (GString) nodes = g_string_new ("<html><body>");
      g_autoptr (GString) attributes = g_string_new ("<html><body><p ");

      /* besides html and body */
      append_times (nodes, "<br>", DL_HTML_MAX_NODES - 2 + more);
      for (guint i = 0; i < DL_HTML_MAX_ATTRIBUTES + more; i++)
        g_string_append_printf (attributes, i % 2 == 0 ? "a%u='>'" : " a%u ", i);
      g_string_append (attributes, ">" LONG "</p>");
      assert_limit (nodes, more > 0);
      assert_limit (attributes, more > 0);
    }
}

/* What looks like a tag where there is none is not counted. */
static void
test_no_tags (void)
{
  static const char *const around[][2] = { { "<script>if (a <b", "</script>" },
                                           { "<!-- <p", "-->" },
                                           { "<style>x <p", "</style>" },
                                           { "<textarea><p", "</textarea>" } };

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      g_autoptr (GString) html = g_string_new ("<html><body><p>" LONG "</p>");
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = NULL;

      g_string_append (html, around[i][0]);
      append_times (html, " x=1", 2 * DL_HTML_MAX_ATTRIBUTES);
      g_string_append (html, around[i][1]);
      article = import (html->str, html->len, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (dl_article_get_text (article), LONG));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/html-importer/text", test_text);
  g_test_add_func ("/import/html-importer/blocks", test_blocks);
  g_test_add_func ("/import/html-importer/metadata", test_metadata);
  g_test_add_func ("/import/html-importer/left-out", test_left_out);
  g_test_add_func ("/import/html-importer/encodings", test_encodings);
  g_test_add_func ("/import/html-importer/empty", test_empty);
  g_test_add_func ("/import/html-importer/hostile", test_hostile);
  g_test_add_func ("/import/html-importer/too-large", test_too_large);
  g_test_add_func ("/import/html-importer/deep", test_deep);
  g_test_add_func ("/import/html-importer/counts", test_counts);
  g_test_add_func ("/import/html-importer/no-tags", test_no_tags);

  return g_test_run ();
}
