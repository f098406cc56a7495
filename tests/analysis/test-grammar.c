/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grammar.h"

#include <string.h>

#include "caution.h"
#include "name-recognizer.h"

static DlArticle *
make_article (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  DlArticleFields fields = { .language = "en" };

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, strlen (text) }, NULL));

  return dl_article_new (bytes, blocks, &fields);
}

static void
append_match (DlPassage *passage, const DlMatch *match, gpointer user_data)
{
  GString *out = user_data;
  g_autofree char *text = dl_passage_dup_text (passage, match->first, match->after);

  g_string_append_printf (out, "%s%s=%s", out->len > 0 ? "; " : "",
                          dl_tables_string (passage->reading->tables, match->rule->id), text);
  for (guint i = 0; i < match->n_captures; i++)
    {
      const DlCapture *capture = &match->captures[i];
      g_autofree char *piece = dl_passage_dup_text (passage, capture->first, capture->after);

      g_string_append_printf (out, " %s:%s",
                              dl_tables_string (passage->reading->tables, capture->name), piece);
    }
}

static DlLexicon *
open_lexicon (void)
{
  g_autoptr (GError) error = NULL;
  DlLexicon *lexicon = dl_lexicon_open (g_getenv ("DATELINE_TEST_PATTERNS"), &error);

  g_assert_no_error (error);

  return lexicon;
}

static char *
run (const char *text)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();
  g_autoptr (DlArticle) article = make_article (text);
  g_autoptr (DlReading) reading = dl_reading_new (article, lexicon, DL_LANGUAGE_EN);
  g_autoptr (DlPassage) passage = dl_passage_new (reading);
  g_autoptr (DlGrammar) grammar = dl_grammar_new (lexicon, "try", DL_LANGUAGE_EN);
  GString *out = g_string_new (NULL);

  dl_passage_set_block (passage, 0);
  dl_name_recognizer_run (passage);
  dl_grammar_run (grammar, passage, append_match, out);

  return g_string_free (out, FALSE);
}

static void
test_patterns (void)
{
  static const struct
  {
    const char *text, *matches;
  } rows[] = {
    { "the Ministry of Ardenia", "composed=Ministry of Ardenia head:Ministry c:Ardenia" },
    { "the Grand Council of Ardenia",
      "composed=Grand Council of Ardenia head:Grand Council c:Ardenia" },
    { "the Ministry of Elsewhere", "" },
    { "on day 3-5 and day 7 to 9", "range=day 3-5 a:3 b:5; range=day 7 to 9 a:7 b:9" },
    { "on day 3-45", "" },
    { "in 1987 or 2021%", "year=1987" },
    { "a meeting “On All” ended “so”", "quoted=On All" },
    { "x-5 and x - 5", "glued=x-5" },
    { "Alpha is not alpha.", "first=Alpha" },
    { "An omega. The omega", "last=omega; last=omega" },
    { "Mr. John Paul Smith left", "names=John Paul Smith" },
    { "Mr John Ardenia", "names=John" },
    { "これはチリ軍です", "script=チリ軍" },
    { "これはチリ。軍", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *matches = run (rows[i].text);

      g_assert_cmpstr (matches, ==, rows[i].matches);
    }
}

/* A pattern that could try for ever is given up, and the others still match. */
static void
test_bounded (void)
{
  g_autoptr (GString) text = g_string_new ("day 1-2 q");
  g_autofree char *matches = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, " a");
  matches = run (text->str);
  g_assert_cmpstr (matches, ==, "range=day 1-2 a:1 b:2");
}

/* The names found in @text, each with its entity. */
static char *
find_names (const char *text)
{
  g_autoptr (DlLexicon) lexicon = open_lexicon ();
  g_autoptr (DlArticle) article = make_article (text);
  g_autoptr (DlReading) reading = dl_reading_new (article, lexicon, DL_LANGUAGE_EN);
  g_autoptr (DlPassage) passage = dl_passage_new (reading);
  GString *out = g_string_new (NULL);

  dl_passage_set_block (passage, 0);
  dl_name_recognizer_run (passage);
  for (guint i = 0; i < passage->candidates->len; i++)
    {
      const DlCandidate *candidate = g_ptr_array_index (passage->candidates, i);

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", candidate->id);
    }

  return g_string_free (out, FALSE);
}

static void
test_cautions (void)
{
  static const struct
  {
    const char *text, *names;
  } rows[] = {
    { "They live in Mint.", "BB" },
    { "They like Mint a lot.", "BB" },
    { "They like mint.", "" },
    { "They drink Mint tea.", "" },
    { "They drink in Mint tea houses.", "" }, /* as near, but against it */
    { "John Mint left.", "" },                /* a given name */
    { "In Mint it rains.", "BB" },
    { "Ardenia and Mint agree.", "AA BB" },
    { "Mint, Ardenia and others.", "BB AA" },
    { "Beside the Mint Sea.", "mint-sea" }, /* the longest name wins */
    { "On the Bay.", "" },                  /* needs context */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *names = find_names (rows[i].text);

      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/grammar/patterns", test_patterns);
  g_test_add_func ("/analysis/grammar/bounded", test_bounded);
  g_test_add_func ("/analysis/grammar/cautions", test_cautions);

  return g_test_run ();
}
