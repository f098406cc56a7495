/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

/* A country of each part, one across the edge of Asia, and one too small to be seen. */
static const DlCountryFields rows[] = {
  { .code = "KR", .part = DL_PART_ACTS },
  { .code = "US", .part = DL_PART_ACTS },
  { .code = "FR", .part = DL_PART_NAMED },
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

/**
 * map_fixture_session:
 *
 * Returns: (transfer full): a session with an article of eight countries
 */
DlSession *
map_fixture_session (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Countries.", 10);
  DlArticleFields fields = { .id = "map" };
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *countries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (DlAnnotations) annotations = NULL;
  DlSession *session = dl_session_new ();

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 0, 10 }, "en"));
  article = dl_article_new (text, blocks, &fields);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (countries, dl_country_new (&rows[i]));
  annotations = dl_annotations_new (article, NULL, NULL, NULL, countries, NULL);

  dl_session_set_name_func (session, name_cb, NULL, NULL);
  dl_session_set_article (session, article);
  dl_session_set_annotations (session, annotations);

  return session;
}
