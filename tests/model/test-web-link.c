/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "web-link.h"

static void
test_find (void)
{
  g_autoptr (GArray) links = dl_web_links_new ();

  dl_web_links_append (links, (DlSpan){ 2, 5 }, "https://example.org/a");
  dl_web_links_append (links, (DlSpan){ 5, 8 }, "https://example.org/b");
  dl_web_links_append (links, (DlSpan){ 7, 9 }, "https://example.org/overlaps");
  dl_web_links_append (links, (DlSpan){ 10, 10 }, "https://example.org/empty");
  dl_web_links_append (links, (DlSpan){ 20, 22 }, "mailto:c@example.org");

  g_assert_cmpuint (links->len, ==, 3);
  g_assert_null (dl_web_links_find_at (links, 1));
  g_assert_cmpstr (dl_web_links_find_at (links, 2)->address, ==, "https://example.org/a");
  g_assert_cmpstr (dl_web_links_find_at (links, 4)->address, ==, "https://example.org/a");
  g_assert_cmpstr (dl_web_links_find_at (links, 5)->address, ==, "https://example.org/b");
  g_assert_null (dl_web_links_find_at (links, 8));
  g_assert_cmpstr (dl_web_links_find_at (links, 21)->address, ==, "mailto:c@example.org");
  g_assert_null (dl_web_links_find_at (links, 22));
  g_assert_cmpuint (dl_web_links_find_first (links, 0), ==, 0);
  g_assert_cmpuint (dl_web_links_find_first (links, 8), ==, 2);
  g_assert_cmpuint (dl_web_links_find_first (links, 22), ==, 3);
}

static void
test_join (void)
{
  g_autoptr (GArray) links = dl_web_links_new ();

  dl_web_links_append (links, (DlSpan){ 0, 4 }, "https://example.org/a");
  dl_web_links_append (links, (DlSpan){ 4, 6 }, "https://example.org/a");
  dl_web_links_append (links, (DlSpan){ 7, 8 }, "https://example.org/a");

  g_assert_cmpuint (links->len, ==, 2);
  g_assert_cmpuint (dl_web_links_find_at (links, 0)->span.end, ==, 6);
}

static void
test_none (void)
{
  g_assert_cmpuint (dl_web_links_find_first (NULL, 0), ==, 0);
  g_assert_null (dl_web_links_find_at (NULL, 0));
}

static void
test_limit (void)
{
  g_autoptr (GArray) links = dl_web_links_new ();

  for (gsize i = 0; i <= DL_WEB_LINKS_MAX; i++)
    dl_web_links_append (links, (DlSpan){ 2 * i, 2 * i + 1 }, "https://example.org/");

  g_assert_cmpuint (links->len, ==, DL_WEB_LINKS_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/web-link/find", test_find);
  g_test_add_func ("/model/web-link/join", test_join);
  g_test_add_func ("/model/web-link/none", test_none);
  g_test_add_func ("/model/web-link/limit", test_limit);

  return g_test_run ();
}
