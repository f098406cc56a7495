/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "article-builder.h"
#include "error.h"
#include "importer.h"
#include "items.h"
#include "json.h"
#include "xml.h"

static GPtrArray *
import (const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return dl_importer_import_all (bytes, "file", error);
}

/* Files of a known format that hold nothing to read, or are none of it after all. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    DlError code;
  } rows[] = {
    { "<rss><channel><title>x</title></channel></rss>", DL_ERROR_EMPTY },
    { "<rss><channel><item><guid>1</guid></item></channel></rss>", DL_ERROR_EMPTY },
    { "<feed xmlns=\"a\"></feed>", DL_ERROR_EMPTY },
    { "<?xml version='1.0'?><nitf><head/></nitf>", DL_ERROR_EMPTY },
    { "<?xml version='1.0'?><newsMessage><itemSet/></newsMessage>", DL_ERROR_EMPTY },
    { "<?xml version='1.0'?><TEI><teiHeader>x</teiHeader></TEI>", DL_ERROR_EMPTY },
    { "<?xml version='1.0'?><rdf:RDF xmlns:rdf='a'/>", DL_ERROR_FORMAT },
    { "<?xml version='1.0'?><svg><text>x</text></svg>", DL_ERROR_FORMAT },
    { "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", DL_ERROR_EMPTY },
    { "{\"a\": 1}", DL_ERROR_FORMAT },
    { "[{\"a\": 1}]", DL_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_null (import (rows[i].text, strlen (rows[i].text), &error));
      g_assert_error (error, DL_ERROR, (int) rows[i].code);
    }
}

/* Brackets at the start do not make a text JSON. */
static void
test_texts (void)
{
  static const char *const texts[] = { "[Hanoi] They met.", "{\"a\": 1} is what she wrote", "[{",
                                       "{\"" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = import (texts[i], strlen (texts[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dl_article_get_text (articles->pdata[0]), ==, texts[i]);
    }
}

static char *
repeat (const char *start, const char *unit, guint n, const char *end)
{
  GString *text = g_string_new (start);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);

  return g_string_free (g_string_append (text, end), FALSE);
}

static void
test_most_items (void)
{
  for (guint n = DL_ITEMS_MAX; n <= DL_ITEMS_MAX + 1; n++)
    {
      g_autofree char *text =
        repeat ("<rss><channel>", "<item><title>x</title></item>", n, "</channel></rss>");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = import (text, strlen (text), &error);

      if (n > DL_ITEMS_MAX)
        g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
      else
        g_assert_cmpuint (articles->len, ==, n);
    }
}

static void
test_most_blocks (void)
{
  for (guint n = DL_ARTICLE_MAX_BLOCKS; n <= DL_ARTICLE_MAX_BLOCKS + 1; n++)
    {
      g_autofree char *text =
        repeat ("<?xml version='1.0'?><nitf><body>", "<p>x</p>", n, "</body></nitf>");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = import (text, strlen (text), &error);

      if (n > DL_ARTICLE_MAX_BLOCKS)
        g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
      else
        g_assert_cmpuint (dl_article_get_n_blocks (articles->pdata[0]), ==, n);
    }
}

/* Elements in each other, one fewer than too many and one more. */
static void
test_deepest (void)
{
  for (guint n = DL_XML_MAX_DEPTH - 3; n <= DL_XML_MAX_DEPTH; n += 3)
    {
      g_autofree char *open = repeat ("<?xml version='1.0'?><TEI><text>x", "<hi>", n, "");
      g_autofree char *text = repeat (open, "</hi>", n, "</text></TEI>");
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = import (text, strlen (text), &error);

      if (n == DL_XML_MAX_DEPTH)
        g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
      else
        g_assert_no_error (error);
    }
}

/* A text that opens CDATA again and again and never ends it takes no time to speak of. */
static void
test_open_cdata (void)
{
  g_autofree char *text = repeat ("<?xml version='1.0'?><TEI>&amp;", "<![CDATA[", 300000, "");
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_null (import (text, strlen (text), &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_SYNTAX);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/items/refused", test_refused);
  g_test_add_func ("/import/items/texts", test_texts);
  g_test_add_func ("/import/items/most-items", test_most_items);
  g_test_add_func ("/import/items/most-blocks", test_most_blocks);
  g_test_add_func ("/import/items/deepest", test_deepest);
  g_test_add_func ("/import/items/open-cdata", test_open_cdata);

  return g_test_run ();
}
