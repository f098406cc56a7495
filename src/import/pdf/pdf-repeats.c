/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf-repeats.h"

/* Heads and feet of pages: lines near the upper or the lower edge of several pages that say the
 * same at the same height, whatever numbers are in them. */

/* Lines from each edge that may be one, and how far from it, as part of the page's height. */
#define EDGE_LINES 3
#define EDGE_SHARE 0.15
/* Points by which the height may differ. */
#define SAME_HEIGHT 4.0
/* It stands on so many pages, or on half of them if these are two at least. */
#define MIN_PAGES 3

/* Returns: (transfer full): the text with “#” for each number */
static char *
dup_key (const DlPdfPage *page, const DlPdfLine *line)
{
  g_autofree char *text = dl_pdf_page_dup_text (page, line);
  GString *key = g_string_new (NULL);
  gboolean in_number = FALSE;

  g_string_append_printf (key, "%d ", (int) (line->box.y1 / SAME_HEIGHT));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_digit = g_unichar_isdigit (c);

      if (!is_digit)
        g_string_append_unichar (key, c);
      else if (!in_number)
        g_string_append_c (key, '#');
      in_number = is_digit;
    }

  return g_string_free (key, FALSE);
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double first = (*(DlPdfLine *const *) a)->box.y1;
  double second = (*(DlPdfLine *const *) b)->box.y1;

  return (first > second) - (first < second);
}

/* Returns: (transfer full) (element-type DlPdfLine): what may be head or foot of @page */
static GPtrArray *
find_edges (const DlPdfPage *page)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GPtrArray *edges = g_ptr_array_new ();

  for (guint i = 0; i < page->lines->len; i++)
    g_ptr_array_add (lines, dl_pdf_page_get_line (page, i));
  g_ptr_array_sort (lines, compare_heights);
  for (guint i = 0; i < lines->len; i++)
    {
      const DlPdfLine *line = lines->pdata[i];
      gboolean is_head = i < EDGE_LINES && line->box.y2 <= EDGE_SHARE * page->height;
      gboolean is_foot =
        i + EDGE_LINES >= lines->len && line->box.y1 >= (1 - EDGE_SHARE) * page->height;

      if (is_head || is_foot)
        g_ptr_array_add (edges, lines->pdata[i]);
    }

  return edges;
}

static void
count (const DlPdfPage *page, GHashTable *counts)
{
  g_autoptr (GPtrArray) edges = find_edges (page);

  for (guint i = 0; i < edges->len; i++)
    {
      char *key = dup_key (page, edges->pdata[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
    }
}

static void
mark (const DlPdfPage *page, GHashTable *counts, guint least)
{
  g_autoptr (GPtrArray) edges = find_edges (page);

  for (guint i = 0; i < edges->len; i++)
    {
      DlPdfLine *line = edges->pdata[i];
      g_autofree char *key = dup_key (page, line);

      line->repeated = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) >= least;
    }
}

/**
 * dl_pdf_repeats_mark:
 *
 * Finds the heads and feet of the pages of @document.
 */
void
dl_pdf_repeats_mark (DlPdfDocument *document)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_pages = document->pages->len;

  for (guint i = 0; i < n_pages; i++)
    count (dl_pdf_document_get_page (document, i), counts);
  for (guint i = 0; i < n_pages; i++)
    mark (dl_pdf_document_get_page (document, i), counts, CLAMP ((n_pages + 1) / 2, 2, MIN_PAGES));
}
