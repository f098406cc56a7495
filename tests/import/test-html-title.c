/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-title.h"

static const struct
{
  const char *full, *heading, *site, *title, *rest;
} ROWS[] = {
  { "Talks in Oslo – World – The Daily Test", "Talks in Oslo", NULL, NULL, NULL },
  { "Talks in Oslo go on for a week – World – The Daily Test", "Talks in Oslo go on for a week",
    NULL, "Talks in Oslo go on for a week", "The Daily Test" },
  { "The Daily Test | Talks in Oslo go on", "Talks in Oslo go on", NULL, "Talks in Oslo go on",
    "The Daily Test" },
  { "Talks in Oslo - The Daily Test", "Something else", "the daily test", "Talks in Oslo", NULL },
  { "旧渡口修缮三年后重新开放_河岸网", "旧渡口修缮三年后重新开放", NULL, "旧渡口修缮三年后重新开放",
    "河岸网" },
  { "川の渡し場、再開：川べり新聞", "", "川べり新聞", "川の渡し場、再開", NULL },
  /* the site's name as a heading is not the title */
  { "Talks in Oslo go on for a week | Test", "Test", NULL, NULL, NULL },
  /* what is parted is the title itself */
  { "Oslo: A city and its fish", "", NULL, NULL, NULL },
  { "Oslo – a city", "Oslo – a city", "Oslo", NULL, NULL },
  { "North-South talks", "North", "South", NULL, NULL },
  { "| Test |", "", "Test", NULL, NULL },
  { "", "", "", NULL, NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      g_autoptr (GPtrArray) headings = g_ptr_array_new ();
      g_autofree char *rest = NULL, *title = NULL;

      g_ptr_array_add (headings, (char *) ROWS[i].heading);
      title = dl_html_title_find (ROWS[i].full, headings, ROWS[i].site, &rest);
      g_assert_cmpstr (title, ==, ROWS[i].title);
      g_assert_cmpstr (rest, ==, ROWS[i].rest);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html-title/find", test_find);

  return g_test_run ();
}
