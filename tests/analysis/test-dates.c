/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analyzer.h"

#include <string.h>

/* Sentences with their dates marked by hand before the program saw them, and a table of
 * what dates are counted from. */

typedef struct
{
  DlSpan span;
  char *value; /* owned */
} Mark;

static void
clear_mark (gpointer mark)
{
  g_free (((Mark *) mark)->value);
}

static DlAnalyzer *
make_analyzer (DlBackground *background)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autoptr (GPtrArray) backgrounds = g_ptr_array_new ();

  g_assert_no_error (error);
  if (background != NULL)
    g_ptr_array_add (backgrounds, background);

  return dl_analyzer_new (lexicon, background != NULL ? backgrounds : NULL);
}

static DlAnnotations *
analyze (DlAnalyzer *analyzer, const char *language, const char *published, const char *text)
{
  const gboolean is_dated = published != NULL && strcmp (published, "-") != 0;
  g_autoptr (DlDate) date = is_dated ? dl_date_parse (published, NULL) : NULL;
  const DlArticleFields fields = { .id = "test", .language = language, .published = date };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  DlAnnotations *annotations;

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, strlen (text) }, NULL));
  article = dl_article_new (bytes, blocks, &fields);
  annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
  g_assert_no_error (error);

  return annotations;
}

/* “2021-10-13”, or “DURATION=P3D” if the value wanted is written like that. */
static char *
write_value (const DlMentionFields *fields, const char *wanted)
{
  if (strchr (wanted, '=') != NULL)
    return g_strdup_printf ("%s=%s", fields->timex_type, fields->timex_value);

  return fields->date != NULL ? dl_date_to_edtf (fields->date) : g_strdup ("none");
}

static const DlMentionFields *
find_date (DlAnnotations *annotations, DlSpan span)
{
  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      const DlMentionFields *fields =
        dl_mention_get_fields (dl_annotations_get_mention (annotations, i));

      if (fields->kind == DL_KIND_DATE && fields->span.start == span.start &&
          fields->span.end == span.end)
        return fields;
    }

  return NULL;
}

/* The ends of a range count with it. */
static guint
count_dates (DlAnnotations *annotations)
{
  guint n = 0;

  for (guint i = 0; i < dl_annotations_get_n_mentions (annotations); i++)
    {
      DlMention *mention = dl_annotations_get_mention (annotations, i);

      n +=
        dl_mention_get_kind (mention) == DL_KIND_DATE && dl_mention_get_entity (mention) != DL_NONE;
    }

  return n;
}

/* Takes the marks “[[value|words]]” out of a sentence. */
static char *
read_marks (const char *marked, GArray *marks)
{
  GString *text = g_string_new (NULL);

  while (*marked != '\0')
    {
      if (g_str_has_prefix (marked, "[["))
        {
          const char *bar = strchr (marked, '|'), *close = strstr (marked, "]]");
          Mark mark = { { text->len, text->len + (close - bar - 1) },
                        g_strndup (marked + 2, bar - marked - 2) };

          g_string_append_len (text, bar + 1, close - bar - 1);
          g_array_append_val (marks, mark);
          marked = close + 2;
        }
      else
        g_string_append_c (text, *marked++);
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  guint wanted, found, exact, right;
} Score;

static void
score_sentence (DlAnalyzer *analyzer, const char *language, const char *line, Score *score)
{
  g_auto (GStrv) columns = g_strsplit (line, "\t", 2);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autofree char *text = read_marks (columns[1], marks);
  g_autoptr (DlAnnotations) annotations = analyze (analyzer, language, columns[0], text);

  g_array_set_clear_func (marks, clear_mark);
  score->wanted += marks->len;
  score->found += count_dates (annotations);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      const DlMentionFields *fields = find_date (annotations, mark->span);
      g_autofree char *value = fields != NULL ? write_value (fields, mark->value) : NULL;

      score->exact += fields != NULL;
      if (g_strcmp0 (value, mark->value) == 0)
        score->right++;
      else
        g_test_message ("%s: %s is %s", text, mark->value, value != NULL ? value : "missed");
    }
}

/* Recorded: all of them. */
static void
test_gold (gconstpointer data)
{
  const char *language = data;
  g_autofree char *name = g_strdup_printf ("dates-%s.tsv", language);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "gold", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (NULL);
  g_auto (GStrv) lines = NULL;
  Score score = { 0 };

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && *lines[i] != '#')
        score_sentence (analyzer, language, lines[i], &score);
    }
  g_test_message ("%s: %u marks, %u found, %u exact, %u with the right value", language,
                  score.wanted, score.found, score.exact, score.right);
  g_assert_cmpuint (score.right, >=, score.wanted);
  g_assert_cmpuint (score.found, <=, score.wanted);
}

typedef struct
{
  const char *language, *published, *text;
  const char *words; /* of the date asked for; NULL: there must be none */
  const char *value;
  gboolean year_inferred, local_time;
} Case;

static const Case cases[] = {
  /* A year that is left out is that of the nearest such day, the way the verb looks. */
  { "en", "2023-05-11", "He resigned on May 8.", "May 8", "2023-05-08", TRUE, FALSE },
  { "en", "2023-01-04", "He resigned on May 8.", "May 8", "2022-05-08", TRUE, FALSE },
  { "en", "2023-05-20", "They will meet on May 8.", "May 8", "2024-05-08", TRUE, FALSE },
  { "en", "2023-12-20", "The fair opens on January 5.", "January 5", "2024-01-05", TRUE, FALSE },
  { "en", "2023-05-11", "He resigned on May 8, 1999.", "May 8, 1999", "1999-05-08", FALSE, FALSE },
  { "vi", "2023-01-04", "Ông đã từ chức ngày 8/5.", "ngày 8/5", "2022-05-08", TRUE, FALSE },
  { "vi", "2023-05-20", "Hai bên sẽ gặp nhau ngày 8/5.", "ngày 8/5", "2024-05-08", TRUE, FALSE },
  { "en", "2024-06-01", "It was born on 29 February.", "29 February", "2024-02-29", TRUE, FALSE },
  { "de", "2023-05-11", "Er ist am Karfreitag zurückgetreten.", "Karfreitag", "2023-04-07", FALSE,
    FALSE },
  { "de", "2023-05-11", "Die Wahl soll bis Pfingsten 2024 stattfinden.", "Pfingsten 2024",
    "../2024-05-19", FALSE, FALSE },
  { "fr", "2023-05-11", "Elle a démissionné le lundi de Pâques.", "lundi de Pâques", "2023-04-10",
    FALSE, FALSE },

  /* Without a day of publication an earlier date of the text tells, else nothing does. */
  { "en", NULL, "Talks began on 2 March 2019. They broke down on 9 April.", "9 April", "2019-04-09",
    TRUE, FALSE },
  { "vi", NULL, "Hội nghị khai mạc ngày 2/3/2019 và bế mạc ngày 5/3.", "ngày 5/3", "2019-03-05",
    TRUE, FALSE },
  { "en", NULL, "They broke down on 9 April.", "9 April", "XXXX-04-09", FALSE, FALSE },
  { "vi", NULL, "Họp từ ngày 13-14/10.", "ngày 13-14/10", "XXXX-10-13/XXXX-10-14", FALSE, FALSE },
  { "en", NULL, "They left yesterday.", "yesterday", "DATE=XXXX-XX-XX", FALSE, FALSE },

  /* Days of the week. */
  { "en", "2023-05-11", "He said so on Thursday.", "Thursday", "2023-05-11", FALSE, FALSE },
  { "en", "2023-05-11", "He said so on Friday.", "Friday", "2023-05-05", FALSE, FALSE },
  { "en", "2023-05-11", "He will say so on Friday.", "Friday", "2023-05-12", FALSE, FALSE },
  { "vi", "2023-05-11", "Tòa sẽ tuyên án hôm thứ Ba.", "hôm thứ Ba", "2023-05-16", FALSE, FALSE },
  { "en", NULL, "He was born on Monday, 27 July.", "Monday, 27 July", "XXXX-07-27", FALSE, FALSE },
  { "es", "2023-05-11", "El juicio empezó el lunes 8.", "lunes 8", "2023-05-08", FALSE, FALSE },
  { "it", "2023-05-11", "Si è dimesso martedì 25.", "martedì 25", "2023-04-25", FALSE, FALSE },
  { "es", "2023-05-11", "La huelga, dijo, sería el próximo día 9.", "próximo día 9", "2023-06-09",
    FALSE, FALSE },
  { "pt", "2023-05-11", "A ponte caiu na quarta-feira (10).", "quarta-feira (10)", "2023-05-10",
    FALSE, FALSE },

  /* What stands before or after the mark. */
  { "en", NULL, "The law holds until 3 May 2020.", "3 May 2020", "../2020-05-03", FALSE, FALSE },
  { "vi", NULL, "Luật có hiệu lực kể từ ngày 3/5/2020.", "ngày 3/5/2020", "2020-05-03/..", FALSE,
    FALSE },
  { "vi", NULL, "Họp ngày 14/10/2021 (giờ địa phương).", "ngày 14/10/2021 (giờ địa phương)",
    "2021-10-14", FALSE, TRUE },
  { "en", NULL, "It landed at 6:05 p.m. local time on 3 May 2020.",
    "6:05 p.m. local time on 3 May 2020", "2020-05-03T18:05", FALSE, TRUE },

  { "ja", "2023-05-11", "現地時間9日、声明が出された。", "現地時間9日", "2023-05-09", FALSE, TRUE },
  { "zh", "2023-05-11", "爆炸发生在当地时间9日晚上8点。", "当地时间9日晚上8点", "2023-05-09T20:00",
    FALSE, TRUE },
  { "zh", "2023-05-11", "代表团5月8日前往中国。", "5月8日", "2023-05-08", TRUE, FALSE },
  { "ko", "2023-05-11", "그는 징역 1년6월을 선고받았다.", "1년6월", "DURATION=P1Y6M", FALSE,
    FALSE },
  { "ja", "2023-05-11", "会議は明日の3時から4時まで開かれる予定だ。", "明日の3時から4時",
    "2023-05-12T03:00/2023-05-12T04:00", FALSE, FALSE },

  /* Ranges that cross a year. */
  { "en", "2024-01-10", "It lasted from 28 December to 3 January.", "28 December to 3 January",
    "2023-12-28/2024-01-03", TRUE, FALSE },
  { "vi", NULL, "Lễ hội từ 28/12 đến 3/1/2024.", "28/12 đến 3/1/2024", "2023-12-28/2024-01-03",
    FALSE, FALSE },

  /* Pieces that stand together, and those that only stand in a row. */
  { "en", "2023-05-11", "He left on Monday (8 May).", "Monday (8 May)", "2023-05-08", TRUE, FALSE },
  { "vi", "2023-05-11", "Họp tuần sau, tháng sau, năm sau.", "tháng sau", "2023-06", FALSE, FALSE },
  { "en", "2023-05-11", "They vote on the first Tuesday of November 2024.",
    "first Tuesday of November 2024", "2024-11-05", FALSE, FALSE },
  { "en", "2023-05-11", "Polls are open until 8 p.m. on 3 May 2024.", "8 p.m. on 3 May 2024",
    "../2024-05-03T20:00", FALSE, FALSE },
  { "en", NULL,
    "The court ruled on 14 March 2019 on an attack of 2013. An appeal is due by 12 April.",
    "12 April", "../2019-04-12", TRUE, FALSE },
  { "en", "2023-05-11", "A deal was struck two weeks ago.", "two weeks ago", "2023-04-27", FALSE,
    FALSE },

  /* Words that are no dates. */
  { "vi", NULL, "Hơn 2/3 dân số và 1/3 thành viên ủng hộ.", NULL, NULL, FALSE, FALSE },
  { "en", "2023-05-11", "She may march again.", NULL, NULL, FALSE, FALSE },
  { "en", "2023-05-11", "The sun sat low over 2000 men.", NULL, NULL, FALSE, FALSE },
  { "en", "2023-05-11", "Theresa May met a 27-year-old nurse.", NULL, NULL, FALSE, FALSE },
  { "vi", "2023-05-11", "Đó là lần thứ hai và ngày càng nhiều.", NULL, NULL, FALSE, FALSE },
  { "vi", "2023-05-11", "Anh ấy 27 tuổi, đứng thứ ba.", NULL, NULL, FALSE, FALSE },
  { "de", "2023-05-11", "Der 27-jährige Herr Freitag zahlte 2000 Euro.", NULL, NULL, FALSE, FALSE },
  { "de", "2023-05-11", "Früher oder später gewinnt sie zum ersten Mal 3:2.", NULL, NULL, FALSE,
    FALSE },
  { "fr", "2023-05-11", "Il a été âgé de 27 ans et est parti pour Mars.", NULL, NULL, FALSE,
    FALSE },
  { "fr", "2023-05-11", "Près de 2000 habitants ont été évacués.", NULL, NULL, FALSE, FALSE },
  { "ru", "2023-05-11", "Мая провела 3 часа на улице 9 Мая.", "3 часа", "DURATION=PT3H", FALSE,
    FALSE },
  { "ru", "2023-05-11", "Окружающая среда живёт в среде учёных.", NULL, NULL, FALSE, FALSE },
  { "ru", "2023-05-11", "Он вернулся в три дня.", "три дня", "2023-05-11T15:00", FALSE, FALSE },
  { "ru", "2023-05-11", "Он вернулся за три дня.", "три дня", "DURATION=P3D", FALSE, FALSE },
  { "uk", "2023-05-11", "Лютий мороз скував місто.", NULL, NULL, FALSE, FALSE },
  { "uk", "2023-05-11", "Він мав 20 років стажу.", "20 років", "DURATION=P20Y", FALSE, FALSE },
  { "id", "2023-05-11", "Minggu lalu ia pergi ke pasar.", "Minggu lalu", "2023-05-01/2023-05-07",
    FALSE, FALSE },
  { "id", "2023-05-11", "Ia pergi ke gereja hari Minggu.", "hari Minggu", "2023-05-07", FALSE,
    FALSE },
  { "id", "2023-05-11", "Masjid itu ramai saat salat Jumat.", NULL, NULL, FALSE, FALSE },
  { "ar", "2023-05-11", "قال أمس وفي 8 مايو.", "8 مايو", "2023-05-08", TRUE, FALSE },
  { "ar", "2023-05-11", "مارس الرياضة.", NULL, NULL, FALSE, FALSE },
  { "ar", "2023-05-11", "اليوم العالمي للكتاب في رأي الأمين العام.", NULL, NULL, FALSE, FALSE },

  { "ko", "2023-05-11", "오후 경찰과 여러분이 북한 해군을 만나고 3분의 1이 남았다.", NULL, NULL,
    FALSE, FALSE },
  { "ja", "2023-05-11", "一時停止の後、攻撃を掛けさせ、3分の1が二十日大根を食べた。", NULL, NULL,
    FALSE, FALSE },
  { "zh", "2023-05-11", "他们登上月球，这周围有三分之一的人提出三点建议。", NULL, NULL, FALSE,
    FALSE },

  /* No such day. */
  { "en", NULL, "It ends on 31 February 2020.", "31 February 2020", "none", FALSE, FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (NULL);
  g_autoptr (DlAnnotations) annotations =
    analyze (analyzer, row->language, row->published, row->text);
  const char *at = row->words != NULL ? strstr (row->text, row->words) : NULL;
  const DlMentionFields *fields;
  g_autofree char *value = NULL;

  g_test_message ("%s", row->text);
  g_assert_cmpuint (count_dates (annotations) > 0, ==, row->words != NULL);
  if (at == NULL)
    return;

  fields =
    find_date (annotations, (DlSpan){ at - row->text, at - row->text + strlen (row->words) });
  g_assert_nonnull (fields);
  value = write_value (fields, row->value);
  g_assert_cmpstr (value, ==, row->value);
  g_assert_cmpint (fields->year_inferred, ==, row->year_inferred);
  g_assert_cmpint (fields->local_time, ==, row->local_time);
  g_assert_true (!fields->year_inferred || fields->reason != NULL);
}

/* Whose time it is, where the words say so: another than that of the place beside them. */
static void
test_clocks (void)
{
  static const struct
  {
    const char *language, *text, *clock;
  } rows[] = {
    { "en", "They met in Tokyo at 9:30 a.m. local time on 14 October 2021.", NULL },
    { "vi", "Lúc 9 giờ 30 ngày 14/10/2021 (giờ Washington), ông phát biểu tại Tokyo.",
      "America/New_York" },
    { "vi", "Lúc 9 giờ 30 ngày 14/10/2021 (giờ Mỹ), ông phát biểu tại Tokyo.", "US" },
    { "ko", "그는 2021년 10월 14일 오전 9시(미국 동부시간) 도쿄에서 연설했다.",
      "America/New_York" },
    { "ja", "米東部時間2021年10月14日午前9時に東京で演説した。", "America/New_York" },
    { "zh", "美东时间2021年10月14日上午9时，他在东京发表讲话。", "America/New_York" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnalyzer) analyzer = make_analyzer (NULL);
      g_autoptr (DlAnnotations) annotations =
        analyze (analyzer, rows[i].language, "2021-10-20", rows[i].text);
      gboolean is_local = FALSE;
      const char *clock = NULL;

      g_test_message ("%s", rows[i].text);
      for (guint j = 0; j < dl_annotations_get_n_mentions (annotations); j++)
        {
          const DlMentionFields *fields =
            dl_mention_get_fields (dl_annotations_get_mention (annotations, j));

          is_local |= fields->local_time;
          clock = fields->clock != NULL ? fields->clock : clock;
        }
      g_assert_true (is_local);
      g_assert_cmpstr (clock, ==, rows[i].clock);
    }
}

/* The background tells the year of a day on which its subject took place, and of no other. */
static void
test_background (void)
{
  static const struct
  {
    const char *text, *words, *value, *reason;
  } rows[] = {
    { "The Round Table met on October 13 and 14.", "October 13", "2021-10-13", "“Round Table”" },
    { "The Round Table met on October 13-14.", "October 13-14", "2021-10-13/2021-10-14",
      "“Round Table”" },
    { "The Round Table met on October 20.", "October 20", "XXXX-10-20", NULL },
  };
  g_autoptr (DlDate) date = dl_date_parse ("2021-10-13/2021-10-14", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (DlBackground) background = NULL;
  g_autoptr (DlAnalyzer) analyzer = NULL;

  g_ptr_array_add (names, (gpointer) "Round Table");
  background = dl_background_new ("round-table", "Round Table", date, g_steal_pointer (&names),
                                  g_ptr_array_new ());
  analyzer = make_analyzer (background);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations = analyze (analyzer, "en", NULL, rows[i].text);
      const gsize start = strstr (rows[i].text, rows[i].words) - rows[i].text;
      const DlMentionFields *fields =
        find_date (annotations, (DlSpan){ start, start + strlen (rows[i].words) });
      g_autofree char *value = NULL;

      g_assert_nonnull (fields);
      value = write_value (fields, rows[i].value);
      g_assert_cmpstr (value, ==, rows[i].value);
      g_assert_cmpint (fields->year_inferred, ==, rows[i].reason != NULL);
      if (rows[i].reason != NULL)
        g_assert_nonnull (strstr (fields->reason, rows[i].reason));
    }
}

/* The ends of a range that are dates by themselves lie within it, each with its value. */
static void
test_ends (void)
{
  static const struct
  {
    const char *published, *text, *range, *value;
    const char *ends[2], *values[2]; /* none: NULL */
  } rows[] = {
    { NULL,
      "He ruled from 8 February 1700 to 17 March 1782.",
      "8 February 1700 to 17 March 1782",
      "1700-02-08/1782-03-17",
      { "8 February 1700", "17 March 1782" },
      { "DATE=1700-02-08", "DATE=1782-03-17" } },
    { NULL,
      "It lasted from March to May 2003.",
      "March to May 2003",
      "2003-03/2003-05",
      { "March", "May 2003" },
      { "DATE=2003-03", "DATE=2003-05" } },
    { NULL,
      "It lasted from 1939-1945.",
      "1939-1945",
      "1939/1945",
      { "1939", "1945" },
      { "DATE=1939", "DATE=1945" } },
    { "2024-01-10",
      "It lasted from 28 December to 3 January.",
      "28 December to 3 January",
      "2023-12-28/2024-01-03",
      { "28 December", "3 January" },
      { "DATE=2023-12-28", "DATE=2024-01-03" } },
    { NULL,
      "They met on 13-14 October 2021.",
      "13-14 October 2021",
      "2021-10-13/2021-10-14",
      { NULL },
      { "DATE=2021-10-13/2021-10-14" } },
  };
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlAnnotations) annotations =
        analyze (analyzer, "en", rows[i].published, rows[i].text);
      const gsize start = strstr (rows[i].text, rows[i].range) - rows[i].text;
      const DlMentionFields *range =
        find_date (annotations, (DlSpan){ start, start + strlen (rows[i].range) });
      g_autofree char *value = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_nonnull (range);
      value = dl_date_to_edtf (range->date);
      g_assert_cmpstr (value, ==, rows[i].value);
      g_assert_cmpint (range->timex_type == NULL, ==, rows[i].ends[0] != NULL);
      for (guint k = 0; k < 2 && rows[i].ends[k] != NULL; k++)
        {
          const gsize at = strstr (rows[i].text, rows[i].ends[k]) - rows[i].text;
          const DlMentionFields *end =
            find_date (annotations, (DlSpan){ at, at + strlen (rows[i].ends[k]) });
          g_autofree char *timex = NULL;

          g_assert_nonnull (end);
          timex = write_value (end, rows[i].values[k]);
          g_assert_cmpstr (timex, ==, rows[i].values[k]);
          g_assert_cmpuint (end->within, ==, 0);
          g_assert_cmpuint (end->entity, ==, DL_NONE);
        }
      g_assert_cmpuint (dl_annotations_get_n_entities (annotations), ==, 1);
    }
}

/* A block a line. */
static DlArticle *
make_article (const char *language, const char *text)
{
  const DlArticleFields fields = { .id = "test", .language = language };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);
  const char *end;

  for (const char *line = text; line != NULL; line = *end != '\0' ? end + 1 : NULL)
    {
      end = strchr (line, '\n');
      if (end == NULL)
        end = line + strlen (line);
      g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH,
                                             (DlSpan){ line - text, end - text }, NULL));
    }

  return dl_article_new (bytes, blocks, &fields);
}

#define STORY                                                                                      \
  "The ministers met yesterday in the hall of the old town, where they spoke of trade, of the "    \
  "rivers that their countries share, and of the roads that are to be built over the mountains. "  \
  "They will meet again on Friday, and the text that they agree on will be signed in spring by "   \
  "the heads of all the governments that take part."

/* “yesterday” counts from the day that the article itself says it is of. */
static void
test_line (void)
{
  static const struct
  {
    const char *text, *yesterday;
  } rows[] = {
    { "Talks in the old town\nWednesday, September 8, 2021\n" STORY, "2021-09-07" },
    { "Talks in the old town\nPublished on 8 September 2021, 09:30\n" STORY, "2021-09-07" },
    { "Talks in the old town\nHANOI, 8 September 2021 – " STORY, "2021-09-07" },
    { "Talks in the old town\nOn 8 September 2021 a ferry sank near the old town.\n" STORY, NULL },
    { "Talks in the old town\n" STORY, NULL },
    { "8 September 2021\nThey left yesterday.", "2021-09-07" },
    { "HANOI, 8 September 2021 – They left yesterday.", "2021-09-07" },
    { "Hanoi, 8 September 2021. They left yesterday.", "2021-09-07" },
    { "They left yesterday.\n8 September 2021", NULL },
    { "On 8 September 2021 – they left yesterday.", NULL },
    { "8 September 2021 – They came.\n9 September 2021 – They left yesterday.", NULL },
  };
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlArticle) article = NULL;
      g_autoptr (DlAnnotations) annotations = NULL;
      g_autofree char *found = NULL;

      article = make_article ("en", rows[i].text);
      annotations = dl_analyzer_analyze (analyzer, article, NULL, NULL);
      for (guint k = 0; k < dl_annotations_get_n_mentions (annotations); k++)
        {
          DlMention *mention = dl_annotations_get_mention (annotations, k);
          g_autofree char *words = dl_article_dup_excerpt (article, dl_mention_get_span (mention));

          if (g_str_equal (words, "yesterday"))
            found = g_strdup (dl_mention_get_fields (mention)->timex_value);
        }
      if (rows[i].yesterday != NULL)
        g_assert_cmpstr (found, ==, rows[i].yesterday);
      else
        g_assert_true (found == NULL || !g_str_has_prefix (found, "2021-09"));
    }
}

/* The comma behind the town is that of its script. */
static void
test_line_scripts (void)
{
  static const struct
  {
    const char *language, *text;
  } rows[] = {
    { "ar",
      "القاهرة، 14 مايو 2024 - بحث وزير الخارجية المصري مع نظيره تطورات الأوضاع في المنطقة." },
    { "ru", "МОСКВА, 14 мая 2024 — Министр прибыл в столицу и встретился с послами." },
    { "vi", "Hà Nội, ngày 14 tháng 5 năm 2024 – Bộ trưởng đã gặp các đại sứ tại thủ đô." },
    { "zh", "（北京，2024年5月14日）——部长在首都会见了各国大使。" },
  };
  g_autoptr (DlAnalyzer) analyzer = make_analyzer (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlArticle) article = make_article (rows[i].language, rows[i].text);
      g_autoptr (DlAnnotations) annotations = dl_analyzer_analyze (analyzer, article, NULL, NULL);
      DlDate *published = dl_annotations_get_published (annotations);
      g_autofree char *edtf = published != NULL ? dl_date_to_edtf (published) : NULL;

      g_assert_cmpstr (edtf, ==, "2024-05-14");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/dates/line-scripts", test_line_scripts);
  g_test_add_data_func ("/analysis/dates/gold/vi", "vi", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/en", "en", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/de", "de", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/fr", "fr", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/es", "es", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/it", "it", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/pt", "pt", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/ru", "ru", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/uk", "uk", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/ko", "ko", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/id", "id", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/ar", "ar", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/ja", "ja", test_gold);
  g_test_add_data_func ("/analysis/dates/gold/zh", "zh", test_gold);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/dates/case/%u", i + 1);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/analysis/dates/ends", test_ends);
  g_test_add_func ("/analysis/dates/clocks", test_clocks);
  g_test_add_func ("/analysis/dates/background", test_background);
  g_test_add_func ("/analysis/dates/line", test_line);

  return g_test_run ();
}
