/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "analyzer.h"
#include "tag-sentence.h"
#include "word-list.h"

/* As the dictionary has them: letters taken apart, verbs by what they are named by.  What
 * is no Hangul is passed over. */
static const char *const dictionary = "7\n"
                                      "시민/10\n"
                                      "학교/25\n"
                                      "가르치다/44\n"
                                      "이미/67\n"
                                      "책/10\n"
                                      "TV/10\n"
                                      "그런데\n";

/* What words are cut into: N noun, V verb, O other, P particle, ? not known. */
static const struct
{
  const char *text, *pieces;
} rows[] = {
  { "시민학교에서", "시민:N 학교:N 에서:P" },
  { "돌담시민은", "돌담:? 시민:N 은:P" },
  { "시민돌담은", "시민:N 돌담:? 은:P" },
  { "이미 가르치는", "이미:O 가르치:V 는:P" },
  { "책을", "책:N 을:P" },
  { "책갈피를", "책갈피:? 를:P" },
  { "그런데", "그런데:O" },
  { "TV", "" },
};

typedef struct
{
  DlTagSentence *sentence;
  GString *pieces;
} Fixture;

static void
passage_cb (DlPassage *passage, gpointer user_data)
{
  Fixture *fixture = user_data;

  for (guint i = 0; i < passage->sentences->len; i++)
    {
      const DlTokenRange *range = &g_array_index (passage->sentences, DlTokenRange, i);

      dl_tag_sentence_read (fixture->sentence, passage, range);
      for (guint k = 0; k < fixture->sentence->n; k++)
        {
          const DlTagPiece *piece = &dl_tag_sentence_get_word (fixture->sentence, k)->piece;
          g_autofree char *text = NULL;

          if (piece->at > 0 || piece->length == 0)
            continue;
          text = dl_passage_dup_text (passage, range->first + k, range->first + k + piece->length);
          g_string_append_printf (fixture->pieces, "%s%s:%c", fixture->pieces->len > 0 ? " " : "",
                                  text, "?NVOP"[piece->klass]);
        }
    }
}

static DlWordList *
read_list (const char *contents)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dateline-test-words.dic", NULL);
  g_autoptr (GError) error = NULL;
  DlWordList *list;

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  list = dl_word_list_read (path, &error);
  g_assert_no_error (error);
  g_unlink (path);

  return list;
}

static void
test_pieces (void)
{
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (NULL);
  g_autofree char *apart = g_utf8_normalize (dictionary, -1, G_NORMALIZE_NFD);
  g_autoptr (DlWordList) list = read_list (apart);
  g_autoptr (DlAnalyzer) analyzer = dl_analyzer_new (lexicon, NULL);
  g_autoptr (GString) pieces = g_string_new (NULL);
  Fixture fixture = { dl_tag_sentence_new (lexicon, dl_word_list_get_words (list)), pieces };

  dl_analyzer_watch (analyzer, passage_cb, &fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].text, strlen (rows[i].text));
      const DlArticleFields fields = { .language = "ko" };
      g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, &fields);
      g_autoptr (DlAnnotations) annotations = NULL;
      g_autoptr (GError) error = NULL;

      g_string_truncate (pieces, 0);
      annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (pieces->str, ==, rows[i].pieces);
    }
  dl_tag_sentence_free (fixture.sentence);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_word_list_read ("/nowhere/ko.dic", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/tag-words/pieces", test_pieces);
  g_test_add_func ("/analysis/tag-words/missing", test_missing);

  return g_test_run ();
}
