/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "annotations.h"

/*            0         1         2         3
 *            0123456789012345678901234567890123456789
 *  0         |-----------------|
 *  1           |--------|
 *  2           |--|
 *  3                |---|
 *  4                       |---|
 *  5                           |----|
 *  6                             |--|
 *  7                                    ||            */
static const struct
{
  DlSpan span;
  guint within;
} nested[] = {
  { { 0, 19 }, DL_NONE }, { { 2, 12 }, 0 },        { { 2, 6 }, 1 },   { { 7, 12 }, 1 },
  { { 14, 19 }, 0 },      { { 26, 32 }, DL_NONE }, { { 28, 32 }, 5 }, { { 35, 37 }, DL_NONE },
};

static DlMention *
make_mention (DlSpan span, guint within)
{
  const char *const countries[] = { "AQ", "EU", NULL };
  g_autoptr (DlDate) date = dl_date_new_ymd (2021, 10, 13);
  g_autofree char *reason = g_strdup ("the year of publication");

  return dl_mention_new (&(DlMentionFields){
    .span = span,
    .kind = DL_KIND_DATE,
    .entity = 0,
    .within = within,
    .countries = countries,
    .rule = "rule",
    .reason = reason,
    .certainty = 0.5,
    .latitude = NAN,
    .longitude = NAN,
    .date = date,
    .timex_type = "DATE",
    .timex_value = "2021-10-13",
  });
}

static GPtrArray *
make_rows (gpointer row)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rows, row);
  return rows;
}

static DlAnnotations *
make_annotations (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789012345678901234567890123456789", 40);
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, NULL);
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);
  const guint positions[] = { 1, 3 };
  const DlActor actors[] = { { 0, "speaker" } };

  for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
    g_ptr_array_add (mentions, make_mention (nested[i].span, nested[i].within));

  return dl_annotations_new (article, mentions,
                             make_rows (dl_entity_new (&(DlEntityFields){ .key = "k",
                                                                          .kind = DL_KIND_PLACE,
                                                                          .name = "n",
                                                                          .mentions = positions,
                                                                          .n_mentions = 2 })),
                             make_rows (dl_event_new (&(DlEventFields){ .act = "speech",
                                                                        .what = "w",
                                                                        .actors = actors,
                                                                        .n_actors = 1,
                                                                        .place = DL_NONE })),
                             make_rows (dl_country_new (&(DlCountryFields){ .code = "AQ",
                                                                            .part = DL_PART_HINTED,
                                                                            .mentions = positions,
                                                                            .n_mentions = 2 })),
                             NULL);
}

/* Asked of every byte, and answered by looking at all mentions. */
static void
test_mention_at (void)
{
  DlAnnotations *annotations = make_annotations ();

  for (gsize offset = 0; offset < 50; offset++)
    {
      guint expected = DL_NONE;

      for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
        if (nested[i].span.start <= offset && offset < nested[i].span.end)
          expected = i;

      g_test_message ("byte %" G_GSIZE_FORMAT, offset);
      g_assert_cmpuint (dl_annotations_find_mention_at (annotations, offset), ==, expected);
    }

  g_assert_finalize_object (annotations);
}

static void
test_first_after (void)
{
  DlAnnotations *annotations = make_annotations ();

  for (gsize offset = 0; offset < 50; offset++)
    {
      guint expected = DL_NONE;

      for (guint i = G_N_ELEMENTS (nested); i-- > 0;)
        if (nested[i].span.end > offset)
          expected = i;

      g_test_message ("byte %" G_GSIZE_FORMAT, offset);
      g_assert_cmpuint (dl_annotations_find_first_after (annotations, offset), ==, expected);
    }

  g_assert_finalize_object (annotations);
}

static void
test_rows (void)
{
  DlAnnotations *annotations = make_annotations ();
  const DlMentionFields *fields =
    dl_mention_get_fields (dl_annotations_get_mention (annotations, 3));
  DlEntity *entity = dl_annotations_get_entity (annotations, 0);

  g_assert_cmpuint (dl_annotations_get_n_mentions (annotations), ==, 8);
  g_assert_cmpuint (dl_annotations_get_n_entities (annotations), ==, 1);
  g_assert_cmpuint (dl_annotations_get_n_events (annotations), ==, 1);
  g_assert_cmpuint (dl_annotations_get_n_countries (annotations), ==, 1);
  g_assert_null (dl_annotations_get_mention (annotations, 8));
  g_assert_null (dl_annotations_get_entity (annotations, DL_NONE));

  g_assert_cmpstr (fields->countries[1], ==, "EU");
  g_assert_null (fields->countries[2]);
  g_assert_cmpstr (fields->reason, ==, "the year of publication");
  g_assert_cmpstr (fields->timex_value, ==, "2021-10-13");
  g_assert_cmpint (dl_date_get_start (fields->date)->day, ==, 13);

  g_assert_cmpuint (dl_entity_get_n_mentions (entity), ==, 2);
  g_assert_cmpuint (dl_entity_get_mention (entity, 1), ==, 3);
  g_assert_cmpuint (dl_entity_get_mention (entity, 2), ==, DL_NONE);
  g_assert_cmpstr (dl_event_get_fields (dl_annotations_get_event (annotations, 0))->actors[0].role,
                   ==, "speaker");
  g_assert_false (dl_event_is_background (dl_annotations_get_event (annotations, 0)));
  g_assert_finalize_object (annotations);
}

static void
test_models (void)
{
  DlAnnotations *annotations = make_annotations ();
  GListModel *mentions = dl_annotations_get_mentions (annotations);

  g_assert_true (g_list_model_get_item_type (mentions) == DL_TYPE_MENTION);
  g_assert_cmpuint (g_list_model_get_n_items (mentions), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr (DlMention) mention = g_list_model_get_item (mentions, i);

      g_assert_true (mention == dl_annotations_get_mention (annotations, i));
    }

  g_assert_null (g_list_model_get_item (mentions, 8));
  g_assert_true (g_list_model_get_item_type (dl_annotations_get_entities (annotations)) ==
                 DL_TYPE_ENTITY);
  g_assert_true (g_list_model_get_item_type (dl_annotations_get_events (annotations)) ==
                 DL_TYPE_EVENT);
  g_assert_true (g_list_model_get_item_type (dl_annotations_get_countries (annotations)) ==
                 DL_TYPE_COUNTRY);
  g_assert_finalize_object (annotations);
}

static void
test_country (void)
{
  DlAnnotations *annotations = make_annotations ();

  g_assert_cmpuint (dl_annotations_find_country (annotations, "AQ"), ==, 0);
  g_assert_cmpuint (dl_annotations_find_country (annotations, "BV"), ==, DL_NONE);
  g_assert_cmpuint (dl_annotations_find_country (annotations, NULL), ==, DL_NONE);
  /* the mention within the other is no place of its own */
  g_assert_cmpuint (dl_annotations_count_places (annotations, 0), ==, 1);
  g_assert_finalize_object (annotations);
}

static void
test_language (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (DlArticle) stated =
    dl_article_new (bytes, NULL, &(DlArticleFields){ .language = "vi" });
  g_autoptr (DlArticle) silent = dl_article_new (bytes, NULL, NULL);
  g_autoptr (DlAnnotations) a = dl_annotations_new (stated, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (DlAnnotations) b = dl_annotations_new (silent, NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (dl_annotations_get_language (a), ==, "vi");
  g_assert_cmpstr (dl_annotations_get_language (b), ==, "und");
  dl_annotations_set_language (b, "en");
  g_assert_cmpstr (dl_annotations_get_language (b), ==, "en");
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, NULL);
  g_autoptr (DlBackground) background = dl_background_new ("b", NULL, NULL, NULL, NULL);
  DlAnnotations *annotations = dl_annotations_new (article, NULL, NULL, NULL, NULL, background);

  g_assert_cmpuint (dl_annotations_find_mention_at (annotations, 0), ==, DL_NONE);
  g_assert_cmpuint (dl_annotations_find_first_after (annotations, 0), ==, DL_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (dl_annotations_get_events (annotations)), ==, 0);
  g_assert_true (dl_annotations_get_background (annotations) == background);
  g_assert_true (dl_annotations_get_article (annotations) == article);
  g_assert_finalize_object (annotations);
}

/* What is out of order would make look-ups miss: it is refused. */
static void
test_disorder (void)
{
  static const struct
  {
    DlSpan span;
    guint within;
  } wrong[][2] = {
    { { { 5, 6 }, DL_NONE }, { { 2, 3 }, DL_NONE } },
    { { { 0, 3 }, DL_NONE }, { { 0, 9 }, DL_NONE } },
    { { { 0, 9 }, 1 }, { { 0, 3 }, DL_NONE } },
    { { { 0, 9 }, DL_NONE }, { { 0, 3 }, 1 } },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint j = 0; j < 2; j++)
        g_ptr_array_add (mentions, make_mention (wrong[i][j].span, wrong[i][j].within));
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_ordered*failed*");
      g_assert_null (dl_annotations_new (article, mentions, NULL, NULL, NULL, NULL));
      g_test_assert_expected_messages ();
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/annotations/mention-at", test_mention_at);
  g_test_add_func ("/model/annotations/first-after", test_first_after);
  g_test_add_func ("/model/annotations/rows", test_rows);
  g_test_add_func ("/model/annotations/models", test_models);
  g_test_add_func ("/model/annotations/country", test_country);
  g_test_add_func ("/model/annotations/language", test_language);
  g_test_add_func ("/model/annotations/empty", test_empty);
  g_test_add_func ("/model/annotations/disorder", test_disorder);

  return g_test_run ();
}
