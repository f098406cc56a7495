/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "error.h"
#include "importer.h"
#include "paragraphs.h"
#include "text-importer.h"

/* The blocks as “kind:text”, one a line; newlines in a block as “⏎”. */
static char *
print_blocks (DlArticle *article)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      DlBlock *block = dl_article_get_block (article, i);
      g_autofree char *text = dl_article_dup_excerpt (article, dl_block_get_span (block));

      g_string_append_printf (out, "%c:%s\n", dl_block_kind_get_nick (dl_block_get_kind (block))[0],
                              text);
    }
  g_string_replace (out, "\r\n", "⏎", 0);

  return g_string_free (out, FALSE);
}

static DlArticle *
import (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return dl_text_importer_import (bytes, "name", error);
}

#define LINE_1 "The two ministers met on Thursday in the capital and spoke about"
#define LINE_2 "trade, schools and the new railway, which is to be opened early in"
#define LINE_3 "the spring."
#define LINE_4 "Nobody else was in the room with them, as the papers had reported on"
#define LINE_5 "the day before."

static const struct
{
  const char *text;
  const char *blocks;
} SHAPES[] = {
  { "one", "p:one\n" },
  { "one\ntwo\n", "p:one\np:two\n" },
  { "  one \r\n\r\n\ttwo\r\n", "t:one\np:two\n" },
  { "one.\rtwo\r\rthree", "p:one.\np:two\np:three\n" },
  { "\n\none\n\n\n", "p:one\n" },
  /* wrapped at a margin, with blank lines: joined */
  { LINE_1 "\n" LINE_2 "\n" LINE_3 "\n\n" LINE_4 "\n" LINE_5 "\n",
    "p:" LINE_1 " " LINE_2 " " LINE_3 "\np:" LINE_4 " " LINE_5 "\n" },
  /* the same without blank lines is lines */
  { LINE_1 "\n" LINE_2 "\n" LINE_3 "\n", "p:" LINE_1 "\np:" LINE_2 "\np:" LINE_3 "\n" },
  /* short lines among wrapped ones were meant */
  { "Title here\n\n" LINE_1 "\n" LINE_2 "\n\nMilk\nBread\nApples and pears\n",
    "t:Title here\np:" LINE_1 " " LINE_2 "\np:Milk\np:Bread\np:Apples and pears\n" },
  /* an address that cannot be broken does not set the margin */
  { LINE_1
    "\n" LINE_2 "\n\n"
    "https://example.org/a/very/long/address/that/goes/on/and/on/beyond/all/margins/of/a/page/"
    "and/farther/still\n",
    "p:" LINE_1 " " LINE_2 "\n"
    "p:https://example.org/a/very/long/address/that/goes/on/and/on/beyond/all/margins/of/a/page/"
    "and/farther/still\n" },
  /* a line too long for a margin: nothing was wrapped */
  { LINE_1 "\n" LINE_2 "\n\n" LINE_1 " " LINE_2 "\n",
    "p:" LINE_1 "\np:" LINE_2 "\np:" LINE_1 " " LINE_2 "\n" },
  /* what is no title */
  { "It ends as a sentence.\n\nText", "p:It ends as a sentence.\np:Text\n" },
  { "Hỏi gì?\n\nText", "p:Hỏi gì?\np:Text\n" },
  { "会议结束。\n\nText", "p:会议结束。\np:Text\n" },
  { "First\nsecond\n\nthird", "p:First\np:second\np:third\n" },
  { "Alone\n\n", "p:Alone\n" },
};

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (SHAPES); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article = import (SHAPES[i].text, &error);
      g_autofree char *blocks = NULL;

      g_assert_no_error (error);
      blocks = print_blocks (article);
      g_assert_cmpstr (blocks, ==, SHAPES[i].blocks);
      g_assert_null (strchr (dl_article_get_text (article), '\r'));
    }
}

static void
test_fields (void)
{
  g_autoptr (DlArticle) titled = import ("Ministers meet\n\nThey met.", NULL);
  g_autoptr (DlArticle) plain = import ("They met.", NULL);

  g_assert_cmpstr (dl_article_get_title (titled), ==, "Ministers meet");
  g_assert_cmpstr (dl_article_get_fields (titled)->id, ==, "name");
  g_assert_null (dl_article_get_title (plain));
  g_assert_null (dl_article_get_language (plain));
  g_assert_null (dl_article_get_published (plain));
}

static void
test_declared (void)
{
  g_autoptr (DlArticle) emacs = import ("-*- coding: koi8-r -*-\n\xED\xC9\xD2", NULL);
  g_autoptr (DlArticle) vim = import ("vim: set fileencoding=koi8-r :\n\xED\xC9\xD2", NULL);
  g_autoptr (DlArticle) prose = import ("Her coding: utf-16 or not?\nM\xC3\xBCnchen", NULL);

  g_assert_true (g_str_has_suffix (dl_article_get_text (emacs), "\nМир"));
  g_assert_true (g_str_has_suffix (dl_article_get_text (vim), "\nМир"));
  g_assert_true (g_str_has_suffix (dl_article_get_text (prose), "\nMünchen"));
}

static void
test_empty (void)
{
  static const char *const cases[] = { "", " \n\t\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n",
                                       "\xC2\xA0\n\xE3\x80\x80" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import (cases[i], &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_EMPTY);
    }
}

static void
test_too_many_lines (void)
{
  g_autoptr (GString) text = g_string_sized_new (2 * DL_PARAGRAPHS_MAX_LINES + 4);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= DL_PARAGRAPHS_MAX_LINES; i++)
    g_string_append (text, "a\n");
  g_assert_null (import (text->str, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
}

static void
test_from_utf8 (void)
{
  static const char *const cases[][2] = {
    { "  one \r\n\r\n two\n", "t:one\np:two\n" },
    { LINE_1 "\r\n" LINE_2 "\r\n\r\n" LINE_4, "p:" LINE_1 "⏎" LINE_2 "\np:" LINE_4 "\n" },
    { "\xEF\xBB\xBFone\rtwo\n", "p:\xEF\xBB\xBFone\rtwo\n" },
    { " \n ", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DlArticle) article =
        dl_text_importer_from_utf8 (cases[i][0], strlen (cases[i][0]), NULL, &error);
      g_autofree char *blocks = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (dl_article_get_text (article), ==, cases[i][0]);
      blocks = print_blocks (article);
      g_assert_cmpstr (blocks, ==, cases[i][1]);
    }
}

static void
test_from_utf8_fields (void)
{
  static const char text[] = "Ministers meet\n\nThey met.";
  const DlArticleFields fields = { .id = "7", .title = "Given", .language = "en" };
  g_autoptr (DlArticle) given = dl_text_importer_from_utf8 (text, strlen (text), &fields, NULL);
  g_autoptr (DlArticle) own = dl_text_importer_from_utf8 (text, strlen (text), NULL, NULL);

  g_assert_cmpstr (dl_article_get_title (given), ==, "Given");
  g_assert_cmpstr (dl_article_get_fields (given)->id, ==, "7");
  g_assert_cmpstr (dl_article_get_language (given), ==, "en");
  g_assert_cmpstr (dl_article_get_title (own), ==, "Ministers meet");
}

static void
test_from_utf8_refused (void)
{
  g_autoptr (GError) invalid = NULL;
  g_autoptr (GError) zero = NULL;

  g_assert_null (dl_text_importer_from_utf8 ("ab\xFF", 3, NULL, &invalid));
  g_assert_error (invalid, DL_ERROR, DL_ERROR_ENCODING);
  g_assert_nonnull (strstr (invalid->message, "byte 3"));
  g_assert_null (dl_text_importer_from_utf8 ("a\0b", 3, NULL, &zero));
  g_assert_error (zero, DL_ERROR, DL_ERROR_ENCODING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/text/shapes", test_shapes);
  g_test_add_func ("/import/text/fields", test_fields);
  g_test_add_func ("/import/text/declared", test_declared);
  g_test_add_func ("/import/text/empty", test_empty);
  g_test_add_func ("/import/text/too-many-lines", test_too_many_lines);
  g_test_add_func ("/import/text/from-utf8", test_from_utf8);
  g_test_add_func ("/import/text/from-utf8-fields", test_from_utf8_fields);
  g_test_add_func ("/import/text/from-utf8-refused", test_from_utf8_refused);

  return g_test_run ();
}
