/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"

#include <locale.h>
#include <string.h>

#include "language-detector.h"

static DlAnalyzer *
make_analyzer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);

  g_assert_no_error (error);

  return dl_analyzer_new (lexicon, NULL);
}

static DlArticle *
make_article (const char *language, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DlDate) published = dl_date_new_ymd (2024, 3, 15);
  DlArticleFields fields = { .language = language, .published = published };

  return dl_article_new (bytes, NULL, &fields);
}

static DlAnnotations *
analyze (const char *language, const char *text)
{
  g_autoptr (DlAnalyzer) analyzer = make_analyzer ();
  g_autoptr (DlArticle) article = make_article (language, text);
  g_autoptr (GError) error = NULL;
  DlAnnotations *annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);

  g_assert_no_error (error);

  return annotations;
}

/* “kind:words” of every mention but terms and quantities. */
static char *
list_mentions (DlAnnotations *annotations)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      DlMention *mention = dl_annotations_get_mention (annotations, i);
      g_autofree char *text = dl_article_dup_excerpt (dl_annotations_get_article (annotations),
                                                      dl_mention_get_span (mention));

      if (dl_mention_get_kind (mention) < DL_KIND_QUANTITY)
        g_string_append_printf (list, "%s%s:%s", list->len > 0 ? "; " : "",
                                dl_kind_get_nick (dl_mention_get_kind (mention)), text);
    }

  return g_string_free (list, FALSE);
}

/* Sentences that the rules must read so; none is of an article that ships. */
static void
test_mentions (void)
{
  static const struct
  {
    const char *language, *text, *mentions;
  } rows[] = {
    { "en", "They roast a turkey in Turkey.", "country:Turkey" },
    { "en", "Peter Jordan met the king of Jordan.", "person:Peter Jordan; country:Jordan" },
    { "en", "Let us talk about the US.", "country:US" },
    { "en", "Ships left the South China Sea.", "place:South China Sea" },
    { "en", "The Polish government fell.", "organisation:Polish government; demonym:Polish" },
    { "en", "Tokyo said it would wait.", "organisation:Tokyo" },
    { "en", "He was born in Tokyo.", "place:Tokyo" },
    { "en", "The Ministry of Finance of Peru waits.",
      "organisation:Ministry of Finance of Peru; country:Peru" },
    { "en", "Foreign Minister Maria Castro left.", "person:Maria Castro" },
    { "en", "It cost $3.5 million.", "money:$3.5 million" },
    { "vi", "Anh ấy đã đến nước Anh.", "country:Anh" },
    { "vi", "Bà Nga làm việc tại Nga.", "person:Nga; country:Nga" },
    { "vi", "Ông Trần Minh Đức sang Đức.", "person:Trần Minh Đức; country:Đức" },
    { "vi", "Bộ Quốc phòng Ba Lan lên tiếng.",
      "organisation:Bộ Quốc phòng Ba Lan; country:Ba Lan" },
    { "vi", "Chính phủ Tokyo đã đồng ý.", "organisation:Chính phủ Tokyo; place:Tokyo" },
    { "vi", "Ý kiến của họ rất hay.", "" },
    { "vi", "Các nước châu Mỹ nhóm họp.", "place:châu Mỹ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (rows[i].language, rows[i].text);
      g_autofree char *mentions = list_mentions (annotations);

      g_assert_cmpstr (mentions, ==, rows[i].mentions);
    }
}

/* How many mentions the entity called @name has; 0 if there is none. */
static guint
count_mentions (DlAnnotations *annotations, const char *name)
{
  for (guint i = 0; i < dl_annotations_get_n_entities (annotations); i++)
    {
      DlEntity *entity = dl_annotations_get_entity (annotations, i);

      if (strcmp (dl_entity_get_name (entity), name) == 0)
        return dl_entity_get_n_mentions (entity);
    }

  return 0;
}

static void
test_same (void)
{
  static const struct
  {
    const char *language, *text, *name;
    guint mentions;
  } rows[] = {
    { "en", "The Pacific Fisheries Council (PFC) met. The PFC agreed.", "Pacific Fisheries Council",
      3 },
    { "en", "President Maria Castro left. Castro will return.", "Maria Castro", 2 },
    { "en", "The French government waits. Paris said no.", "French government", 2 },
    { "en", "France waits. French ships wait.", "France", 2 },
    { "en", "The European Union (EU) agreed. The EU waits.", "European Union", 3 },
    { "vi", "Bộ Y tế Thái Lan họp. Bộ Y tế đã đồng ý.", "Bộ Y tế Thái Lan", 2 },
    { "vi", "Mỹ và Pháp họp. Hoa Kỳ đã đồng ý.", "Mỹ", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (rows[i].language, rows[i].text);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpuint (count_mentions (annotations, rows[i].name), ==, rows[i].mentions);
    }
}

static void
test_parts (void)
{
  static const struct
  {
    const char *language, *text, *country;
    const char *part;
  } rows[] = {
    { "en", "Kenya said it would help. Ships left Brazil.", "KE", "acts" },
    { "en", "Kenya said it would help. Ships left Brazil.", "BR", "named" },
    { "en", "The European Union agreed.", "DE", "member" },
    { "en", "The United Nations agreed.", "DE", NULL },
    { "en", "The speech alluded to Brazil.", "BR", "hinted" },
    /* who reports it plays no part, and a company does not act for its country */
    { "en", "Reuters said that Kenya would help.", "GB", NULL },
    { "en", "Agence France-Presse said that Kenya would help.", "FR", NULL },
    { "de", "BMW teilte mit, dass es hilft.", "DE", "named" },
    { "vi", "Bài phát biểu ám chỉ Brazil.", "BR", "hinted" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (rows[i].language, rows[i].text);
      guint at = dl_annotations_find_country (annotations, rows[i].country);
      const char *part =
        at != DL_NONE
          ? dl_part_get_nick (dl_country_get_part (dl_annotations_get_country (annotations, at)))
          : NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (part, ==, rows[i].part);
    }
}

static void
test_languages (void)
{
  static const struct
  {
    DlLanguage language;
    const char *text;
  } rows[] = {
    { DL_LANGUAGE_VI, "Các nước đã nhất trí trong cuộc họp." },
    { DL_LANGUAGE_EN, "The ministers agreed on that in the morning." },
    { DL_LANGUAGE_KO, "장관들은 오늘 아침에 합의했다." },
    { DL_LANGUAGE_JA, "大臣たちは今朝合意した。" },
    { DL_LANGUAGE_ZH, "部长们今天上午达成一致。" },
    { DL_LANGUAGE_RU, "Министры договорились сегодня утром." },
    { DL_LANGUAGE_UK, "Міністри домовилися сьогодні вранці." },
    { DL_LANGUAGE_AR, "اتفق الوزراء هذا الصباح." },
    /* Too short for the commonest words alone. */
    { DL_LANGUAGE_ES, "3 de julio" },
    { DL_LANGUAGE_PT, "3 de julho" },
    { DL_LANGUAGE_IT, "3 luglio" },
    { DL_LANGUAGE_EN, "Monday 8-9am" },
    { DL_LANGUAGE_DE, "Neujahrstag" },
    /* Han without kana. */
    { DL_LANGUAGE_JA, "先週土曜日" },
    { DL_LANGUAGE_ZH, "上星期六" },
    { DL_LANGUAGE_ZH, "2018年1月22日" },
    /* A name is at home everywhere. */
    { DL_N_LANGUAGES, "Stephen Phillip Allen" },
  };
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (dl_language_detector_run (lexicon, rows[i].text, strlen (rows[i].text)), ==,
                       rows[i].language);
    }
  g_assert_cmpint (dl_language_detector_run (lexicon, "", 0), ==, DL_N_LANGUAGES);
  g_assert_cmpint (dl_language_detector_run (lexicon, "15:20", 5), ==, DL_N_LANGUAGES);
}

/* Whatever the text, mentions are in order, within the text, and nested as they say. */
static void
check_invariants (DlAnnotations *annotations)
{
  const gsize length = dl_article_get_length (dl_annotations_get_article (annotations));

  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      const DlMentionFields *fields =
        dl_mention_get_fields (dl_annotations_get_mention (annotations, i));
      const DlEntity *entity = dl_annotations_get_entity (annotations, fields->entity);

      g_assert_cmpuint (fields->span.start, <, fields->span.end);
      g_assert_cmpuint (fields->span.end, <=, length);
      g_assert_nonnull (entity);
      if (i > 0)
        g_assert_cmpint (dl_span_compare (dl_mention_get_span (
                                            dl_annotations_get_mention (annotations, i - 1)),
                                          fields->span),
                         <=, 0);
      if (fields->within != DL_NONE)
        g_assert_true (dl_span_contains (
          dl_mention_get_span (dl_annotations_get_mention (annotations, fields->within)),
          fields->span));
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "(((( )))) ",
    "“““““ ”",
    "US-US-US ",
    "(EU) (EU) ",
    "ngày 13-14/10 ",
    "\xef\xbb\xbf​ ",
    "Mr. Mr. Mr. ",
    "1/1/1/1 ",
    "Bộ Bộ Bộ ",
    "hội nghị “hội nghị “",
    "and and and ",
    "Ministry of ",
    "\n\n\n",
    "A. B. C. D. ",
    "0000000000000000000000 ",
    "Tokyo and Paris and ",
    "Hội nghị này ",
    "the summit. ",
    "日本国日本国",
    "대한민국대한민국",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (DlAnnotations) annotations = NULL;

      while (text->len < 60000)
        g_string_append (text, pieces[i]);
      annotations = analyze (i % 2 == 0 ? "vi" : "en", text->str);
      check_invariants (annotations);
    }
}

/* “act date: what” of every event. */
static char *
list_events (DlAnnotations *annotations)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      const DlEventFields *event = dl_event_get_fields (dl_annotations_get_event (annotations, i));
      g_autofree char *date = event->date != NULL ? dl_date_to_edtf (event->date) : NULL;

      g_string_append_printf (list, "%s%s %s: %s", list->len > 0 ? "; " : "", event->act, date,
                              event->what);
    }

  return g_string_free (list, FALSE);
}

/* A saying is an event where the date is its own; else the date is that of what is said. */
static void
test_events (void)
{
  static const struct
  {
    const char *text, *events;
  } cases[] = {
    { "Kenya said on 3 March 2024 that it would wait.",
      "statement 2024-03-03: Kenya said on 3 March 2024 that it would wait" },
    { "Kenya said the ferry sank near the island on 2 March 2024.",
      "disaster 2024-03-02: The ferry sank near the island on 2 March 2024" },
    { "Kenya said the price of maize at the markets of the coast would fall by June 2024.",
      "other ../2024-06: The price of maize at the markets of the coast would fall by June 2024" },
    { "The ferry sank at 10 a.m. on 2 March 2024, Kenya said.",
      "disaster 2024-03-02T10:00: The ferry sank at 10 a.m. on 2 March 2024" },
    { "Kenya visited Ghana on 1 March 2024.", "visit 2024-03-01: Kenya visited Ghana" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze ("en", cases[i].text);
      g_autofree char *events = list_events (annotations);

      g_assert_cmpstr (events, ==, cases[i].events);
    }
}

/* A heading ends behind a whole name or word, however long the clause. */
static void
test_long_heading (void)
{
  g_autoptr (GString) text = g_string_new ("On 1 March 2024 the ferry sank");
  g_autoptr (DlAnnotations) annotations = NULL;
  const char *what;

  for (guint i = 0; i < 40; i++)
    g_string_append (text, " beyond");
  annotations = analyze ("en", text->str);
  g_assert_cmpuint (dl_annotations_get_n_events (annotations), ==, 1);
  what = dl_event_get_fields (dl_annotations_get_event (annotations, 0))->what;
  g_assert_cmpuint (strlen (what), <=, 200);
  g_assert_true (g_str_has_suffix (what, " beyond"));
}

/* Whether @at stands at the beginning of a character. */
static gboolean
is_edge (DlArticle *article, gsize at)
{
  return at == dl_article_get_length (article) ||
         ((guchar) dl_article_get_text (article)[at] & 0xc0) != 0x80;
}

/* A sentence with thousands of acts is quoted in pieces, each around its act, and no act is
 * tied to what stands far from it. */
static void
test_long_sentence (void)
{
  static const struct
  {
    const char *language, *head, *act;
  } cases[] = {
    { "en", "The ministry", " visited Germany on 3 May 2023 and hired Zoë, and" },
    { "ru", "Министр", " посетил Берлин 3 мая 2023 года, а также" },
    { "zh", "部长", "于2023年3月8日签署协定，" },
  };
  const guint n_acts = 2000;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].head);
      g_autoptr (DlAnnotations) annotations = NULL;
      DlArticle *article;
      gsize quoted = 0;

      for (guint k = 0; k < n_acts; k++)
        g_string_append (text, cases[i].act);
      annotations = analyze (cases[i].language, text->str);
      article = dl_annotations_get_article (annotations);
      g_assert_cmpuint (dl_annotations_get_n_events (annotations), >, 0);
      for (guint k = 0; k < dl_annotations_get_n_events (annotations); k++)
        {
          const DlEventFields *event =
            dl_event_get_fields (dl_annotations_get_event (annotations, k));

          quoted += event->sentence.end - event->sentence.start;
          g_assert_true (dl_span_contains (event->sentence, event->trigger));
          g_assert_true (is_edge (article, event->sentence.start));
          g_assert_true (is_edge (article, event->sentence.end));
          g_assert_cmpuint (event->n_actors, <, 100);
        }
      g_assert_cmpuint (quoted, <=, n_acts * 1500);
    }
}

static void
test_empty (void)
{
  g_autoptr (DlAnnotations) annotations = analyze (NULL, "");

  g_assert_cmpuint (dl_annotations_get_n_mentions (annotations), ==, 0);
  g_assert_cmpuint (dl_annotations_get_n_events (annotations), ==, 0);
  g_assert_cmpuint (dl_annotations_get_n_countries (annotations), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (DlAnalyzer) analyzer = make_analyzer ();
  g_autoptr (DlArticle) article = make_article ("en", "Kenya waits.");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dl_analyzer_analyze (analyzer, article, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
analyzed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  DlAnnotations **annotations = user_data;

  *annotations = dl_analyzer_analyze_finish (DL_ANALYZER (source), result, NULL);
}

static void
test_async (void)
{
  g_autoptr (DlAnalyzer) analyzer = make_analyzer ();
  g_autoptr (DlArticle) article = make_article ("en", "Kenya waits.");
  g_autoptr (DlAnnotations) annotations = NULL;

  dl_analyzer_analyze_async (analyzer, article, NULL, analyzed_cb, &annotations);
  while (annotations == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (dl_annotations_get_n_mentions (annotations), ==, 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/analyzer/mentions", test_mentions);
  g_test_add_func ("/analysis/analyzer/same", test_same);
  g_test_add_func ("/analysis/analyzer/parts", test_parts);
  g_test_add_func ("/analysis/analyzer/languages", test_languages);
  g_test_add_func ("/analysis/analyzer/hostile", test_hostile);
  g_test_add_func ("/analysis/analyzer/events", test_events);
  g_test_add_func ("/analysis/analyzer/long-heading", test_long_heading);
  g_test_add_func ("/analysis/analyzer/long-sentence", test_long_sentence);
  g_test_add_func ("/analysis/analyzer/empty", test_empty);
  g_test_add_func ("/analysis/analyzer/cancelled", test_cancelled);
  g_test_add_func ("/analysis/analyzer/async", test_async);

  return g_test_run ();
}
