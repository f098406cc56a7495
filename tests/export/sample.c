/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sample.h"

#include <math.h>
#include <string.h>

/* Annotations made by hand: a ministry that holds a country, a date of two days, a
 * background, and a text of which most letters take more than one byte. */

static const char text[] = "Bộ Kinh tế Úc họp.\nNgày 13-14/10, tại Đà Nẵng: “Đồng ý”.";

static DlSpan
find (const char *words)
{
  const char *at = strstr (text, words);

  return (DlSpan){ at - text, at - text + strlen (words) };
}

static GPtrArray *
make_rows (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static DlArticle *
make_article (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) blocks = make_rows ();
  g_autoptr (DlDate) published = dl_date_parse ("2021-10-15T08:00+07:00", NULL);
  g_autoptr (GArray) links = dl_web_links_new ();
  gsize second = strchr (text, '\n') + 1 - text;

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, second - 1 }, NULL));
  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_QUOTE, (DlSpan){ second, strlen (text) }, "vi"));
  dl_web_links_append (links, find ("Đà Nẵng"), "https://danang.example/");
  return dl_article_new (bytes, blocks,
                         &(DlArticleFields){ .id = "họp \"A\"\n",
                                             .title = "Họp",
                                             .language = "vi",
                                             .publisher = "Báo",
                                             .links = links,
                                             .published = published });
}

static GPtrArray *
make_mentions (DlDate *date)
{
  const char *const australia[] = { "AU", NULL }, *const vietnam[] = { "VN", NULL };
  const DlMentionFields fields[] = {
    { .span = find ("Bộ Kinh tế Úc"),
      .kind = DL_KIND_ORGANISATION,
      .entity = 0,
      .within = DL_NONE,
      .countries = australia,
      .rule = "vi-ministry",
      .certainty = 0.9,
      .latitude = NAN,
      .longitude = NAN },
    { .span = find ("Úc"),
      .kind = DL_KIND_COUNTRY,
      .entity = 1,
      .within = 0,
      .countries = australia,
      .rule = "name",
      .certainty = 1,
      .latitude = -25,
      .longitude = 133.775123456 },
    { .span = find ("13-14/10"),
      .kind = DL_KIND_DATE,
      .entity = DL_NONE,
      .within = DL_NONE,
      .rule = "vi-day-range",
      .reason = "The year is that of the meeting.",
      .certainty = 0.95,
      .latitude = NAN,
      .longitude = NAN,
      .date = date,
      .year_inferred = TRUE,
      .timex_type = "DATE",
      .timex_value = "2021-10-13/2021-10-14" },
    { .span = find ("Đà Nẵng"),
      .kind = DL_KIND_PLACE,
      .entity = 2,
      .within = DL_NONE,
      .countries = vietnam,
      .rule = "name",
      .certainty = 0.8,
      .latitude = 16.06778,
      .longitude = 108.22083 },
  };
  GPtrArray *mentions = make_rows ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (mentions, dl_mention_new (&fields[i]));

  return mentions;
}

static GPtrArray *
make_entities (void)
{
  const char *const australia[] = { "AU", NULL };
  const guint positions[] = { 0, 1, 3 };
  const DlEntityFields fields[] = {
    { .key = "ministry-au",
      .kind = DL_KIND_ORGANISATION,
      .name = "Bộ Kinh tế Úc",
      .role = "ministry",
      .countries = australia,
      .latitude = NAN,
      .longitude = NAN,
      .certainty = 0.9,
      .mentions = &positions[0],
      .n_mentions = 1 },
    { .key = "AU",
      .kind = DL_KIND_COUNTRY,
      .name = "Úc",
      .role = "country",
      .countries = australia,
      .wikidata = "Q408",
      .latitude = -25,
      .longitude = 133.775123456,
      .certainty = 1,
      .mentions = &positions[1],
      .n_mentions = 1 },
    { .key = "da-nang",
      .kind = DL_KIND_PLACE,
      .name = "Đà Nẵng",
      .latitude = 16.06778,
      .longitude = 108.22083,
      .certainty = 0.8,
      .mentions = &positions[2],
      .n_mentions = 1 },
  };
  GPtrArray *entities = make_rows ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (entities, dl_entity_new (&fields[i]));

  return entities;
}

static GPtrArray *
make_events (DlDate *date)
{
  const DlActor actors[] = { { 0, "organiser" } };
  const DlSpan retold[] = { find ("Úc") };
  const DlEventFields fields[] = {
    { .act = "meeting",
      .what = "họp",
      .sentence = find ("Bộ Kinh tế Úc họp."),
      .trigger = find ("họp"),
      .retold = retold,
      .n_retold = G_N_ELEMENTS (retold),
      .date = date,
      .date_mention = 2,
      .year_inferred = TRUE,
      .reason = "The year is that of the meeting.",
      .actors = actors,
      .n_actors = 1,
      .place = 2,
      .certainty = 0.7 },
    { .act = "adoption",
      .what = "A statement",
      .date_mention = DL_NONE,
      .place = DL_NONE,
      .source = "A newspaper",
      .source_url = "https://example.org/a",
      .certainty = 1 },
  };
  GPtrArray *events = make_rows ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (events, dl_event_new (&fields[i]));

  return events;
}

static GPtrArray *
make_countries (void)
{
  const guint positions[] = { 0, 1 };
  const DlCountryFields fields[] = {
    { .code = "AU",
      .part = DL_PART_ACTS,
      .sentence = find ("Bộ Kinh tế Úc họp."),
      .mentions = positions,
      .n_mentions = 2 },
    { .code = "NZ", .part = DL_PART_BACKGROUND, .source = "A newspaper" },
    { .code = "DE", .part = DL_PART_MEMBER, .bloc = "EU" },
    { .code = "FR", .part = DL_PART_MEMBER, .bloc = "EU" },
  };
  GPtrArray *countries = make_rows ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_ptr_array_add (countries, dl_country_new (&fields[i]));

  return countries;
}

/* Returns: (transfer full): the annotations */
DlAnnotations *
sample_annotations (void)
{
  g_autoptr (DlArticle) article = make_article ();
  g_autoptr (DlDate) date = dl_date_parse ("2021-10-13/2021-10-14", NULL);
  g_autoptr (DlBackground) background = dl_background_new ("meeting", NULL, date, NULL, NULL);

  return dl_annotations_new (article, make_mentions (date), make_entities (), make_events (date),
                             make_countries (), background);
}
