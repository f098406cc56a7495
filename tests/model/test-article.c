/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article.h"

static const char text[] = { 'H', 'a', '.', '\n', '\xc3', '\x9d', '.' }; /* no NUL behind it */

static GPtrArray *
make_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_TITLE, (DlSpan){ 0, 3 }, NULL));
  g_ptr_array_add (blocks, dl_block_new (DL_BLOCK_PARAGRAPH, (DlSpan){ 4, 7 }, "vi"));
  return blocks;
}

static DlArticle *
make_article (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, sizeof text);
  g_autoptr (GPtrArray) blocks = make_blocks ();
  g_autoptr (DlDate) published = dl_date_new_ymd (2021, 10, 13);

  return dl_article_new (
    bytes, blocks,
    &(DlArticleFields){ .id = "a", .title = "Ha", .language = "en", .published = published });
}

static void
test_text (void)
{
  DlArticle *article = make_article ();

  g_assert_cmpuint (dl_article_get_length (article), ==, sizeof text);
  g_assert_cmpstr (dl_article_get_text (article), ==, "Ha.\nÝ.");
  g_assert_finalize_object (article);
}

static void
test_blocks (void)
{
  DlArticle *article = make_article ();
  DlBlock *block = dl_article_get_block (article, 1);

  g_assert_cmpuint (dl_article_get_n_blocks (article), ==, 2);
  g_assert_cmpint (dl_block_get_kind (dl_article_get_block (article, 0)), ==, DL_BLOCK_TITLE);
  g_assert_null (dl_block_get_language (dl_article_get_block (article, 0)));
  g_assert_cmpint (dl_block_get_kind (block), ==, DL_BLOCK_PARAGRAPH);
  g_assert_cmpuint (dl_block_get_span (block).start, ==, 4);
  g_assert_cmpuint (dl_block_get_span (block).end, ==, 7);
  g_assert_cmpstr (dl_block_get_language (block), ==, "vi");
  g_assert_null (dl_article_get_block (article, 2));
  g_assert_finalize_object (article);
}

/* Only a heading has a level, within those there are. */
static void
test_levels (void)
{
  static const struct
  {
    guint asked, got;
  } rows[] = { { 0, 1 }, { 1, 1 }, { 4, 4 }, { 6, 6 }, { 7, 6 } };
  g_autoptr (DlBlock) title = dl_block_new (DL_BLOCK_TITLE, (DlSpan){ 0, 3 }, NULL);
  g_autoptr (DlBlock) plain = dl_block_new (DL_BLOCK_HEADING, (DlSpan){ 0, 3 }, NULL);

  g_assert_cmpuint (dl_block_get_level (title), ==, 0);
  g_assert_cmpuint (dl_block_get_level (plain), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DlBlock) heading = dl_block_new_heading (rows[i].asked, (DlSpan){ 0, 3 }, "vi");

      g_assert_cmpint (dl_block_get_kind (heading), ==, DL_BLOCK_HEADING);
      g_assert_cmpuint (dl_block_get_level (heading), ==, rows[i].got);
      g_assert_cmpstr (dl_block_get_language (heading), ==, "vi");
    }
}

static void
test_fields (void)
{
  g_autofree char *edtf = NULL;
  DlArticle *article = make_article ();

  g_assert_cmpstr (dl_article_get_fields (article)->id, ==, "a");
  g_assert_cmpstr (dl_article_get_title (article), ==, "Ha");
  g_assert_cmpstr (dl_article_get_language (article), ==, "en");
  g_assert_null (dl_article_get_fields (article)->author);
  edtf = dl_date_to_edtf (dl_article_get_published (article));
  g_assert_cmpstr (edtf, ==, "2021-10-13");
  g_assert_finalize_object (article);
}

static void
test_excerpt (void)
{
  static const struct
  {
    DlSpan span;
    const char *excerpt;
  } cases[] = {
    { { 0, 2 }, "Ha" }, { { 4, 6 }, "Ý" }, { { 0, 7 }, "Ha.\nÝ." },
    { { 6, 99 }, "." }, { { 3, 3 }, "" },  { { 7, 7 }, "" },
    { { 9, 12 }, "" },  { { 5, 2 }, "" },  { { 0, G_MAXSIZE }, "Ha.\nÝ." },
  };
  DlArticle *article = make_article ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *excerpt = dl_article_dup_excerpt (article, cases[i].span);

      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }

  g_assert_finalize_object (article);
}

static void
test_copy (void)
{
  DlArticle *article = make_article ();
  DlArticleFields fields = *dl_article_get_fields (article);
  DlArticle *copy;

  fields.language = "vi";
  fields.published = NULL;
  copy = dl_article_copy_with (article, &fields);
  g_assert_true (dl_article_get_text (copy) == dl_article_get_text (article));
  g_assert_finalize_object (article);

  g_assert_cmpstr (dl_article_get_language (copy), ==, "vi");
  g_assert_cmpstr (dl_article_get_title (copy), ==, "Ha");
  g_assert_null (dl_article_get_published (copy));
  g_assert_cmpuint (dl_article_get_n_blocks (copy), ==, 2);
  g_assert_finalize_object (copy);
}

static void
test_bare (void)
{
  g_autoptr (GBytes) some = g_bytes_new (text, sizeof text);
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  DlArticle *article = dl_article_new (some, NULL, NULL);
  DlArticle *empty = dl_article_new (none, NULL, NULL);

  g_assert_cmpuint (dl_article_get_n_blocks (article), ==, 1);
  g_assert_cmpuint (dl_block_get_span (dl_article_get_block (article, 0)).end, ==, sizeof text);
  g_assert_null (dl_article_get_title (article));
  g_assert_null (dl_article_get_published (article));
  g_assert_cmpuint (dl_article_get_n_blocks (empty), ==, 0);
  g_assert_cmpstr (dl_article_get_text (empty), ==, "");
  g_assert_finalize_object (article);
  g_assert_finalize_object (empty);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/article/text", test_text);
  g_test_add_func ("/model/article/blocks", test_blocks);
  g_test_add_func ("/model/article/levels", test_levels);
  g_test_add_func ("/model/article/fields", test_fields);
  g_test_add_func ("/model/article/excerpt", test_excerpt);
  g_test_add_func ("/model/article/copy", test_copy);
  g_test_add_func ("/model/article/bare", test_bare);

  return g_test_run ();
}
