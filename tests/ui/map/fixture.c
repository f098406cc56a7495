/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <math.h>
#include <string.h>

/* Of the mentions, the one that is a point on the map. */
#define TOWN 1

/* A country of each part, one across the edge of Asia, and one too small to be seen. */
static const char article_text[] = "France asked Geneva. The Bank of France answered France.";

static const DlSpan places[] = { { 0, 6 }, { 13, 19 }, { 21, 39 }, { 33, 39 }, { 49, 55 } };
static const guint of_france[] = { 0, 2, 3, 4 };

static const DlCountryFields rows[] = {
  { .code = "KR", .part = DL_PART_ACTS },
  { .code = "US", .part = DL_PART_ACTS },
  { .code = "FR",
    .part = DL_PART_NAMED,
    .mentions = of_france,
    .n_mentions = G_N_ELEMENTS (of_france) },
  { .code = "BR", .part = DL_PART_BACKGROUND, .source = "A newspaper" },
  { .code = "SG", .part = DL_PART_BACKGROUND, .source = "A newspaper" },
  { .code = "ES", .part = DL_PART_MEMBER, .bloc = "EU" },
  { .code = "PL", .part = DL_PART_MEMBER, .bloc = "EU" },
  { .code = "RU", .part = DL_PART_HINTED },
};

static const char *
name_cb (const char *code, gpointer data)
{
  static const char *const names[][2] = {
    { "KR", "South Korea" }, { "US", "United States" },  { "FR", "France" },
    { "BR", "Brazil" },      { "SG", "Singapore" },      { "ES", "Spain" },
    { "PL", "Poland" },      { "EU", "European Union" }, { "RU", "Russia" },
    { "CN", "China" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i][0], code))
      return names[i][1];

  return NULL;
}

static GPtrArray *
create_mentions (void)
{
  static const char *const france[] = { "FR", NULL };
  GPtrArray *mentions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      DlMentionFields fields = { .span = places[i],
                                 .kind = DL_KIND_COUNTRY,
                                 .entity = 0,
                                 .within = i == 3 ? 2 : DL_NONE,
                                 .countries = france,
                                 .rule = "name",
                                 .certainty = 1 };

      if (i == TOWN)
        {
          fields.kind = DL_KIND_PLACE;
          fields.entity = 1;
          fields.countries = NULL;
        }
      g_ptr_array_add (mentions, dl_mention_new (&fields));
    }

  return mentions;
}

static GPtrArray *
create_entities (void)
{
  static const char *const france[] = { "FR", NULL };
  static const guint town[] = { TOWN };
  DlEntityFields country = { .key = "FR",
                             .kind = DL_KIND_COUNTRY,
                             .name = "France",
                             .countries = france,
                             .latitude = NAN,
                             .longitude = NAN,
                             .mentions = of_france,
                             .n_mentions = G_N_ELEMENTS (of_france) };
  DlEntityFields place = { .key = "Q71",
                           .kind = DL_KIND_PLACE,
                           .name = "Geneva",
                           .latitude = 46.2,
                           .longitude = 6.15,
                           .mentions = town,
                           .n_mentions = 1 };
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (entities, dl_entity_new (&country));
  g_ptr_array_add (entities, dl_entity_new (&place));

  return entities;
}

static char **
members_cb (const char *bloc, int year, gpointer data)
{
  static const char *const members[] = { "ES", "FR", "PL", NULL };
  static const char *const none[] = { NULL };

  return g_strdupv ((char **) (g_str_equal (bloc, "EU") ? members : none));
}

/**
 * map_fixture_session:
 *
 * Returns: (transfer full): a session with an article of eight countries and a town
 */
DlSession *
map_fixture_session (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (article_text, strlen (article_text));
  DlArticleFields fields = { .id = "map" };
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *countries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlAnnotations) annotations = NULL;
  DlSession *session = dl_session_new ();

  g_ptr_array_add (blocks,
                   dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, strlen (article_text) }, "en"));
  article = dl_article_new (text, blocks, &fields);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (countries, dl_country_new (&rows[i]));
  annotations =
    dl_annotations_new (article, create_mentions (), create_entities (), NULL, countries, NULL);

  dl_session_set_name_func (session, name_cb, NULL, NULL);
  dl_session_set_members_func (session, members_cb, NULL, NULL);
  dl_session_set_article (session, article);
  dl_session_set_annotations (session, annotations);

  return session;
}
