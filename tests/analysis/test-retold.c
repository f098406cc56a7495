/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"

#include <string.h>

/* What an article tells twice is one event; what only looks alike is not.  All of them are
 * counted from Friday, 10 March 2023. */

static const struct
{
  const char *language, *text;
  const char *events; /* “act date +retold”, in the order of time */
} rows[] = {
  /* Other words, the same actors, date and place. */
  { "en",
    "Kenya and Brazil signed a pact in Nairobi on Wednesday. Brazil has waited for years. "
    "Kenya and Brazil agreed on coffee on 8 March, officials said in Nairobi.",
    "agreement 2023-03-08 +1" },
  { "vi",
    "Kenya và Brazil đã ký hiệp định ngày 8/3. Brazil chờ đã lâu. "
    "Kenya và Brazil ký kết văn kiện này vào ngày 8/3.",
    "agreement 2023-03-08 +1" },
  { "ja", "ケニアとブラジルは8日、協定に署名した。ケニアとブラジルは3月8日に合意した。",
    "agreement 2023-03-08 +1" },
  /* Two partners are two meetings. */
  { "en", "Kenya and Brazil met on Wednesday. Kenya and Ghana met on Wednesday.",
    "meeting 2023-03-08; meeting 2023-03-08" },
  /* So are two places. */
  { "en",
    "Gunmen attacked a bus near Mombasa on Wednesday. An attack on Wednesday in Kisumu "
    "was smaller.",
    "attack 2023-03-08; attack 2023-03-08" },
  /* Who did what to whom. */
  { "en", "Kenya attacked Uganda on Wednesday. Uganda attacked Kenya on Wednesday.",
    "attack 2023-03-08; attack 2023-03-08" },
  /* Another day is another event. */
  { "en", "Kenya and Brazil met on Tuesday. Kenya and Brazil met on Wednesday.",
    "meeting 2023-03-07; meeting 2023-03-08" },
  /* An attack and its dead. */
  { "en",
    "Gunmen attacked a bus near Mombasa on Wednesday. Five people were killed near Mombasa "
    "on Wednesday.",
    "attack 2023-03-08 +1" },
  /* A fire and whom it killed, in one clause. */
  { "id", "Kebakaran di Surabaya pada 8 Maret 2023 menewaskan dua belas orang.",
    "disaster 2023-03-08" },
  /* The days of one that has a name. */
  { "en",
    "The East Africa Summit opened in Kampala on 7 March. The East Africa Summit ended on "
    "8 March.",
    "meeting 2023-03-07/2023-03-08 +1" },
  { "en",
    "The East Africa Summit opened in Kampala on 7 March 2021. The East Africa Summit ended "
    "on 8 March 2023.",
    "meeting 2021-03-07; meeting 2023-03-08" },
  /* What one says on one day is one row. */
  { "en",
    "Kenya said on Wednesday that it would wait. Kenya warned on Wednesday of delays. Ghana "
    "said on Wednesday that it would not.",
    "statement 2023-03-08 +1; statement 2023-03-08" },
};

static DlAnnotations *
analyze (DlAnalyzer *analyzer, const char *language, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DlDate) published = dl_date_new_ymd (2023, 3, 10);
  const DlArticleFields fields = { .language = language, .published = published };
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, &fields);
  g_autoptr (GError) error = NULL;
  DlAnnotations *annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);

  g_assert_no_error (error);

  return annotations;
}

static char *
list_events (DlAnnotations *annotations)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < dl_annotations_get_n_events (annotations); i++)
    {
      const DlEventFields *fields = dl_event_get_fields (dl_annotations_get_event (annotations, i));
      g_autofree char *date = dl_date_to_edtf (fields->date);

      g_string_append_printf (list, "%s%s %s", i > 0 ? "; " : "", fields->act, date);
      if (fields->n_retold > 0)
        g_string_append_printf (list, " +%u", fields->n_retold);
    }

  return g_string_free (list, FALSE);
}

static void
test_retold (void)
{
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (NULL);
  g_autoptr (DlAnalyzer) analyzer = dl_analyzer_new (lexicon, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (analyzer, rows[i].language, rows[i].text);
      g_autofree char *events = list_events (annotations);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (events, ==, rows[i].events);
    }
}

/* A second telling adds who and where, and what stands in it belongs to the event. */
static void
test_absorbed (void)
{
  const char *text = "Kenya and Brazil signed a pact on Wednesday. The rest is told below. "
                     "Kenya, Brazil and Peru agreed on Wednesday in Nairobi.";
  const gsize peru = strstr (text, "Peru") - text;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (NULL);
  g_autoptr (DlAnalyzer) analyzer = dl_analyzer_new (lexicon, NULL);
  g_autoptr (DlAnnotations) annotations = analyze (analyzer, "en", text);
  DlEvent *event;

  g_assert_cmpuint (dl_annotations_get_n_events (annotations), ==, 1);
  event = dl_annotations_get_event (annotations, 0);
  g_assert_cmpuint (dl_event_get_fields (event)->n_actors, ==, 3);
  g_assert_cmpuint (dl_event_get_fields (event)->place, !=, DL_NONE);
  g_assert_true (dl_event_is_told_at (event, (DlSpan){ 0, 5 }));
  g_assert_true (dl_event_is_told_at (event, (DlSpan){ peru, peru + 4 }));
  g_assert_false (dl_event_is_told_at (event, (DlSpan){ 46, 54 }));
}

/* However many sentences of one day tell alike, each is compared with few. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (NULL);
  g_autoptr (DlAnalyzer) analyzer = dl_analyzer_new (lexicon, NULL);
  g_autoptr (DlAnnotations) annotations = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "Kenya and Brazil signed a pact on Wednesday. ");
  annotations = analyze (analyzer, "en", text->str);
  g_assert_cmpuint (dl_annotations_get_n_events (annotations), ==, 1);
  g_assert_cmpuint (dl_event_get_fields (dl_annotations_get_event (annotations, 0))->n_retold, <,
                    100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/retold/events", test_retold);
  g_test_add_func ("/analysis/retold/absorbed", test_absorbed);
  g_test_add_func ("/analysis/retold/many", test_many);

  return g_test_run ();
}
