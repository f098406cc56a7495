/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text.h"

#include <string.h>

#include "plain.h"
#include "sample.h"

static const char expected[] = "Họp\n"
                               "===\n"
                               "\n"
                               "Báo · 2021-10-15T08:00+07:00\n"
                               "\n"
                               "[Bộ Kinh tế [Úc]] họp.\n"
                               "\n"
                               "> Ngày [13-14/10], tại [Đà Nẵng]: “Đồng ý”.\n"
                               "\n"
                               "Countries\n"
                               "---------\n"
                               "\n"
                               "   1  Úc\n"
                               "\n"
                               "Places\n"
                               "------\n"
                               "\n"
                               "   1  Đà Nẵng\n"
                               "\n"
                               "Organisations\n"
                               "-------------\n"
                               "\n"
                               "   1  Bộ Kinh tế Úc\n"
                               "\n"
                               "Timeline\n"
                               "--------\n"
                               "\n"
                               "2021-10-13/2021-10-14 (year inferred)  họp\n"
                               "    Bộ Kinh tế Úc (organiser)\n"
                               "    @ Đà Nẵng\n"
                               "    The year is that of the meeting.\n"
                               "no date  A statement\n"
                               "    Background: A newspaper\n"
                               "\n"
                               "Map\n"
                               "---\n"
                               "\n"
                               "Act or take part\n"
                               "    AU Úc\n"
                               "Take part, by the background file\n"
                               "    NZ\n"
                               "Belong to a bloc that takes part\n"
                               "    DE (EU), FR (EU)\n";

static void
test_reading (void)
{
  g_autoptr (DlAnnotations) annotations = sample_annotations ();
  g_autofree char *text = dl_text_from_annotations (annotations);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_article (void)
{
  g_autoptr (DlAnnotations) annotations = sample_annotations ();
  g_autofree char *text = dl_text_from_article (dl_annotations_get_article (annotations));

  g_assert_cmpstr (text, ==,
                   "Họp\n===\n\nBáo · 2021-10-15T08:00+07:00\n\nBộ Kinh tế Úc họp.\n\n"
                   "> Ngày 13-14/10, tại Đà Nẵng: “Đồng ý”.\n\n");
}

/* The line under a title is as wide as the title, whatever its script. */
static void
test_wide (void)
{
  static const struct
  {
    const char *title, *shown;
  } cases[] = {
    { "会議 A", "会議 A\n======\n\n" },
    { "회의", "회의\n====\n\n" },
    { "Ho\u0323p", "Ho\u0323p\n===\n\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
      g_autoptr (DlArticle) article =
        dl_article_new (bytes, NULL, &(DlArticleFields){ .title = cases[i].title });
      g_autofree char *text = dl_text_from_article (article);

      g_assert_cmpstr (text, ==, cases[i].shown);
    }
}

/* What a terminal would obey is replaced, and nothing else. */
static void
test_controls (void)
{
  static const struct
  {
    const char *text, *shown;
  } cases[] = {
    { "", "" },
    { "ý\tb\n", "ý\tb\n" },
    { "\x1b[31mred", "\ufffd[31mred" },
    { "a\rb\x7f", "a\ufffdb\ufffd" },
    { "a\xc2\x9b"
      "31m",
      "a\ufffd31m" },
    { "a\u00a0b\u00c2", "a\u00a0b\u00c2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      dl_plain_append (out, cases[i].text, strlen (cases[i].text));
      g_assert_cmpstr (out->str, ==, cases[i].shown);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/text/reading", test_reading);
  g_test_add_func ("/export/text/article", test_article);
  g_test_add_func ("/export/text/wide", test_wide);
  g_test_add_func ("/export/text/controls", test_controls);

  return g_test_run ();
}
