/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "error.h"
#include "importer.h"
#include "reading.h"

/* Documents that this test writes → articles, by the program that reads them. */

static const char *const LINES[] = {
  "The ministers of both countries met in the capital on Monday and spoke of",
  "the border that they share, of the river along it, and of the inter-",
  "national bridge over it.",
};

/* What a page shows, as its operators (ISO 32000-1, 9.4). */
static void
draw_line (GString *page, double x, double y, double size, const char *line)
{
  g_string_append_printf (page, "BT /F %d Tf %d %d Td (%s) Tj ET\n", (int) size, (int) x,
                          842 - (int) y, line);
}

static char *
draw_page (guint number)
{
  GString *page = g_string_new (NULL);
  g_autofree char *foot = g_strdup_printf ("page %u", number);

  draw_line (page, 50, 40, 8, "The Daily Paper");
  if (number == 1)
    draw_line (page, 50, 100, 22, "Ministers meet in the capital");
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    draw_line (page, 50, 140 + 13 * i, 10, LINES[i]);
  draw_line (page, 280, 800, 8, foot);

  return g_string_free (page, FALSE);
}

/* Without a table of its objects, which readers have to find then: so are many old documents. */
static GBytes *
make (guint n_pages, gboolean is_blank)
{
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");

  g_string_append (pdf, "3 0 obj<</Title(Untitled)/Author<FEFF00C10072006E0061>"
                        "/CreationDate(D:20211014090000Z)>>endobj\n"
                        "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
                        "2 0 obj<</Type/Pages/Kids[");
  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (pdf, "%u 0 R ", 5 + 2 * i);
  g_string_append_printf (pdf, "]/Count %u>>endobj\n", n_pages);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *page = is_blank ? g_strdup ("") : draw_page (i + 1);

      g_string_append_printf (pdf,
                              "%u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %u "
                              "0 R/Resources<</Font<</F 4 0 R>>>>>>endobj\n"
                              "%u 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n",
                              5 + 2 * i, 6 + 2 * i, 6 + 2 * i, strlen (page), page);
    }
  g_string_append_printf (pdf, "trailer<</Root 1 0 R/Info 3 0 R/Size %u>>\n%%%%EOF\n",
                          5 + 2 * n_pages);

  return g_string_free_to_bytes (pdf);
}

static void
test_read (void)
{
  g_autoptr (GBytes) bytes = make (2, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = dl_importer_import (bytes, "x.pdf", &error);
  const DlArticleFields *fields;
  g_autofree char *blocks = NULL;

  g_assert_no_error (error);
  fields = dl_article_get_fields (article);
  blocks = reading_print (article);
  g_assert_cmpstr (blocks, ==,
                   "title[]:Ministers meet in the capital\n"
                   "paragraph[]:The ministers of both countries met in the capital on Monday and "
                   "spoke of the border that they share, of the river along it, and of the "
                   "international bridge over it.\n"
                   "paragraph[]:The ministers of both countries met in the capital on Monday and "
                   "spoke of the border that they share, of the river along it, and of the "
                   "international bridge over it.\n");
  g_assert_cmpstr (fields->title, ==, "Ministers meet in the capital");
  g_assert_cmpstr (fields->author, ==, "Árna");
  g_assert_cmpuint (fields->n_left_out, ==, 4);
  g_assert_nonnull (fields->whole);
  g_assert_cmpuint (dl_date_get_start (fields->published)->year, ==, 2021);
}

static void
assert_fails (GBytes *bytes, DlError code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (dl_importer_import (bytes, NULL, &error));
  g_assert_error (error, DL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_nonnull (strstr (error->message, ". "));
}

static void
test_no_text (void)
{
  g_autoptr (GBytes) bytes = make (1, TRUE);

  assert_fails (bytes, DL_ERROR_EMPTY, "pictures");
}

static void
test_most_pages (void)
{
  g_autoptr (GBytes) bytes = make (3001, TRUE);

  assert_fails (bytes, DL_ERROR_TOO_LARGE, "3000");
}

/* Any user's password: the key that opens it is not the empty one. */
static void
test_encrypted (void)
{
  static const char document[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    "3 0 obj<</Filter/Standard/V 1/R 2/P -4"
    "/O<0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef>"
    "/U<fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210>>>endobj\n"
    "trailer<</Root 1 0 R/Encrypt 3 0 R/Size 4/ID[<00><00>]>>\n%%EOF\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, sizeof document - 1);

  assert_fails (bytes, DL_ERROR_FORMAT, "password");
}

/* Cut off or changed somewhere, it comes to an article or a sentence. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make (1, FALSE);
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);

  for (gsize i = 1; i < 12; i++)
    {
      gsize at = length * i / 12;
      g_autofree char *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) cut = g_bytes_new_static (data, at);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GError) cut_error = NULL;
      g_autoptr (GError) changed_error = NULL;
      g_autoptr (DlArticle) of_cut = dl_importer_import (cut, NULL, &cut_error);
      g_autoptr (DlArticle) of_changed = NULL;

      memset (copy + at, '<', MIN (20, length - at));
      changed = g_bytes_new_take (g_steal_pointer (&copy), length);
      of_changed = dl_importer_import (changed, NULL, &changed_error);
      g_assert_true ((of_cut == NULL) == (cut_error != NULL));
      g_assert_true ((of_changed == NULL) == (changed_error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/pdf/read", test_read);
  g_test_add_func ("/import/pdf/no-text", test_no_text);
  g_test_add_func ("/import/pdf/most-pages", test_most_pages);
  g_test_add_func ("/import/pdf/encrypted", test_encrypted);
  g_test_add_func ("/import/pdf/damaged", test_damaged);

  return g_test_run ();
}
