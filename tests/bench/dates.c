/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"
#include "date-recognizer.h"
#include "date-resolver.h"

#include <string.h>
#include <time.h>

/* Reads one text again and again: bench-dates FILE LANGUAGE RUNS.  Prints on one line the
 * bytes, the least processor time in seconds of the recogniser of dates alone, with all it
 * needs, and that of the whole analysis. */

/* Of the processor, in seconds: other programs on the machine do not count. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

static GPtrArray *
cut_paragraphs (const char *text)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *start = text; *start != '\0';)
    {
      const char *end = strstr (start, "\n\n");
      const gsize length = end != NULL ? (gsize) (end - start) : strlen (start);

      if (length > 0)
        g_ptr_array_add (blocks,
                         dl_block_new (DL_BLOCK_PARAGRAPH,
                                       (DlSpan){ start - text, start - text + length }, NULL));
      start += length + (end != NULL ? 2 : 0);
    }

  return blocks;
}

static DlArticle *
load (const char *path, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const DlArticleFields fields = { .id = "bench", .language = language };
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);
  bytes = g_bytes_new_take (text, length);
  blocks = cut_paragraphs (text);

  return dl_article_new (bytes, blocks, &fields);
}

static void
find_dates (DlLexicon *lexicon, DlArticle *article, DlGrammar *grammar, DlLanguage language)
{
  g_autoptr (DlReading) reading = dl_reading_new (article, lexicon, language);
  g_autoptr (DlPassage) passage = dl_passage_new (reading);

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      dl_passage_set_block (passage, i);
      dl_date_recognizer_run (passage, grammar);
    }
  dl_date_resolver_run (reading, NULL);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autoptr (DlAnalyzer) analyzer = NULL;
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlGrammar) grammar = NULL;
  double dates = G_MAXDOUBLE, all = G_MAXDOUBLE;
  DlLanguage language;

  if (argc != 4 || lexicon == NULL)
    g_error ("bench-dates FILE LANGUAGE RUNS");
  language = dl_language_from_tag (argv[2]);
  article = load (argv[1], argv[2]);
  analyzer = dl_analyzer_new (lexicon, NULL);
  grammar = dl_grammar_new (lexicon, "dates", language);

  for (int i = 0; i < atoi (argv[3]); i++)
    {
      const double start = get_time ();
      double middle;
      g_autoptr (DlAnnotations) annotations = NULL;

      find_dates (lexicon, article, grammar, language);
      middle = get_time ();
      annotations = dl_analyzer_analyze (analyzer, article, NULL, NULL);
      dates = MIN (dates, middle - start);
      all = MIN (all, get_time () - middle);
    }
  g_print ("%" G_GSIZE_FORMAT " %f %f\n", dl_article_get_length (article), dates, all);

  return 0;
}
