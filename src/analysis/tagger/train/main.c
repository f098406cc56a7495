/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "analyzer.h"
#include "learner.h"
#include "tagger.h"
#include "text-importer.h"
#include "word-list.h"

/* Trains a tagger: reads lines of JSON, “text” and the “spans” that are names in it, and
 * writes a file of weights.  data/tagger/SOURCES.md tells of what. */

typedef struct
{
  DlLearner *learner;
  GArray *spans; /* of DlTagFound, whose tokens are bytes of the text */
  GArray *names;
} Task;

static const struct
{
  const char *label;
  DlTagKind kind;
} labels[] = {
  { "PER", DL_TAG_PERSON },
  { "LOC", DL_TAG_PLACE },
  { "ORG", DL_TAG_ORGANISATION },
};

static gboolean
find_kind (const char *label, DlTagKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_strcmp0 (label, labels[i].label) == 0)
        {
          *kind = labels[i].kind;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_spans (Task *task, const char *text, JsonArray *spans)
{
  const glong length = g_utf8_strlen (text, -1);

  g_array_set_size (task->spans, 0);
  for (guint i = 0; i < json_array_get_length (spans); i++)
    {
      JsonObject *span = json_array_get_object_element (spans, i);
      const gint64 start = json_object_get_int_member (span, "start");
      const gint64 end = json_object_get_int_member (span, "end");
      DlTagFound name = { 0 };

      if (start < 0 || end <= start || end > length ||
          !find_kind (json_object_get_string_member (span, "label"), &name.kind))
        continue;
      name.first = g_utf8_offset_to_pointer (text, start) - text;
      name.after = g_utf8_offset_to_pointer (text, end) - text;
      g_array_append_val (task->spans, name);
    }
}

/* From bytes of the text to tokens of the passage: all tokens that the span touches. */
static void
find_tokens (DlPassage *passage, const DlTagFound *span, GArray *names)
{
  DlTagFound name = { G_MAXUINT, 0, span->kind, 1 };

  for (guint i = 0; i < dl_passage_get_n_tokens (passage); i++)
    {
      const DlSpan token = dl_passage_get_span (passage, i, i + 1);

      if (token.start >= span->after || token.end <= span->first)
        continue;
      name.first = MIN (name.first, i);
      name.after = i + 1;
    }
  if (name.after > 0)
    g_array_append_val (names, name);
}

static void
passage_cb (DlPassage *passage, gpointer user_data)
{
  Task *task = user_data;

  g_array_set_size (task->names, 0);
  for (guint i = 0; i < task->spans->len; i++)
    find_tokens (passage, &g_array_index (task->spans, DlTagFound, i), task->names);
  dl_learner_add (task->learner, passage, task->names);
}

static gboolean
read_line (Task *task, DlAnalyzer *analyzer, const char *language, const char *line, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (line, error);
  DlArticleFields fields = { .language = language };
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlAnnotations) annotations = NULL;
  JsonObject *object;
  const char *text;

  if (node == NULL)
    return FALSE;

  object = json_node_get_object (node);
  text = json_object_get_string_member (object, "text");
  read_spans (task, text, json_object_get_array_member (object, "spans"));
  article = dl_text_importer_from_utf8 (text, strlen (text), &fields, error);
  if (article == NULL)
    return FALSE;
  annotations = dl_analyzer_analyze (analyzer, article, NULL, error);

  return annotations != NULL;
}

static gboolean
read_file (Task *task, DlAnalyzer *analyzer, const char *language, const char *path, GError **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && !read_line (task, analyzer, language, lines[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
train (const char *language,
       const char *output,
       const DlTagWords *words,
       char **paths,
       const DlLearnerOptions *options,
       GError **error)
{
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (error);
  g_autoptr (DlAnalyzer) analyzer = NULL;
  g_autoptr (DlLearner) learner = NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (DlTagFound));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (DlTagFound));
  g_autoptr (GBytes) bytes = NULL;
  Task task;

  if (lexicon == NULL)
    return FALSE;

  analyzer = dl_analyzer_new (lexicon, NULL);
  learner = dl_learner_new (lexicon, words);
  task = (Task){ learner, spans, names };
  dl_analyzer_watch (analyzer, passage_cb, &task);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!read_file (&task, analyzer, language, paths[i], error))
        return FALSE;
    }
  dl_learner_run (learner, options);
  bytes = dl_learner_write (learner);

  return g_file_set_contents (output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              error);
}

int
main (int argc, char **argv)
{
  g_autofree char *language = NULL;
  g_autofree char *output = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) paths = NULL;
  int features = 40000, epochs = 12, min_count = 2;
  double drop = 0.4, least = 0.6;
  DlLearnerOptions options = { .rate = 0.1, .decay = 1e-3 };
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, "Language of the texts", "TAG" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "File of weights to write", "FILE" },
    { "features", 0, 0, G_OPTION_ARG_INT, &features, "How many features are kept", "N" },
    { "epochs", 0, 0, G_OPTION_ARG_INT, &epochs, "How often the texts are read", "N" },
    { "min-count", 0, 0, G_OPTION_ARG_INT, &min_count, "Features seen less often are left out",
      "N" },
    { "drop", 0, 0, G_OPTION_ARG_DOUBLE, &drop, "Share of features left out by chance", "SHARE" },
    { "least", 0, 0, G_OPTION_ARG_DOUBLE, &least, "Names less likely are not taken", "SHARE" },
    { "words", 0, 0, G_OPTION_ARG_FILENAME, &list, "Dictionary of Korean for Hunspell", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "FILE…" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (DlWordList) words = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("train-tagger: %s\n", error->message);
      return 2;
    }
  if (language == NULL || output == NULL || paths == NULL || features < 1 || epochs < 1 ||
      drop < 0 || drop > 0.9 || least <= 0 || least > 1)
    {
      g_printerr ("train-tagger: --language, --output and files are needed\n");
      return 2;
    }

  options.max_features = features;
  options.epochs = epochs;
  options.min_count = min_count;
  options.drop = drop;
  options.least = least;
  if (list != NULL)
    words = dl_word_list_read (list, &error);
  if ((list != NULL && words == NULL) ||
      !train (language, output, words != NULL ? dl_word_list_get_words (words) : NULL, paths,
              &options, &error))
    {
      g_printerr ("train-tagger: %s\n", error->message);
      return 1;
    }

  return 0;
}
