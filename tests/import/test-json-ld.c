/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"
#include "json-ld.h"
#include "json.h"

static void
test_read (void)
{
  static const struct
  {
    const char *script, *title, *author, *published;
  } rows[] = {
    { "{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"author\":{\"@type\":\"Person\","
      "\"name\":\"Ann\"},\"datePublished\":\"2021-10-14\"}",
      "A", "Ann", "2021-10-14" },
    { "[{\"@type\":\"WebSite\",\"name\":\"Site\"},{\"@type\":[\"Article\"],\"headline\":\"B\","
      "\"author\":[\"Bo\",\" Cy\",{\"name\":\"Bo\"}]}]",
      "B", "Bo, Cy", NULL },
    { "{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"O\"},{\"@type\":\"BlogPosting\","
      "\"headline\":\" C \",\"author\":[{\"name\":\"Di\"}]}]}",
      "C", "Di", NULL },
    { "\n//<![CDATA[\n{\"@type\":\"Report\",\"headline\":\"D\"}\n//]]>\n", "D", NULL, NULL },
    /* members of other types than expected */
    { "{\"@type\":\"Article\",\"headline\":[1],\"author\":7,\"datePublished\":{}}", NULL, NULL,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (DlJsonLd) said = { 0 };

      g_assert_true (dl_json_ld_read (&said, rows[i].script));
      g_assert_cmpstr (said.title, ==, rows[i].title);
      g_assert_cmpstr (said.author, ==, rows[i].author);
      g_assert_cmpstr (said.published, ==, rows[i].published);
    }
}

static void
test_nothing (void)
{
  static const char *const scripts[] = { "",
                                         "{",
                                         "}{",
                                         "[]",
                                         "{}",
                                         "null",
                                         "]",
                                         "<![CDATA[",
                                         "{\"@type\":\"WebSite\",\"name\":\"Site\"}",
                                         "{\"@type\":\"Article\",\"headline\":\"cut o" };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_auto (DlJsonLd) said = { 0 };

      g_assert_false (dl_json_ld_read (&said, scripts[i]));
      g_assert_null (said.title);
    }
}

/* The limit of json.c: an array in an array, as deep as allowed and one deeper. */
static void
test_depth (void)
{
  for (guint depth = DL_JSON_MAX_DEPTH; depth <= DL_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      node = dl_json_parse (text->str, text->len, &error);
      if (depth > DL_JSON_MAX_DEPTH)
        g_assert_error (error, DL_ERROR, DL_ERROR_TOO_LARGE);
      else
        g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/json-ld/read", test_read);
  g_test_add_func ("/import/json-ld/nothing", test_nothing);
  g_test_add_func ("/import/json-ld/depth", test_depth);

  return g_test_run ();
}
