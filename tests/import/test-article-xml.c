/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "error.h"
#include "importer.h"
#include "reading.h"
#include "xml.h"

#define OPEN "<article xmlns='https://dateline.github.io/ns/article' version='1'>"
#define BODY(x) OPEN "<body>" x "</body></article>"

static DlArticle *
import (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return dl_importer_import (bytes, "name", error);
}

static DlArticle *
load (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = dl_importer_load_all (file, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (articles->pdata[0]);
}

static void
test_golden (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "import", "article.xml", NULL);
  g_autofree char *golden =
    g_test_build_filename (G_TEST_DIST, "data", "import", "article.txt", NULL);
  g_autoptr (DlArticle) article = load (path);
  g_autofree char *expected = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *published = NULL;
  const DlArticleFields *fields;

  g_assert_true (g_file_get_contents (golden, &expected, NULL, NULL));
  blocks = reading_print (article);
  g_assert_cmpstr (blocks, ==, expected);

  fields = dl_article_get_fields (article);
  published = dl_date_to_edtf (fields->published);
  g_assert_cmpstr (fields->id, ==, "article.xml");
  g_assert_cmpstr (fields->title, ==, "A title of its own");
  g_assert_cmpstr (fields->language, ==, "en-GB");
  g_assert_cmpstr (fields->author, ==, "A. Writer");
  g_assert_cmpstr (fields->publisher, ==, "The Daily Test & Sons");
  g_assert_cmpstr (fields->url, ==, "https://example.org/?a=1&b=2");
  g_assert_cmpstr (fields->rights, ==, "Written for this test.");
  g_assert_cmpstr (fields->background, ==, "test");
  g_assert_cmpstr (published, ==, "2024-03-05");
  g_assert_null (fields->updated);
}

/* Every span is where its text is: blocks and newlines make up the whole text. */
static void
test_text_is_its_blocks (void)
{
  g_autoptr (DlArticle) article = import (BODY ("<p>một</p><p/><p> hai\n ba </p>x<q>y</q>"), NULL);
  gsize end = 0;

  g_assert_cmpstr (dl_article_get_text (article), ==, "một\nhai ba\nxy");
  g_assert_cmpuint (dl_article_get_n_blocks (article), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      DlSpan span = dl_block_get_span (dl_article_get_block (article, i));

      g_assert_cmpuint (span.start, ==, i == 0 ? 0 : end + 1);
      end = span.end;
    }
  g_assert_cmpuint (end, ==, dl_article_get_length (article));
}

static void
test_supplied_title (void)
{
  g_autoptr (DlArticle) article =
    import (OPEN "<head><title supplied='yes'>Given</title></head><body><p>x</p></body></article>",
            NULL);

  g_assert_cmpstr (dl_article_get_title (article), ==, "Given");
  g_assert_cmpstr (dl_article_get_text (article), ==, "x");
}

static void
test_encodings (void)
{
  static const char declared[] =
    "<?xml version='1.0' encoding='koi8-r'?>" BODY ("<p>\xED\xC9\xD2</p>");
  static const char contradicted[] = "<?xml version='1.0' encoding='utf-16'?>" BODY ("<p>Мир</p>");
  g_autoptr (DlArticle) koi8 = import (declared, NULL);
  g_autoptr (DlArticle) utf8 = import (contradicted, NULL);
  g_autofree char *wide = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DlArticle) utf16 = NULL;
  gsize length;

  wide =
    g_convert ("\xEF\xBB\xBF" BODY ("<p>Мир</p>"), -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  bytes = g_bytes_new (wide, length);
  utf16 = dl_importer_import (bytes, NULL, NULL);

  g_assert_cmpstr (dl_article_get_text (koi8), ==, "Мир");
  g_assert_cmpstr (dl_article_get_text (utf8), ==, "Мир");
  g_assert_cmpstr (dl_article_get_text (utf16), ==, "Мир");
}

static void
test_shipped (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("DATELINE_DATADIR"), "articles", "counter-ransomware-vi.xml", NULL);
  g_autoptr (DlArticle) article = load (path);
  g_autofree char *sum = NULL;

  /* of the publisher's text, byte for byte */
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dl_article_get_text (article), -1);
  g_assert_cmpstr (sum, ==, "58cac0fe9b076f4494d13638312a982c0e5036d952919d4a06ec9ceed45c62c4");
  g_assert_cmpuint (dl_article_get_n_blocks (article), ==, 7);
  g_assert_cmpstr (dl_article_get_language (article), ==, "vi");
  g_assert_null (dl_article_get_published (article));
  g_assert_nonnull (dl_article_get_fields (article)->rights);
}

static const struct
{
  const char *text;
  DlError code;
  const char *says;
} BROKEN[] = {
  { BODY ("<p>one\n</q>"), DL_ERROR_SYNTAX, "Line 2" },
  { OPEN "<body><p>cut", DL_ERROR_SYNTAX, "Line 1" },
  { "<?xml version='1.0'?>", DL_ERROR_SYNTAX, "Line 1" },
  { "<?xml", DL_ERROR_SYNTAX, "Line 1" },
  { BODY (""), DL_ERROR_EMPTY, "no text" },
  { BODY ("<p> \n </p>"), DL_ERROR_EMPTY, "no text" },
  { OPEN "</article>", DL_ERROR_EMPTY, "no text" },
  { "<article xmlns='https://dateline.github.io/ns/article' version='2'/>", DL_ERROR_FORMAT,
    "version" },
  { "<article xmlns='https://dateline.github.io/ns/article'/>", DL_ERROR_FORMAT, "version" },
  { "<?xml version='1.0'?><svg><channel/></svg>", DL_ERROR_FORMAT, "“svg”" },
  { "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", DL_ERROR_EMPTY,
    "no text" },
  { OPEN "<head>\n<published>soon</published></head><body><p>x</p></body></article>",
    DL_ERROR_SYNTAX, "Line 2" },
  { BODY ("<p>a&unheard;b</p>"), DL_ERROR_SYNTAX, "Line 1" },
  { "<!DOCTYPE article SYSTEM 'article.dtd'>" BODY ("<p>a&unheard;b</p>"), DL_ERROR_SYNTAX,
    "unheard" },
  { BODY ("<p>a&#0;b</p>"), DL_ERROR_SYNTAX, "Line 1" },
  { BODY ("<p>a\x01"
          "b</p>"),
    DL_ERROR_SYNTAX, "Line 1" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (BROKEN); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (import (BROKEN[i].text, &error));
      g_assert_error (error, DL_ERROR, (int) BROKEN[i].code);
      g_assert_nonnull (strstr (error->message, BROKEN[i].says));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_entities (void)
{
  static const char *const cases[] = {
    "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>" BODY ("<p>&c;</p>"),
    "<!DOCTYPE a [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>" BODY ("<p>&file;</p>"),
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>" BODY ("<p>x</p>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import (cases[i], &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, "entities"));
    }
}

static char *
repeat (const char *before, const char *piece, guint n, const char *middle, const char *close)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, piece, i);
  g_string_append (text, middle);
  for (guint i = 0; close != NULL && i < n; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *flat = repeat (OPEN "<body>", "<x a='%u'>", 40, "<p>y</p>", "</x>");
  g_autofree char *deep =
    repeat (OPEN "<body>", "<x a='%u'>", DL_XML_MAX_DEPTH, "<p>y</p>", "</x>");
  g_autofree char *deeper = repeat (OPEN "<body>", "<x a='%u'>", 300, "<p>y</p>", "</x>");
  g_autofree char *deepest = repeat (OPEN "<body>", "<x a='%u'>", 100000, "<p>y</p>", "</x>");
  g_autofree char *tags = repeat (OPEN "<body>", "<p>%u</p>", DL_XML_MAX_TAGS / 2, "", NULL);
  g_autofree char *attributes =
    repeat (OPEN "<body><p", " a%u = ''", DL_XML_MAX_ATTRIBUTES + 1, "/>", NULL);
  g_autofree char *space = g_strnfill (DL_XML_MAX_BYTES, ' ');
  g_autofree char *large = g_strconcat (OPEN "<body><p>x", space, "</p></body></article>", NULL);
  g_autofree char *fits = g_strconcat (flat, "</body></article>", NULL);
  const struct
  {
    const char *text;
    DlError code;
  } cases[] = {
    { deep, DL_ERROR_SYNTAX },   /* and not closed */
    { deeper, DL_ERROR_SYNTAX }, /* the parser's own limit, where it has one */
    { deepest, DL_ERROR_SYNTAX },       { tags, DL_ERROR_TOO_LARGE },
    { attributes, DL_ERROR_TOO_LARGE }, { large, DL_ERROR_TOO_LARGE },
  };
  g_autofree char *closed = g_strconcat (deep, "</body></article>", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = import (fits, NULL);

  g_assert_cmpstr (dl_article_get_text (article), ==, "y");
  g_assert_null (import (closed, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) fault = NULL;

      g_test_message ("case %u", i);
      g_assert_null (import (cases[i].text, &fault));
      g_assert_error (fault, DL_ERROR, (int) cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/article-xml/golden", test_golden);
  g_test_add_func ("/import/article-xml/text-is-its-blocks", test_text_is_its_blocks);
  g_test_add_func ("/import/article-xml/supplied-title", test_supplied_title);
  g_test_add_func ("/import/article-xml/encodings", test_encodings);
  g_test_add_func ("/import/article-xml/shipped", test_shipped);
  g_test_add_func ("/import/article-xml/broken", test_broken);
  g_test_add_func ("/import/article-xml/entities", test_entities);
  g_test_add_func ("/import/article-xml/limits", test_limits);

  return g_test_run ();
}
