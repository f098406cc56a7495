/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "web-address.h"

static const struct
{
  const char *text;
  const char *addresses[3];
} rows[] = {
  { "See https://example.org/a?b=c#d for more.", { "https://example.org/a?b=c#d" } },
  { "At the end: HTTP://example.org.", { "HTTP://example.org" } },
  { "(see https://example.org/x)", { "https://example.org/x" } },
  { "https://example.org/wiki/Georgia_(country), too",
    { "https://example.org/wiki/Georgia_(country)" } },
  { "“https://example.org/”, he said", { "https://example.org/" } },
  { "write to mailto:press@example.org or http://example.org/",
    { "mailto:press@example.org", "http://example.org/" } },
  { "https://ru.example.org/wiki/Кения", { "https://ru.example.org/wiki/Кения" } },
  { "詳しくはhttps://example.jp/newsをご覧ください。", { "https://example.jp/news" } },
  { "자세한 내용은 https://example.kr/에서", { "https://example.kr/" } },
  { "javascript:alert(1) file:///etc/passwd data:text/html,x smb://host/", { NULL } },
  { "http:// https:/example.org mailto: at 12:30: nothing", { NULL } },
  { "xhttp://example.org", { NULL } },
  { ":", { NULL } },
  { "", { NULL } },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gsize length = strlen (rows[i].text);
      DlSpan span = { 0, 0 };
      guint n = 0;

      while (dl_web_address_find (rows[i].text, span.end, length, &span))
        {
          g_autofree char *address = g_strndup (rows[i].text + span.start, span.end - span.start);

          g_assert_cmpstr (address, ==, rows[i].addresses[n]);
          n++;
        }
      g_assert_null (rows[i].addresses[n]);
    }
}

/* Each byte of an address leads to it, and no other. */
static void
test_find_at (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *text = rows[i].text;
      const gsize length = strlen (text);
      DlSpan next = { 0, 0 }, span;
      gboolean more = dl_web_address_find (text, 0, length, &next);

      for (gsize byte = 0; byte < length; byte = g_utf8_next_char (text + byte) - text)
        {
          if (more && byte >= next.end)
            more = dl_web_address_find (text, next.end, length, &next);
          g_assert_cmpint (dl_web_address_find_at (text, length, byte, &span), ==,
                           more && byte >= next.start);
          if (more && byte >= next.start)
            g_assert_cmpuint (span.start, ==, next.start);
        }
    }
}

/* What is too long is no address, and does not take long to be told. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("https://example.org/");
  DlSpan span;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "a:");
  g_assert_false (dl_web_address_find (text->str, 0, text->len, &span));
  g_assert_false (dl_web_address_find_at (text->str, text->len, 50000, &span));
}

/* A reader would not see what is in some, and others start programs. */
static void
test_allowed (void)
{
  g_autofree char *path = g_strnfill (DL_WEB_ADDRESS_MAX, 'x');
  g_autofree char *endless = g_strconcat ("https://example.org/", path, NULL);

  g_assert_true (dl_web_address_is_allowed ("https://example.org/a?b=c#d"));
  g_assert_true (dl_web_address_is_allowed ("HTTP://example.org"));
  g_assert_true (dl_web_address_is_allowed ("mailto:press@example.org"));
  g_assert_true (dl_web_address_is_allowed ("https://ru.example.org/wiki/Кения"));
  g_assert_false (dl_web_address_is_allowed ("javascript:alert(1)"));
  g_assert_false (dl_web_address_is_allowed ("file:///etc/passwd"));
  g_assert_false (dl_web_address_is_allowed ("data:text/html,x"));
  g_assert_false (dl_web_address_is_allowed ("/news"));
  g_assert_false (dl_web_address_is_allowed ("https://"));
  g_assert_false (dl_web_address_is_allowed (""));
  g_assert_false (dl_web_address_is_allowed ("https://example.org/a b"));
  g_assert_false (dl_web_address_is_allowed ("https://example.org/\xe2\x80\xae"
                                             "gpj.exe"));
  g_assert_false (dl_web_address_is_allowed (endless));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/web-address/allowed", test_allowed);
  g_test_add_func ("/model/web-address/find", test_find);
  g_test_add_func ("/model/web-address/find-at", test_find_at);
  g_test_add_func ("/model/web-address/long", test_long);

  return g_test_run ();
}
