/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <cairo-pdf.h>

#include "error.h"
#include "importer.h"
#include "reading.h"

/* Documents that this test writes → articles, by the program that reads them. */

static const char *const LINES[] = {
  "The ministers of both countries met in the capital on Monday and spoke of",
  "the border that they share, of the river along it, and of the inter-",
  "national bridge over it.",
};

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
draw_line (cairo_t *cr, double x, double y, double size, const char *line)
{
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, line);
}

static void
draw_page (cairo_t *cr, guint number)
{
  g_autofree char *foot = g_strdup_printf ("page %u", number);

  draw_line (cr, 50, 40, 8, "The Daily Paper");
  if (number == 1)
    draw_line (cr, 50, 100, 22, "Ministers meet in the capital");
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    draw_line (cr, 50, 140 + 13 * i, 10, LINES[i]);
  draw_line (cr, 280, 800, 8, foot);
  cairo_show_page (cr);
}

static GBytes *
make (guint n_pages, gboolean is_blank)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Untitled");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Anna Ó Súilleabháin");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2021-10-14T09:00:00Z");
  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  for (guint i = 1; i <= n_pages; i++)
    {
      if (!is_blank)
        draw_page (cr, i);
      else
        cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
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
  g_assert_cmpstr (fields->author, ==, "Anna Ó Súilleabháin");
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
