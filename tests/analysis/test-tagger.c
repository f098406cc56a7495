/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "analyzer.h"
#include "error.h"
#include "learner.h"
#include "tagger.h"

/* A model is trained here from a few sentences, written, opened and used. */

/* What is between { and } is a person, between [ and ] an organisation. */
static const char *const lessons[] = {
  "Yesterday {Orla Quist} said the plan was ready.",
  "The engineer {Bram Tolvo} said it would rain.",
  "A letter from {Mirel Dask} said nothing new.",
  "Later {Jonna Prell} said she agreed.",
  "Shares of [Velmar Corp] rose on Monday.",
  "Shares of [Ostrin Corp] fell on Friday.",
  "Workers at [Quell Corp] went home early.",
  "Shares of [Brando Corp] did not move.",
  "The weather said little about the season.",
  "Nothing on Monday was as it seemed.",
};

typedef struct
{
  DlLexicon *lexicon;
  DlLearner *learner; /* while it learns */
  DlTagModel *model;  /* afterwards */
  const char *lesson;
  char *found; /* what the tagger says of the last passage */
} Fixture;

static void
analyze (Fixture *fixture, const char *text, DlAnalyzerWatch watch)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  const DlArticleFields fields = { .language = "en" };
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, &fields);
  g_autoptr (DlAnalyzer) analyzer = dl_analyzer_new (fixture->lexicon, NULL);
  g_autoptr (DlAnnotations) annotations = NULL;
  g_autoptr (GError) error = NULL;

  dl_analyzer_watch (analyzer, watch, fixture);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
  g_assert_no_error (error);
}

/* The token of the passage at the byte @at of its text. */
static guint
find_token (DlPassage *passage, gsize at)
{
  guint i = 0;

  while (i < dl_passage_get_n_tokens (passage) && dl_passage_get_span (passage, i, i + 1).end <= at)
    i++;

  return i;
}

static void
learn_cb (DlPassage *passage, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (DlTagFound));
  const char *open = strpbrk (fixture->lesson, "{[");

  if (open != NULL)
    {
      const gsize first = open - fixture->lesson;
      const gsize last = strpbrk (fixture->lesson, "}]") - fixture->lesson - 2;
      const DlTagFound name = { find_token (passage, first), find_token (passage, last) + 1,
                                *open == '{' ? DL_TAG_PERSON : DL_TAG_ORGANISATION, 1 };

      g_array_append_val (names, name);
    }
  dl_learner_add (fixture->learner, passage, names);
}

static void
tag_cb (DlPassage *passage, gpointer user_data)
{
  static const char *const kinds[] = { "person", "place", "organisation" };
  Fixture *fixture = user_data;
  g_autoptr (DlTagger) tagger = dl_tagger_new (fixture->lexicon, fixture->model);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (DlTagFound));
  GString *list = g_string_new (NULL);

  dl_tagger_find (tagger, passage, found);
  for (guint i = 0; i < found->len; i++)
    {
      const DlTagFound *name = &g_array_index (found, DlTagFound, i);
      g_autofree char *text = dl_passage_dup_text (passage, name->first, name->after);

      g_assert_cmpfloat (name->probability, >, 0);
      g_assert_cmpfloat (name->probability, <, 1.001);
      g_string_append_printf (list, "%s%s:%s", i > 0 ? "; " : "", kinds[name->kind], text);
    }
  g_free (fixture->found);
  fixture->found = g_string_free (list, FALSE);
}

/* Returns: (transfer full): the weights that the lessons give */
static GBytes *
learn (Fixture *fixture)
{
  const DlLearnerOptions options = { .epochs = 30,
                                     .min_count = 1,
                                     .max_features = 2000,
                                     .drop = 0.2,
                                     .least = 0.6,
                                     .rate = 0.1,
                                     .decay = 1e-3 };
  GBytes *bytes;

  fixture->learner = dl_learner_new (fixture->lexicon, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++)
    {
      g_autofree char *plain = g_strdup (lessons[i]);
      char *to = plain;

      for (const char *from = lessons[i]; *from != '\0'; from++)
        if (strchr ("{}[]", *from) == NULL)
          *to++ = *from;
      *to = '\0';
      fixture->lesson = lessons[i];
      analyze (fixture, plain, learn_cb);
    }
  dl_learner_run (fixture->learner, &options);
  bytes = dl_learner_write (fixture->learner);
  g_clear_pointer (&fixture->learner, dl_learner_free);

  return bytes;
}

static DlTagModel *
open_bytes (gconstpointer data, gsize size, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dateline-test-tagger.dat", NULL);
  DlTagModel *model;

  g_assert_true (g_file_set_contents (path, data, size, NULL));
  model = dl_tag_model_open (path, error);
  g_unlink (path);

  return model;
}

/* Names that it has never seen, where such names stand. */
static void
test_learn (void)
{
  static const struct
  {
    const char *text, *found;
  } rows[] = {
    { "Then Tessa Vorn said it was late.", "person:Tessa Vorn" },
    { "Shares of Hadrel Corp rose again.", "organisation:Hadrel Corp" },
    { "The rain said nothing.", "" },
  };
  Fixture fixture = { .lexicon = dl_lexicon_open_default (NULL) };
  g_autoptr (GBytes) bytes = learn (&fixture);
  g_autoptr (GBytes) again = learn (&fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_bytes_equal (bytes, again));
  fixture.model = open_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      analyze (&fixture, rows[i].text, tag_cb);
      g_assert_cmpstr (fixture.found, ==, rows[i].found);
    }
  g_free (fixture.found);
  dl_tag_model_free (fixture.model);
  g_object_unref (fixture.lexicon);
}

static void
assert_refused (gconstpointer data, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_bytes (data, size, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_DATA);
}

static void
test_damaged (void)
{
  Fixture fixture = { .lexicon = dl_lexicon_open_default (NULL) };
  g_autoptr (GBytes) bytes = learn (&fixture);
  const gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  DlTagHeader *header = (DlTagHeader *) data;
  const DlTagHeader sound = *header;
  g_autoptr (GError) error = NULL;

  assert_refused ("", 0);
  assert_refused (data, sizeof sound - 1);
  assert_refused (data, size - 1);
  header->magic++;
  assert_refused (data, size);
  *header = sound;
  header->bits = 31;
  assert_refused (data, size);
  *header = sound;
  header->n_slots = 1;
  assert_refused (data, size);
  *header = sound;
  header->n_words = 20; /* which are not there */
  header->word_bits = 4;
  assert_refused (data, size);
  *header = sound;
  header->least = 0;
  assert_refused (data, size);
  *header = sound;
  header->moves[0][0] = -G_MAXFLOAT;
  assert_refused (data, size);
  *header = sound;
  memset (data + sizeof sound, 0xff, size - sizeof sound);
  assert_refused (data, size);
  g_assert_null (dl_tag_model_open ("/nowhere/en.dat", &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_DATA);
  g_object_unref (fixture.lexicon);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/tagger/learn", test_learn);
  g_test_add_func ("/analysis/tagger/damaged", test_damaged);

  return g_test_run ();
}
