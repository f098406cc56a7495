/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "address-finder.h"

static const char text[] = "Norway and Chile met, see https://post.example/1. Or see "
                           "https://post.example/2 by name.";

static DlSpan
find_words (const char *words)
{
  const char *at = strstr (text, words);

  return (DlSpan){ at - text, at - text + strlen (words) };
}

/* “Norway” and an address lead where a link says, the other address where it says itself. */
static DlArticle *
make_article (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GArray) links = dl_web_links_new ();

  dl_web_links_append (links, find_words ("Norway"), "https://norway.example/");
  dl_web_links_append (links, find_words ("https://post.example/2 by name"),
                       "https://post.example/3");

  return dl_article_new (bytes, NULL, &(DlArticleFields){ .links = links });
}

static void
assert_leads (DlArticle *article, const char *words, const char *address)
{
  DlSpan found;
  g_autofree char *at = dl_address_finder_dup_at (article, find_words (words).start, &found);

  g_assert_cmpstr (at, ==, address);
}

static void
test_at (void)
{
  DlArticle *article = make_article ();

  assert_leads (article, "Norway", "https://norway.example/");
  assert_leads (article, "Chile", NULL);
  assert_leads (article, "https://post.example/1", "https://post.example/1");
  assert_leads (article, "https://post.example/2", "https://post.example/3");
  assert_leads (article, "by name", "https://post.example/3");
  g_assert_finalize_object (article);
}

static void
assert_step (DlArticle *article, const char *from, int step, const char *words)
{
  DlSpan found;

  g_assert_cmpint (dl_address_finder_find_step (article, find_words (from).start, step, &found), ==,
                   words != NULL);
  if (words == NULL)
    return;
  g_assert_cmpuint (found.start, ==, find_words (words).start);
  g_assert_cmpuint (found.end, ==, find_words (words).end);
}

static void
test_step (void)
{
  DlArticle *article = make_article ();

  assert_step (article, "Norway", 1, "https://post.example/1");
  assert_step (article, "https://post.example/1", 1, "https://post.example/2 by name");
  assert_step (article, "by name", 1, NULL);
  assert_step (article, "by name", -1, "https://post.example/2 by name");
  assert_step (article, "Chile", -1, "Norway");
  assert_step (article, "Norway", -1, NULL);
  g_assert_finalize_object (article);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/address-finder/at", test_at);
  g_test_add_func ("/ui/address-finder/step", test_step);

  return g_test_run ();
}
