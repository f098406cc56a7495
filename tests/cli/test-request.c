/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "error.h"
#include "request.h"

static const struct
{
  const char *line, *id, *text, *dct, *lang;
} good[] = {
  { "{\"text\":\"a\"}", "null", "a", NULL, NULL },
  { "{\"id\":\"x\",\"text\":\"a\",\"dct\":\"2021-10-13\",\"lang\":\"vi\"}", "\"x\"", "a",
    "2021-10-13", "vi" },
  { " { \"text\" : \"a\" , \"id\" : 17 } \r", "17", "a", NULL, NULL },
  { "{\"id\":[1,{\"a\":null}],\"text\":\"\"}", "[1,{\"a\":null}]", "", NULL, NULL },
  { "{\"id\":12345678901234567890.5e-3,\"text\":\"a\"}", "12345678901234567890.5e-3", "a", NULL,
    NULL },
  { "{\"text\":\"a\",\"dct\":null,\"lang\":null}", "null", "a", NULL, NULL },
  { "{\"text\":\"a\",\"text\":\"b\"}", "null", "b", NULL, NULL },
  { "{\"text\":\"a\",\"spans\":[{\"start\":0,\"x\":[-1.5,true,false,{}]},[]]}", "null", "a", NULL,
    NULL },
  { "{\"text\":\"Đà Nẵng\"}", "null", "Đà Nẵng", NULL, NULL },
  { "{\"text\":\"\\u0110\\u00E0\"}", "null", "Đà", NULL, NULL },
  { "{\"text\":\"\\ud83d\\ude00!\"}", "null", "😀!", NULL, NULL },
  { "{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", "null", "\"\\/\b\f\n\r\t", NULL, NULL },
  /* half a pair is one code point, and what follows stays */
  { "{\"text\":\"x\\ud83dy\"}", "null", "x\ufffdy", NULL, NULL },
  { "{\"text\":\"x\\ude00y\"}", "null", "x\ufffdy", NULL, NULL },
  { "{\"text\":\"\\ud83d\\u0041\"}", "null", "\ufffdA", NULL, NULL },
  { "{\"te\\u0078t\":\"a\"}", "null", "a", NULL, NULL },
};

static const struct
{
  const char *line, *id; /* what was read of it nevertheless */
} bad[] = {
  { "", "null" },
  { "x", "null" },
  { "[]", "null" },
  { "\"text\"", "null" },
  { "null", "null" },
  { "{", "null" },
  { "{}", "null" },
  { "{\"id\":\"x\"}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":null}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":17}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":[\"a\"]}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\",\"lang\":1}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\",\"dct\":{}}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\"", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\"}}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\"} {}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\",}", "\"x\"" },
  { "{\"id\":\"x\" \"text\":\"a\"}", "\"x\"" },
  { "{\"id\":\"x\",text:\"a\"}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":'a'}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\\\"}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"\\x\"}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"\\u12\"}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"\\u0000\"}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"a\tb\"}", "\"x\"" },
  { "{\"id\":01,\"text\":\"a\"}", "0" },
  { "{\"id\":1.,\"text\":\"a\"}", "null" },
  { "{\"id\":-,\"text\":\"a\"}", "null" },
  { "{\"id\":1e,\"text\":\"a\"}", "null" },
  { "{\"id\":nul,\"text\":\"a\"}", "null" },
  { "{\"id\":[1,\"text\":\"a\"}", "null" },
  { "{\"id\":\"x\",\"text\":\"a\",\"b\":[}", "\"x\"" },
  { "{\"id\":\"x\",\"text\":\"\xff\"}", "null" },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto (DlRequest) request = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", good[i].line);
      g_assert_true (dl_request_parse (&request, good[i].line, strlen (good[i].line), &error));
      g_assert_no_error (error);
      g_assert_cmpstr (request.id, ==, good[i].id);
      g_assert_cmpstr (request.text, ==, good[i].text);
      g_assert_cmpstr (request.dct, ==, good[i].dct);
      g_assert_cmpstr (request.lang, ==, good[i].lang);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (DlRequest) request = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (dl_request_parse (&request, bad[i].line, strlen (bad[i].line), &error));
      g_assert_true (error != NULL && error->domain == DL_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_cmpstr (request.id, ==, bad[i].id);
    }
}

/* Every good line cut short anywhere is bad, and read no further than its end. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    for (gsize length = 0; length < strlen (good[i].line) - 1; length++)
      {
        g_autofree char *cut = g_memdup2 (good[i].line, length);
        g_auto (DlRequest) request = { 0 };
        g_autoptr (GError) error = NULL;

        if (good[i].line[length] == ' ')
          continue;
        g_assert_false (dl_request_parse (&request, cut, length, &error));
        g_assert_nonnull (error);
      }
}

static void
test_nul (void)
{
  static const char line[] = "{\"text\":\"a\0b\"}";
  g_auto (DlRequest) request = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (dl_request_parse (&request, line, sizeof line - 1, &error));
  g_assert_error (error, DL_ERROR, DL_ERROR_ENCODING);
}

static void
test_depth (void)
{
  static const guint depths[] = { 1, DL_REQUEST_MAX_DEPTH, DL_REQUEST_MAX_DEPTH + 1, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autoptr (GString) line = g_string_new ("{\"text\":\"a\",\"b\":");
      g_auto (DlRequest) request = { 0 };

      for (guint j = 0; j < depths[i]; j++)
        g_string_append_c (line, '[');
      for (guint j = 0; j < depths[i]; j++)
        g_string_append_c (line, ']');
      g_string_append_c (line, '}');
      g_assert_cmpint (dl_request_parse (&request, line->str, line->len, NULL), ==,
                       depths[i] <= DL_REQUEST_MAX_DEPTH);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/request/good", test_good);
  g_test_add_func ("/cli/request/bad", test_bad);
  g_test_add_func ("/cli/request/cut", test_cut);
  g_test_add_func ("/cli/request/nul", test_nul);
  g_test_add_func ("/cli/request/depth", test_depth);

  return g_test_run ();
}
