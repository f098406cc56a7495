/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"
#include "json.h"
#include "name-recognizer.h"
#include "text-importer.h"

#include <string.h>
#include <time.h>

/* Where the time goes: bench-pipeline FILE LANGUAGE RUNS.  Prints the bytes, and the least
 * processor time in seconds of each stage, one a line: “import 0.001”.  What “analysis” says
 * holds “names”, and that holds “tokens”. */

typedef enum
{
  STAGE_START, /* of the analyzer: the tables mapped, the grammars of the language made */
  STAGE_IMPORT,
  STAGE_TOKENS, /* folding, matching, sentences */
  STAGE_NAMES,  /* the same, and what names of the tables mean */
  STAGE_ANALYSIS,
  STAGE_EXPORT,
  N_STAGES
} Stage;

static const char *const names[N_STAGES] = {
  "start", "import", "tokens", "names", "analysis", "export",
};

/* Of the processor, in seconds: other programs on the machine do not count. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec + now.tv_nsec / 1e9;
}

/* Keeps the least time of a stage that began at @start.  Returns: the time now */
static double
take_time (double *least, Stage stage, double start)
{
  const double now = get_time ();

  least[stage] = MIN (least[stage], now - start);

  return get_time ();
}

static DlArticle *
import (const char *text, gsize length, const char *language)
{
  g_autoptr (GError) error = NULL;
  const DlArticleFields fields = { .id = "bench", .language = language };
  DlArticle *article = dl_text_importer_from_utf8 (text, length, &fields, &error);

  if (article == NULL)
    g_error ("%s", error->message);

  return article;
}

static void
find_names (DlLexicon *lexicon, DlArticle *article, gboolean is_judged)
{
  const DlLanguage language = dl_language_from_tag (dl_article_get_language (article));
  g_autoptr (DlReading) reading = dl_reading_new (article, lexicon, language);
  g_autoptr (DlPassage) passage = dl_passage_new (reading);

  for (guint i = 0; i < dl_article_get_n_blocks (article); i++)
    {
      dl_passage_set_block (passage, i);
      if (is_judged)
        dl_name_recognizer_run (passage);
    }
}

static DlAnalyzer *
start_analyzer (DlLexicon **lexicon, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = import ("1", 1, language);
  g_autoptr (DlAnnotations) annotations = NULL;
  DlAnalyzer *analyzer;

  *lexicon = dl_lexicon_open_default (&error);
  if (*lexicon == NULL)
    g_error ("%s", error->message);
  analyzer = dl_analyzer_new (*lexicon, NULL);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, NULL);

  return analyzer;
}

static void
run (double *least, const char *text, gsize length, const char *language)
{
  double start = get_time ();
  g_autoptr (DlLexicon) lexicon = NULL;
  g_autoptr (DlAnalyzer) analyzer = start_analyzer (&lexicon, language);
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlAnnotations) annotations = NULL;
  g_autofree char *json = NULL;

  start = take_time (least, STAGE_START, start);
  article = import (text, length, language);
  start = take_time (least, STAGE_IMPORT, start);
  find_names (lexicon, article, FALSE);
  start = take_time (least, STAGE_TOKENS, start);
  find_names (lexicon, article, TRUE);
  start = take_time (least, STAGE_NAMES, start);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, NULL);
  start = take_time (least, STAGE_ANALYSIS, start);
  json = dl_json_from_annotations (annotations, FALSE);
  take_time (least, STAGE_EXPORT, start);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  double least[N_STAGES];
  gsize length;

  if (argc != 4)
    g_error ("bench-pipeline FILE LANGUAGE RUNS");
  if (!g_file_get_contents (argv[1], &text, &length, &error))
    g_error ("%s", error->message);
  for (Stage stage = 0; stage < N_STAGES; stage++)
    least[stage] = G_MAXDOUBLE;

  for (int i = 0; i < atoi (argv[3]); i++)
    run (least, text, length, argv[2]);

  g_print ("bytes %" G_GSIZE_FORMAT "\n", length);
  for (Stage stage = 0; stage < N_STAGES; stage++)
    g_print ("%s %f\n", names[stage], least[stage]);

  return 0;
}
