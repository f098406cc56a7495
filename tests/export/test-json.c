/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "sample.h"

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (json, &error);

  g_assert_no_error (error);
  return root;
}

static JsonNode *
export_sample (gboolean pretty)
{
  g_autoptr (DlAnnotations) annotations = sample_annotations ();
  g_autofree char *json = dl_json_from_annotations (annotations, pretty);

  return parse (json);
}

/* The value at a path of keys and indexes, as JSON; %NULL if there is none. */
static char *
look_up (JsonNode *node, const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL && node != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node),
                                       g_ascii_strtoull (steps[i], NULL, 10));
      else
        node = json_object_get_member (json_node_get_object (node), steps[i]);
    }

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return g_strdup_printf ("%g", json_node_get_double (node)); /* json-glib writes 17 digits */

  return node == NULL ? NULL : json_to_string (node, FALSE);
}

static void
test_values (void)
{
  static const struct
  {
    const char *path, *value;
  } cases[] = {
    { "id", "\"họp \\\"A\\\"\\n\"" },
    { "lang", "\"vi\"" },
    { "background", "\"meeting\"" },
    /* code points: the first letter of “Bộ” that is not ASCII takes three bytes */
    { "mentions.0.start", "0" },
    { "mentions.0.end", "13" },
    { "mentions.0.text", "\"Bộ Kinh tế Úc\"" },
    { "mentions.0.kind", "\"organisation\"" },
    { "mentions.0.entity", "0" },
    { "mentions.0.countries", "[\"AU\"]" },
    { "mentions.0.within", "null" },
    { "mentions.0.rule", "\"vi-ministry\"" },
    { "mentions.0.certainty", "0.9" },
    { "mentions.0.lat", NULL },
    { "mentions.0.lon", NULL },
    { "mentions.0.timex", NULL },
    { "mentions.0.edtf", NULL },
    { "mentions.0.reason", NULL },
    { "mentions.1.start", "11" },
    { "mentions.1.end", "13" },
    { "mentions.1.within", "0" },
    { "mentions.1.lat", "-25" },
    { "mentions.1.lon", "133.775" },
    { "mentions.2.start", "24" },
    { "mentions.2.end", "32" },
    { "mentions.2.text", "\"13-14/10\"" },
    { "mentions.2.entity", "null" },
    { "mentions.2.countries", "[]" },
    { "mentions.2.timex", "{\"type\":\"DATE\",\"value\":\"2021-10-13/2021-10-14\"}" },
    { "mentions.2.edtf", "\"2021-10-13/2021-10-14\"" },
    { "mentions.2.year_inferred", "true" },
    { "mentions.2.local_time", "false" },
    { "mentions.2.reason", "\"The year is that of the meeting.\"" },
    { "mentions.3.start", "38" },
    { "mentions.3.end", "45" },
    { "mentions.3.lat", "16.0678" },
    { "entities.0.key", "\"ministry-au\"" },
    { "entities.0.role", "\"ministry\"" },
    { "entities.0.office", NULL },
    { "entities.0.lat", NULL },
    { "entities.0.mentions", "[0]" },
    { "entities.1.name", "\"Úc\"" },
    { "entities.1.wikidata", "\"Q408\"" },
    { "entities.2.countries", "[]" },
    { "events.0.act", "\"meeting\"" },
    { "events.0.what", "\"họp\"" },
    { "events.0.date", "\"2021-10-13/2021-10-14\"" },
    { "events.0.timex", "\"2021-10-13/2021-10-14\"" },
    { "events.0.during", "false" },
    { "events.0.year_inferred", "true" },
    { "events.0.date_mention", "2" },
    { "events.0.actors", "[{\"entity\":0,\"role\":\"organiser\"}]" },
    { "events.0.place", "2" },
    { "events.0.sentence", "{\"start\":0,\"end\":18,\"text\":\"Bộ Kinh tế Úc họp.\"}" },
    { "events.0.trigger", "{\"start\":14,\"end\":17,\"text\":\"họp\"}" },
    { "events.0.retold", "[{\"start\":11,\"end\":13,\"text\":\"Úc\"}]" },
    { "events.1.retold", NULL },
    { "events.0.source", NULL },
    { "events.1.date", NULL },
    { "events.1.year_inferred", NULL },
    { "events.1.actors", "[]" },
    { "events.1.place", "null" },
    { "events.1.sentence", NULL },
    { "events.1.source", "\"A newspaper\"" },
    { "events.1.source_url", "\"https://example.org/a\"" },
    { "countries.0.code", "\"AU\"" },
    { "countries.0.part", "\"acts\"" },
    { "countries.0.mentions", "[0,1]" },
    { "countries.0.sentence.end", "18" },
    { "countries.1.source", "\"A newspaper\"" },
    { "countries.1.sentence", NULL },
    { "countries.1.mentions", "[]" },
    { "countries.2.bloc", "\"EU\"" },
  };
  g_autoptr (JsonNode) root = export_sample (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = look_up (root, cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* Each mention's text is what stands between its two positions. */
static void
test_positions (void)
{
  g_autoptr (DlAnnotations) annotations = sample_annotations ();
  const char *text = dl_article_get_text (dl_annotations_get_article (annotations));
  g_autoptr (JsonNode) root = export_sample (FALSE);
  JsonArray *mentions = json_object_get_array_member (json_node_get_object (root), "mentions");

  g_assert_cmpuint (json_array_get_length (mentions), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      JsonObject *mention = json_array_get_object_element (mentions, i);
      g_autofree char *between =
        g_utf8_substring (text, json_object_get_int_member (mention, "start"),
                          json_object_get_int_member (mention, "end"));

      g_assert_cmpstr (json_object_get_string_member (mention, "text"), ==, between);
    }
}

static void
test_pretty (void)
{
  g_autoptr (DlAnnotations) annotations = sample_annotations ();
  g_autofree char *line = dl_json_from_annotations (annotations, FALSE);
  g_autofree char *lines = dl_json_from_annotations (annotations, TRUE);
  g_autoptr (JsonNode) a = parse (line);
  g_autoptr (JsonNode) b = parse (lines);

  g_assert_true (json_node_equal (a, b));
  g_assert_null (strchr (line, '\n'));
  g_assert_true (g_str_has_prefix (lines, "{\n  \"id\": "));
  g_assert_nonnull (strstr (lines, "\n      \"countries\": [\"AU\"],\n"));
  g_assert_true (g_str_has_suffix (lines, "\n  ]\n}"));
}

static void
test_id (void)
{
  static const char *const ids[] = { "17", "null", "[1,\"a\"]" };
  g_autoptr (DlAnnotations) annotations = sample_annotations ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *json = dl_json_from_annotations_with_id (annotations, ids[i], FALSE);
      g_autoptr (JsonNode) root = parse (json);
      g_autofree char *id = look_up (root, "id");

      g_assert_cmpstr (id, ==, ids[i]);
    }
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (DlArticle) article = dl_article_new (bytes, NULL, NULL);
  g_autoptr (DlAnnotations) annotations =
    dl_annotations_new (article, NULL, NULL, NULL, NULL, NULL);
  g_autofree char *found = dl_json_from_annotations (annotations, FALSE);
  g_autofree char *read = dl_json_from_article (article, FALSE);

  g_assert_cmpstr (found, ==,
                   "{\"id\":null,\"lang\":\"und\",\"mentions\":[],\"entities\":[],\"events\":[],"
                   "\"countries\":[]}");
  g_assert_cmpstr (read, ==, "{\"text\":\"\",\"blocks\":[],\"links\":[]}");
}

static void
test_article (void)
{
  static const struct
  {
    const char *path, *value;
  } cases[] = {
    { "title", "\"Họp\"" },
    { "language", "\"vi\"" },
    { "published", "\"2021-10-15T08:00+07:00\"" },
    { "updated", NULL },
    { "publisher", "\"Báo\"" },
    { "text", "\"Bộ Kinh tế Úc họp.\\nNgày 13-14/10, tại Đà Nẵng: “Đồng ý”.\"" },
    { "blocks.0", "{\"kind\":\"paragraph\",\"start\":0,\"end\":18}" },
    { "blocks.1", "{\"kind\":\"quote\",\"start\":19,\"end\":56,\"language\":\"vi\"}" },
    { "links.0", "{\"start\":38,\"end\":45,\"url\":\"https://danang.example/\"}" },
  };
  g_autoptr (DlAnnotations) annotations = sample_annotations ();
  g_autofree char *json = dl_json_from_article (dl_annotations_get_article (annotations), TRUE);
  g_autoptr (JsonNode) root = parse (json);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = look_up (root, cases[i].path);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

/* Every code point below U+0100 comes back as it was, and none is written as a control. */
static void
test_escapes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DlArticle) article = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  for (gunichar c = 1; c < 0x100; c++)
    g_string_append_unichar (text, c);
  bytes = g_bytes_new (text->str, text->len);
  article = dl_article_new (bytes, NULL, NULL);
  json = dl_json_from_article (article, FALSE);
  root = parse (json);

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "text"), ==,
                   text->str);
  for (const char *at = json; *at != '\0'; at++)
    g_assert_false (g_ascii_iscntrl (*at));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/json/values", test_values);
  g_test_add_func ("/export/json/positions", test_positions);
  g_test_add_func ("/export/json/pretty", test_pretty);
  g_test_add_func ("/export/json/id", test_id);
  g_test_add_func ("/export/json/empty", test_empty);
  g_test_add_func ("/export/json/article", test_article);
  g_test_add_func ("/export/json/escapes", test_escapes);

  return g_test_run ();
}
