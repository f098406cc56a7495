/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <math.h>
#include <string.h>

/* A small article, annotated by hand, so that the window's parts are tried alone. */

static const char text[] =
  "Talks in Nairobi\n"
  "Kenya’s ministry of health (Kenya) met the African Union on 3 May 2021 for talks.\n"
  "In June the union reported that Kenya had bought 40 lorries.\n"
  "Ghana is not far away.\n";

static const struct
{
  const char *words;
  guint nth; /* occurrence in the text */
  DlKind kind;
  guint entity;
  guint within;
  const char *country;
} mention_rows[] = {
  { "Kenya’s ministry of health", 0, DL_KIND_ORGANISATION, FIXTURE_MINISTRY, DL_NONE, "KE" },
  { "Kenya", 0, DL_KIND_COUNTRY, FIXTURE_KENYA, 0, "KE" },
  { "African Union", 0, DL_KIND_ORGANISATION, FIXTURE_UNION, DL_NONE, "AU" },
  { "3 May 2021", 0, DL_KIND_DATE, FIXTURE_DATE, DL_NONE, NULL },
  { "Kenya", 2, DL_KIND_COUNTRY, FIXTURE_KENYA, DL_NONE, "KE" },
  { "40 lorries", 0, DL_KIND_QUANTITY, FIXTURE_SUM, DL_NONE, NULL },
};

static const struct
{
  const char *name;
  DlKind kind;
  const char *role;
  const char *country;
  guint mentions[2];
  guint n_mentions;
} entity_rows[FIXTURE_N_ENTITIES] = {
  [FIXTURE_KENYA] = { "Kenya", DL_KIND_COUNTRY, "country", "KE", { 1, 4 }, 2 },
  [FIXTURE_MINISTRY] = { "Kenya’s ministry of health",
                         DL_KIND_ORGANISATION,
                         "ministry",
                         "KE",
                         { 0 },
                         1 },
  [FIXTURE_UNION] = { "African Union", DL_KIND_ORGANISATION, "bloc", "AU", { 2 }, 1 },
  [FIXTURE_DATE] = { "3 May 2021", DL_KIND_DATE, NULL, NULL, { 3 }, 1 },
  [FIXTURE_SUM] = { "40 lorries", DL_KIND_QUANTITY, NULL, NULL, { 5 }, 1 },
};

static DlSpan
find (const char *words, guint nth)
{
  const char *place = strstr (text, words);

  for (; nth > 0; nth--)
    place = strstr (place + 1, words);

  return (DlSpan){ place - text, place - text + strlen (words) };
}

static DlSpan
find_line (guint line)
{
  DlSpan span = { 0, 0 };

  for (; line > 0; line--)
    span.start = strchr (text + span.start, '\n') - text + 1;
  span.end = strchr (text + span.start, '\n') - text;

  return span;
}

DlArticle *
fixture_article (void)
{
  static const DlBlockKind kinds[] = { DL_BLOCK_TITLE, DL_BLOCK_PARAGRAPH, DL_BLOCK_PARAGRAPH,
                                       DL_BLOCK_PARAGRAPH };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (blocks, dl_block_new (kinds[i], find_line (i), "en"));

  return dl_article_new (bytes, g_steal_pointer (&blocks),
                         &(DlArticleFields){ .title = "Talks in Nairobi", .language = "en" });
}

static GPtrArray *
make_mentions (DlDate *date)
{
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (mention_rows); i++)
    {
      const char *countries[] = { mention_rows[i].country, NULL };

      g_ptr_array_add (mentions, dl_mention_new (&(DlMentionFields){
                                   .span = find (mention_rows[i].words, mention_rows[i].nth),
                                   .kind = mention_rows[i].kind,
                                   .entity = mention_rows[i].entity,
                                   .within = mention_rows[i].within,
                                   .countries = mention_rows[i].country != NULL ? countries : NULL,
                                   .rule = "en-fixture",
                                   .certainty = 0.9,
                                   .latitude = NAN,
                                   .longitude = NAN,
                                   .date = mention_rows[i].kind == DL_KIND_DATE ? date : NULL,
                                 }));
    }

  return mentions;
}

static GPtrArray *
make_entities (DlDate *date)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (entity_rows); i++)
    {
      const char *countries[] = { entity_rows[i].country, NULL };

      g_ptr_array_add (entities, dl_entity_new (&(DlEntityFields){
                                   .key = entity_rows[i].name,
                                   .kind = entity_rows[i].kind,
                                   .name = entity_rows[i].name,
                                   .role = entity_rows[i].role,
                                   .countries = entity_rows[i].country != NULL ? countries : NULL,
                                   .latitude = NAN,
                                   .longitude = NAN,
                                   .certainty = 0.9,
                                   .date = entity_rows[i].kind == DL_KIND_DATE ? date : NULL,
                                   .mentions = entity_rows[i].mentions,
                                   .n_mentions = entity_rows[i].n_mentions,
                                 }));
    }

  return entities;
}

static GPtrArray *
make_events (DlDate *date)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlDate) june = dl_date_new_ymd (2021, 6, 0);
  const DlActor ministry = { FIXTURE_MINISTRY, "participant" };
  const DlActor the_union = { FIXTURE_UNION, "agent" };

  g_ptr_array_add (events, dl_event_new (&(DlEventFields){ .act = "meeting",
                                                           .what = "talks",
                                                           .sentence = find_line (1),
                                                           .trigger = find ("met", 0),
                                                           .date = date,
                                                           .date_mention = 3,
                                                           .actors = &ministry,
                                                           .n_actors = 1,
                                                           .place = FIXTURE_KENYA,
                                                           .certainty = 0.8 }));
  g_ptr_array_add (events, dl_event_new (&(DlEventFields){ .act = "statement",
                                                           .what = "reported",
                                                           .sentence = find_line (2),
                                                           .trigger = find ("reported", 0),
                                                           .date = june,
                                                           .date_mention = DL_NONE,
                                                           .year_inferred = TRUE,
                                                           .actors = &the_union,
                                                           .n_actors = 1,
                                                           .place = DL_NONE,
                                                           .certainty = 0.8 }));

  return events;
}

static GPtrArray *
make_countries (void)
{
  GPtrArray *countries = g_ptr_array_new_with_free_func (g_object_unref);
  const guint kenya[] = { 0, 1, 4 };

  g_ptr_array_add (countries, dl_country_new (&(DlCountryFields){ .code = "KE",
                                                                  .part = DL_PART_ACTS,
                                                                  .sentence = find_line (1),
                                                                  .mentions = kenya,
                                                                  .n_mentions = 3 }));
  g_ptr_array_add (countries,
                   dl_country_new (
                     &(DlCountryFields){ .code = "NG", .part = DL_PART_MEMBER, .bloc = "AU" }));
  g_ptr_array_add (countries, dl_country_new (&(DlCountryFields){ .code = "GH",
                                                                  .part = DL_PART_HINTED,
                                                                  .sentence = find_line (3) }));

  return countries;
}

DlAnnotations *
fixture_annotations (DlArticle *article)
{
  g_autoptr (DlDate) date = dl_date_new_ymd (2021, 5, 3);

  return dl_annotations_new (article, make_mentions (date), make_entities (date),
                             make_events (date), make_countries (), NULL);
}
