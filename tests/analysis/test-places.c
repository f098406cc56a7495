/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"

#include <locale.h>
#include <string.h>

static DlAnnotations *
analyze (const char *language, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autoptr (DlAnalyzer) analyzer = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  DlArticleFields fields = { .language = language };
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, &fields);
  DlAnnotations *annotations;

  g_assert_no_error (error);
  analyzer = dl_analyzer_new (lexicon, NULL);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
  g_assert_no_error (error);

  return annotations;
}

/* “words=countries” of every country, people and place. */
static char *
list_places (DlAnnotations *annotations)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      DlMention *mention = dl_annotations_get_mention (annotations, i);
      const DlKind kind = dl_mention_get_kind (mention);
      g_autofree char *text = dl_article_dup_excerpt (dl_annotations_get_article (annotations),
                                                      dl_mention_get_span (mention));
      const char *const *codes = dl_mention_get_fields (mention)->countries;

      if (kind == DL_KIND_PLACE || kind == DL_KIND_COUNTRY || kind == DL_KIND_DEMONYM)
        g_string_append_printf (list, "%s%s=%s", list->len > 0 ? "; " : "", text,
                                codes != NULL && codes[0] != NULL ? codes[0] : "");
    }

  return g_string_free (list, FALSE);
}

static void
test_choice (void)
{
  static const struct
  {
    const char *language, *text, *places;
  } rows[] = {
    /* what stands after the comma holds what stands before it */
    { "en", "They met in Paris, Texas.", "Paris, Texas=US" },
    { "en", "They met in Paris, France.", "Paris=FR; France=FR" },
    { "en", "They met in Paris.", "Paris=FR" },
    { "en", "A storm hit Lebanon, Pennsylvania. In Lebanon nobody was hurt.",
      "Lebanon=US; Pennsylvania=US; Lebanon=US" },
    /* a report from a town of that name; the tables need not have it */
    { "en", "The sheriff of Velmar County held a man. The county clerk in Paris said so.",
      "Velmar County=US; Paris=US" },
    { "en",
      "A sheriff’s deputy in Wexmoor County went home to Palestine, and the school board met.",
      "Wexmoor County=US; Palestine=US" },
    { "en", "The sheriff left Velmar County. In Paris the French minister met the county clerk.",
      "Velmar County=US; Paris=FR; French=FR" },
    { "en", "A minister from County Velmar spoke in Paris about the sheriff.",
      "County Velmar=US; Paris=FR" },
    { "en", "A storm hit Lebanon and Syria.", "Lebanon=LB; Syria=SY" },
    /* words that only one country has make a report from one of its towns */
    { "en", "The sheriff’s deputies searched the middle school in Gainesville.", "Gainesville=US" },
    { "en", "They searched the place in Gainesville.", "" },
    { "en", "The district attorney, the school district and the county commissioners met in Paris.",
      "Paris=US" },
    { "en", "Some Republicans asked the FBI why he flew to Paris.", "Paris=FR" },
    { "en", "He moved to Gainesville, Fla.", "Gainesville=US; Fla.=US" },
    /* a small town needs its country, and is no person */
    { "en", "He lives in Warrington.", "" },
    { "en", "The United Kingdom and Scotland agreed. He lives in Warrington.",
      "United Kingdom=GB; Scotland=GB; Warrington=GB" },
    { "en", "Ohio and Texas agreed. Ms. Jackson spoke.", "Ohio=US; Texas=US" },
    /* head nouns make a place; the article tells the country */
    { "en", "The fire reached Laurel County in Kentucky.", "Laurel County=US; Kentucky=US" },
    { "en", "Boats crossed Lake Balaton in Hungary.", "Lake Balaton=HU; Hungary=HU" },
    { "en", "The French envoy crossed Lake Balaton in Hungary and met French and German staff.",
      "French=FR; Lake Balaton=HU; Hungary=HU; French=FR; German=DE" },
    { "en", "The gardaí and a TD looked at Velmar Lake.", "Velmar Lake=IE" },
    /* a town that the tables do not have, in a region that they have */
    { "en", "GLASGOW, Ky. - A woman died in Glasgow.", "GLASGOW=US; Ky.=US; Glasgow=US" },
    { "en", "He moved to London, Ont., and liked London.", "London=CA; Ont.=CA; London=CA" },
    { "en", "He saw London, California, Texas and Ohio.",
      "London=GB; California=US; Texas=US; Ohio=US" },
    /* a region needs its country, but no word before it */
    { "de", "Das Schiff erreichte die Normandie. Frankreich wartet.",
      "Normandie=FR; Frankreich=FR" },
    { "en", "Ohio, Ill. and Texas agreed.", "Ohio=US; Ill.=US; Texas=US" },
    { "en", "Ohio and Texas agreed. He fell Ill.", "Ohio=US; Texas=US" },
    /* what a sea is called is no name without the sea */
    { "fr", "Les navires traversent la mer Noire.", "mer Noire=" },
    /* a word that begins a sentence */
    { "fr", "Réunion mardi à Lyon.", "Lyon=FR" },
    { "fr", "Il vit à la Réunion.", "Réunion=RE" },
    /* two countries in one sentence are no towns */
    { "en",
      "The sheriff, the school board and the county clerk rule more people than Greece or "
      "Portugal.",
      "Greece=GR; Portugal=PT" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (rows[i].language, rows[i].text);
      g_autofree char *places = list_places (annotations);

      g_assert_cmpstr (places, ==, rows[i].places);
    }
}

/* How the first of them was chosen among others of its name. */
static void
test_sure (void)
{
  static const struct
  {
    const char *text, *nick;
  } rows[] = {
    { "Tokyo waits.", NULL },
    { "A storm hit Lebanon, Pennsylvania.", "stated" },
    { "They met in Paris, which is far from Marseille in France.", "likely" },
    { "They met in Paris.", "open" },
    { "Palestine has a school board, a sheriff and a county clerk.", "unlisted" },
    /* a country is not taken for a town */
    { "Lebanon waits.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze ("en", rows[i].text);
      DlMention *mention = dl_annotations_get_mention (annotations, 0);
      const DlMentionFields *fields = dl_mention_get_fields (mention);

      g_assert_cmpstr (dl_choice_get_nick (fields->choice), ==, rows[i].nick);
      g_assert_cmpint (fields->reason != NULL, ==, rows[i].nick != NULL);
    }
}

static void
test_compounds (void)
{
  static const struct
  {
    const char *language, *text, *places;
  } rows[] = {
    { "ko", "한미 정상이 만났다.", "한=KR; 미=US" },
    { "ko", "한중일의 협력", "한=KR; 중=CN; 일=JP" },
    { "ko", "한미동맹", "한=KR; 미=US" },
    /* a company; a word that is a country by what follows only */
    { "ko", "한미약품 주가", "" },
    { "ko", "중일 마라톤", "" },
    { "ko", "중일전쟁", "중=CN; 일=JP" },
    { "ko", "북미 대화", "북=KP; 미=US" },
    { "en", "Sino-Russian ties", "Sino=CN; Russian=RU" },
    { "en", "General Franco died.", "" },
    { "fr", "les relations franco-allemandes", "franco=FR; allemandes=DE" },
    { "ru", "российско-китайские отношения", "российско=RU; китайские=CN" },
    { "uk", "польсько-українські відносини", "польсько=PL; українські=UA" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (rows[i].language, rows[i].text);
      g_autofree char *places = list_places (annotations);

      g_assert_cmpstr (places, ==, rows[i].places);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/places/choice", test_choice);
  g_test_add_func ("/analysis/places/sure", test_sure);

  g_test_add_func ("/analysis/places/compounds", test_compounds);

  return g_test_run ();
}
