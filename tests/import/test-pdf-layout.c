/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "error.h"
#include "pdf.h"
#include "reading.h"

/* Pages as dateline-pdf tells of them → blocks.  A letter is half as wide as it is high, one of an
 * East Asian script as wide; lines stand 12 points apart. */

#define SIZE 10.0
#define LEADING 12.0

typedef struct
{
  GString *answer;
  double x, y;         /* where the next line stands */
  gboolean from_right; /* @x is where it ends */
} Page;

static void
begin (Page *page)
{
  *page = (Page){ .answer = g_string_new ("page\t600\t800\n"), .x = 50, .y = 100 };
}

static double
measure (const char *word, double size)
{
  double width = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? size : size / 2;

  return width;
}

static void
add_sized (Page *page, const char *line, double size, gboolean bold)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  double x = page->x;

  g_string_append (page->answer, "line\n");
  for (guint i = 0; words[i] != NULL; i++)
    {
      double width = measure (words[i], size);
      double left = page->from_right ? x - width : x;

      g_string_append_printf (page->answer, "word\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%d\t%s\n", left,
                              page->y - size, left + width, page->y, size, bold, words[i]);
      x += (page->from_right ? -1 : 1) * (width + size / 4);
    }
  page->y += LEADING * size / SIZE;
}

static void
add (Page *page, const char *line)
{
  add_sized (page, line, SIZE, FALSE);
}

static void
turn (Page *page)
{
  g_string_append (page->answer, "page\t600\t800\n");
  page->y = 100;
}

static DlArticle *
import (Page *page)
{
  g_autoptr (GBytes) answer = g_string_free_to_bytes (page->answer);
  g_autoptr (GError) error = NULL;
  DlArticle *article = dl_pdf_import_answer (answer, "x.pdf", &error);

  g_assert_no_error (error);

  return article;
}

static void
assert_blocks (Page *page, const char *expected)
{
  g_autoptr (DlArticle) article = import (page);
  g_autofree char *blocks = reading_print (article);

  g_assert_cmpstr (blocks, ==, expected);
}

/* A short line, an indent and a wider gap end a paragraph; a full line does not. */
static void
test_paragraphs (void)
{
  Page page;

  begin (&page);
  add (&page, "The ministers met in the capital on Monday and");
  add (&page, "talked until late.");
  add (&page, "Nobody said what had been agreed, for it was to");
  add (&page, "be kept among those who were there.");
  page.x += 10;
  add (&page, "On Tuesday they went on, with the same people at");
  page.x -= 10;
  add (&page, "the same table, and came to the same end as before");
  page.y += 8;
  add (&page, "After that they left for home, each of them alone.");
  assert_blocks (&page,
                 "paragraph[]:The ministers met in the capital on Monday and talked until late.\n"
                 "paragraph[]:Nobody said what had been agreed, for it was to be kept among those "
                 "who were there.\n"
                 "paragraph[]:On Tuesday they went on, with the same people at the same table, and "
                 "came to the same end as before\n"
                 "paragraph[]:After that they left for home, each of them alone.\n");
}

/* The headline spans both columns; the library gave the lines in rows. */
static void
test_columns (void)
{
  static const char *const left[] = { "First the left column,", "which goes on below",
                                      "and on, until it is full", "and the next one takes" };
  static const char *const right[] = { "over in the middle of", "a sentence and brings",
                                       "it to its end, as it has", "to be." };
  Page page;

  begin (&page);
  add_sized (&page, "A headline that spans the two columns", 20, TRUE);
  page.y += 10;
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      add (&page, left[i]);
      page.y -= LEADING;
      page.x = 200;
      add (&page, right[i]);
      page.x = 50;
    }
  assert_blocks (&page,
                 "title[]:A headline that spans the two columns\n"
                 "paragraph[]:First the left column, which goes on below and on, until it is "
                 "full and the next one takes over in the middle of a sentence and brings it "
                 "to its end, as it has to be.\n");
}

/* The gutter is no wider than a wide space, and the library took rows for lines. */
static void
test_narrow_gutter (void)
{
  Page page;

  begin (&page);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *row = g_strdup_printf (
        "word\t50\t%u\t80\t%u\t10\t0\tleft%u\nword\t82.5\t%u\t120\t%u\t10\t0\tof it%s"
        "\nword\t126\t%u\t160\t%u\t10\t0\tright%u\nword\t162.5\t%u\t196\t%u\t10\t0\t"
        "of it%s\n",
        90 + 12 * i, 100 + 12 * i, i, 90 + 12 * i, 100 + 12 * i, i == 4 ? "." : "", 90 + 12 * i,
        100 + 12 * i, i, 90 + 12 * i, 100 + 12 * i, i == 4 ? "." : "");

      g_string_append_printf (page.answer, "line\n%s", row);
    }
  assert_blocks (&page, "paragraph[]:left0 of it left1 of it left2 of it left3 of it left4 of it.\n"
                        "paragraph[]:right0 of it right1 of it right2 of it right3 of it right4 of "
                        "it.\n");
}

/* Of a script that runs from right to left, the right column comes first. */
static void
test_from_right (void)
{
  static const char *const right[] = {
    "هذا هو العمود الأول",
    "وهو على اليمين.",
  };
  static const char *const left[] = { "وهذا العمود الثاني", "على اليسار." };
  Page page;

  begin (&page);
  page.from_right = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      page.x = 300;
      add (&page, left[i]);
      page.y -= LEADING;
      page.x = 550;
      add (&page, right[i]);
    }
  assert_blocks (&page, "paragraph[]:هذا هو العمود الأول وهو على اليمين.\n"
                        "paragraph[]:وهذا العمود الثاني على اليسار.\n");
}

/* A word broken at a margin is whole again, one that has a hyphen keeps it. */
static void
test_hyphens (void)
{
  Page page;

  begin (&page);
  add (&page, "A well-known man spoke of the agree-");
  add (&page, "ment between the two, and the well-");
  add (&page, "known woman of that new French-");
  add (&page, "German one, and of the years 2020-");
  add (&page, "2021, and of the co\xC2\xADope\xC2\xAD");
  add (&page, "ration of both sides, at an end -");
  add (&page, "it was said by those who were there.");
  assert_blocks (
    &page, "paragraph[]:A well-known man spoke of the agreement between the two, and the "
           "well-known woman of that new French-German one, and of the years 2020-2021, and of the "
           "co\xC2\xADoperation of both sides, at an end - it was said by those who "
           "were there.\n");
}

static void
test_no_spaces (void)
{
  Page page;

  begin (&page);
  add (&page, "各国代表本周一在首都举行会");
  add (&page, "谈，讨论了边境问题。会谈一");
  add (&page, "直持续到深夜。");
  assert_blocks (
    &page, "paragraph[]:各国代表本周一在首都举行会谈，讨论了边境问题。会谈一直持续到深夜。\n");
}

/* Marks that stand apart go to their lines; a bullet is none of its item's text. */
static void
test_lists (void)
{
  static const char *const items[] = { "the first of them, which is short", "the second one" };
  Page page;

  begin (&page);
  add (&page, "There are two of them, and this line is a long one:");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      page.x = 60;
      add (&page, i == 0 ? "•" : "2.");
      page.y -= LEADING;
      page.x = 75;
      add (&page, items[i]);
    }
  assert_blocks (&page, "paragraph[]:There are two of them, and this line is a long one:\n"
                        "list-item[]:the first of them, which is short\n"
                        "paragraph[]:2. the second one\n");
}

static void
test_drop_cap (void)
{
  Page page;

  begin (&page);
  add_sized (&page, "T", 28, FALSE);
  page.y = 86;
  page.x = 66;
  add (&page, "hree lines stand beside it,");
  add (&page, "and this is the second one");
  add (&page, "of them. Below it the text");
  page.x = 50;
  add (&page, "takes the whole of its width.");
  add (&page, "That is how it goes on here.");
  assert_blocks (&page,
                 "paragraph[]:Three lines stand beside it, and this is the second one of them. "
                 "Below it the text takes the whole of its width. That is how it goes on "
                 "here.\n");
}

/* Heads and feet are left out, and counted; the sentence goes on over the page. */
static void
test_repeats (void)
{
  static const char *const texts[][2] = {
    { "The first page speaks of one thing that", "it does not end and so the" },
    { "second page takes it up and goes on to", "the end of it, which is on the" },
    { "third page, where all of it is over and", "done." },
  };
  g_autoptr (DlArticle) article = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *all = NULL;
  const DlArticleFields *fields;
  Page page;

  begin (&page);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *foot = g_strdup_printf ("Page %u of 3", i + 1);

      if (i > 0)
        turn (&page);
      page.y = 40;
      add_sized (&page, "The Daily Paper", 8, FALSE);
      page.y = 100;
      add (&page, texts[i][0]);
      add (&page, texts[i][1]);
      page.y = 780;
      add_sized (&page, foot, 8, FALSE);
    }

  article = import (&page);
  fields = dl_article_get_fields (article);
  blocks = reading_print (article);
  all = reading_print (fields->whole);
  g_assert_cmpstr (blocks, ==,
                   "paragraph[]:The first page speaks of one thing that it does not end and so the "
                   "second page takes it up and goes on to the end of it, which is on the third "
                   "page, where all of it is over and done.\n");
  g_assert_cmpuint (fields->n_left_out, ==, 6);
  g_assert_nonnull (strstr (all, "The Daily Paper"));
  g_assert_nonnull (strstr (all, "Page 3 of 3"));
}

/* What is set largest is the title, unless the document's own stands on the page. */
static void
test_title (void)
{
  static const char *const rows[][2] = {
    { "Ministers meet in the capital", "Ministers meet in the capital" },
    { "Microsoft Word - text.doc", "Ministers meet in the capital" },
    { "The words", "The words" },
    { "", "Ministers meet in the capital" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlArticle) article = NULL;
      const DlArticleFields *fields;
      Page page;

      begin (&page);
      g_string_printf (page.answer,
                       "title\t%s\nauthor\tAnna\ndate\t2021-10-14T09:00:00Z\n"
                       "page\t600\t800\n",
                       rows[i][0]);
      add_sized (&page, "Ministers meet in the capital", 18, FALSE);
      add (&page, "The words of the article stand below.");
      article = import (&page);
      fields = dl_article_get_fields (article);
      g_assert_cmpstr (fields->title, ==, rows[i][1]);
      g_assert_cmpstr (fields->author, ==, "Anna");
      g_assert_nonnull (fields->published);
    }
}

/* Lines of an answer that are none are passed over. */
static void
test_broken (void)
{
  static const char *const answers[] = {
    "",
    "\n\n",
    "page",
    "word\t1\t2\t3\t4\t5\t0\tx\n",
    "line\nline\n",
    "page\t600\t800\nline\nword\t1\t2\n",
    "page\t600\t800\nword\t3\t2\t1\t4\t5\t0\tx\n",
    "page\t600\t800\nword\tnan\t2\t1e99\t4\t5\t0\tx\n",
    "page\t600\t800\nword\t1\t2\t3\t4\t5\t0\t\nline",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GBytes) answer = g_bytes_new_static (answers[i], strlen (answers[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (dl_pdf_import_answer (answer, NULL, &error));
      g_assert_error (error, DL_ERROR, DL_ERROR_EMPTY);
    }
}

/* The worst for the sorting: every line beside every other. */
static void
test_crowded (void)
{
  g_autoptr (DlArticle) article = NULL;
  Page page;

  begin (&page);
  for (guint i = 0; i < 5000; i++)
    {
      page.x = (i * 37) % 500;
      page.y = (i * 101) % 700;
      add (&page, "word");
    }
  article = import (&page);
  g_assert_cmpuint (dl_article_get_n_blocks (article), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/pdf-layout/paragraphs", test_paragraphs);
  g_test_add_func ("/import/pdf-layout/columns", test_columns);
  g_test_add_func ("/import/pdf-layout/narrow-gutter", test_narrow_gutter);
  g_test_add_func ("/import/pdf-layout/from-right", test_from_right);
  g_test_add_func ("/import/pdf-layout/hyphens", test_hyphens);
  g_test_add_func ("/import/pdf-layout/no-spaces", test_no_spaces);
  g_test_add_func ("/import/pdf-layout/lists", test_lists);
  g_test_add_func ("/import/pdf-layout/drop-cap", test_drop_cap);
  g_test_add_func ("/import/pdf-layout/repeats", test_repeats);
  g_test_add_func ("/import/pdf-layout/title", test_title);
  g_test_add_func ("/import/pdf-layout/broken", test_broken);
  g_test_add_func ("/import/pdf-layout/crowded", test_crowded);

  return g_test_run ();
}
