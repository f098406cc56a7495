/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "analyzer.h"
#include "tag-judge.h"

/* What the tagger found, between { and }, and what is marked of it. */
typedef struct
{
  const char *language, *text;
  DlTagKind kind;
  double probability;
  const char *marked; /* or NULL */
} Row;

static const Row rows[] = {
  { "de", "Gestern sprach {ABX-Sprecherin} Tessa Vorn.", DL_TAG_ORGANISATION, 0.9, "ABX" },
  { "de", "Gestern tagte die {ABX-Kommission} lange.", DL_TAG_ORGANISATION, 0.9, "ABX-Kommission" },
  { "de", "Gestern hielt ein Zug in {Nord-Lupendorf} nicht.", DL_TAG_PLACE, 0.9, "Nord-Lupendorf" },
  { "de", "Er kaufte {Schrauben} und Nägel.", DL_TAG_PLACE, 0.65, NULL },
  { "de", "Das {islamistische} Lager wuchs.", DL_TAG_PLACE, 0.9, NULL },
  /* a rule has found him */
  { "en", "Then {Mr Vorn} said no.", DL_TAG_PERSON, 0.9, NULL },
  { "en", "They met {the Velmar Ostrin} there.", DL_TAG_ORGANISATION, 0.9, "Velmar Ostrin" },
  { "en", "They met {Jordan} there.", DL_TAG_PERSON, 0.9, NULL },
  { "en", "They put money into {VTX} again.", DL_TAG_PLACE, 0.8, NULL },
  { "id", "Mereka tiba di {VTX} lagi.", DL_TAG_PLACE, 0.8, "VTX" },
  { "en", "They put money into {VTX} again.", DL_TAG_ORGANISATION, 0.8, "VTX" },
  { "ko", "{한중일}의 협력", DL_TAG_PERSON, 0.9, NULL },
  { "ko", "{한미}약품 주가", DL_TAG_PLACE, 0.6, NULL },
  { "ko", "{한미}약품 주가", DL_TAG_ORGANISATION, 0.9, "한미" },
  { "ko", "{돌담마}는 부인했다.", DL_TAG_PERSON, 0.65, "돌담마" },
};

typedef struct
{
  const Row *row;
  char *marked;
} Fixture;

static void
passage_cb (DlPassage *passage, gpointer user_data)
{
  Fixture *fixture = user_data;
  const Row *row = fixture->row;
  const gsize start = strchr (row->text, '{') - row->text;
  const gsize end = strchr (row->text, '}') - row->text - 1;
  DlTagFound name = { G_MAXUINT, 0, row->kind, row->probability };

  for (guint i = 0; i < dl_passage_get_n_tokens (passage); i++)
    {
      const DlSpan span = dl_passage_get_span (passage, i, i + 1);

      if (span.start < start || span.end > end)
        continue;
      name.first = MIN (name.first, i);
      name.after = i + 1;
    }
  g_assert_cmpuint (name.first, <, name.after);
  if (dl_tag_judge_accepts (passage, &name))
    fixture->marked = dl_passage_dup_text (passage, name.first, name.after);
}

static void
test_accepts (void)
{
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (NULL);
  g_autoptr (DlAnalyzer) analyzer = dl_analyzer_new (lexicon, NULL);
  Fixture fixture = { NULL };

  dl_analyzer_watch (analyzer, passage_cb, &fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit_set (rows[i].text, "{}", -1);
      g_autofree char *text = g_strjoinv ("", parts);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      const DlArticleFields fields = { .language = rows[i].language };
      g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, &fields);
      g_autoptr (DlAnnotations) annotations = NULL;
      g_autoptr (GError) error = NULL;

      fixture.row = &rows[i];
      annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (fixture.marked, ==, rows[i].marked);
      g_clear_pointer (&fixture.marked, g_free);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/tag-judge/accepts", test_accepts);

  return g_test_run ();
}
