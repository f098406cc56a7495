/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

/* The grammars are grammars, and what we ship follows them. */

#define OPEN "<article xmlns='https://dateline.github.io/ns/article' version='1'>"

static xmlRelaxNG *
load_grammar (const char *name)
{
  g_autofree char *path = g_build_filename (DATA_SOURCE_DIR, name, NULL);
  xmlRelaxNGParserCtxt *ctxt = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *grammar = xmlRelaxNGParse (ctxt);

  xmlRelaxNGFreeParserCtxt (ctxt);
  g_assert_nonnull (grammar);

  return grammar;
}

static gboolean
is_valid (const char *grammar_name, xmlDoc *doc)
{
  xmlRelaxNG *grammar = load_grammar (grammar_name);
  xmlRelaxNGValidCtxt *ctxt = xmlRelaxNGNewValidCtxt (grammar);
  int result;

  xmlRelaxNGSetValidErrors (ctxt, NULL, NULL, NULL);
  result = xmlRelaxNGValidateDoc (ctxt, doc);
  xmlRelaxNGFreeValidCtxt (ctxt);
  xmlRelaxNGFree (grammar);
  xmlFreeDoc (doc);

  return result == 0;
}

static void
check_folder (const char *part, const char *grammar)
{
  g_autofree char *path = g_build_filename (DATA_SOURCE_DIR, part, NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      g_test_message ("%s", file);
      g_assert_true (is_valid (grammar, xmlReadFile (file, NULL, XML_PARSE_NONET)));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_shipped (void)
{
  check_folder ("articles", "articles/article.rng");
  check_folder ("background", "background/background.rng");
}

static void
test_article (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { OPEN "<body><p>x</p></body></article>", TRUE },
    { OPEN "<head><published>2021-10-14</published></head><body><h level='1'>x</h></body>"
           "</article>",
      TRUE },
    { OPEN "<body><quote><p>x</p><p>y</p></quote><li>z</li></body></article>", TRUE },
    { OPEN "<body/></article>", FALSE },
    { OPEN "<body>x</body></article>", FALSE },
    { OPEN "<body><h>x</h></body></article>", FALSE },
    { OPEN "<head><published>in May</published></head><body><p>x</p></body></article>", FALSE },
    { "<article version='1'><body><p>x</p></body></article>", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      xmlDoc *doc = xmlReadDoc ((const xmlChar *) cases[i].text, NULL, NULL, XML_PARSE_NONET);

      g_test_message ("case %u", i);
      g_assert_cmpint (is_valid ("articles/article.rng", doc), ==, cases[i].valid);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/schema/shipped", test_shipped);
  g_test_add_func ("/import/schema/article", test_article);

  return g_test_run ();
}
