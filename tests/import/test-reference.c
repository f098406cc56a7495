/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reference.h"
#include "web-address.h"

static const struct
{
  const char *base, *reference, *address;
} rows[] = {
  { NULL, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d" },
  { NULL, " HTTPS://example.org/a\n", "https://example.org/a" },
  { NULL, "https://example.org/a b|c", "https://example.org/a%20b%7Cc" },
  { NULL, "https://example.org/a%20b%zz", "https://example.org/a%20b%zz" },
  { NULL, "https://exam\n\tple.org/", "https://example.org/" },
  { NULL, "https://ru.example.org/wiki/Вена",
    "https://ru.example.org/wiki/%D0%92%D0%B5%D0%BD%D0%B0" },
  /* a host is told as the network knows it */
  { NULL, "https://bücher.example/", "https://xn--bcher-kva.example/" },
  { NULL, "mailto:press@example.org?subject=x", "mailto:press@example.org?subject=x" },
  { NULL, "/news/1", NULL },
  { NULL, "//example.org/news", NULL },
  { "https://example.org/a/b.html", "/news/1", "https://example.org/news/1" },
  { "https://example.org/a/b.html", "c.html?d", "https://example.org/a/c.html?d" },
  { "https://example.org/a/b.html", "../../../c", "https://example.org/c" },
  { "https://example.org/a/b.html", "?page=2", "https://example.org/a/b.html?page=2" },
  { "https://example.org/a", "//example.net/c", "https://example.net/c" },
  { "https://example.org/a", "#note-1", NULL },
  { "https://example.org/a", "", NULL },
  { "https://example.org/a", "javascript:alert(1)", NULL },
  { "https://example.org/a", "java\nscript:alert(1)", NULL },
  { "https://example.org/a", "file:///etc/passwd", NULL },
  { "https://example.org/a", "data:text/html,x", NULL },
  { "https://example.org/a", "tel:+123", NULL },
  { "file:///home/reader/page.html", "/news/1", NULL },
  { "mailto:a@example.org", "b", NULL },
  { "example.org", "b", NULL },
};

static void
test_resolve (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GUri) base = dl_reference_parse_base (rows[i].base);
      g_autofree char *address = dl_reference_resolve (base, rows[i].reference);

      g_test_message ("%s", rows[i].reference);
      g_assert_cmpstr (address, ==, rows[i].address);
    }
}

static void
test_long (void)
{
  g_autofree char *path = g_strnfill (DL_WEB_ADDRESS_MAX, 'x');
  g_autofree char *endless = g_strconcat ("https://example.org/", path, NULL);

  g_assert_null (dl_reference_resolve (NULL, endless));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/reference/resolve", test_resolve);
  g_test_add_func ("/import/reference/long", test_long);

  return g_test_run ();
}
