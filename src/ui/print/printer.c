/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "printer.h"

#include <glib/gi18n.h>

#include "digits.h"
#include "headline.h"
#include "print-text.h"

/* The page number stands in a strip so high below the text, points. */
#define FOOTER 24
#define FOOTER_FONT "sans 8.5"

/* Around the printed part of a page, points. */
#define MARGIN 56

/* How long the main loop may be held while pages are laid out, ms. */
#define PATIENCE_MS 5

typedef struct
{
  DlSession *session;
  GdkPaintable *map; /* or NULL */
  DlPrintText *text; /* owned; or NULL: not begun */
  guint n_pages;
} Job;

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Job *job = user_data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  job->text =
    dl_print_text_new (pango, job->session, job->map, gtk_print_context_get_width (context),
                       gtk_print_context_get_height (context) - FOOTER);
  g_object_unref (pango);
}

/* Called over and over by the main loop until it returns TRUE. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Job *job = user_data;
  const gint64 until = g_get_monotonic_time () + PATIENCE_MS * 1000;

  while (!dl_print_text_lay_out (job->text))
    if (g_get_monotonic_time () >= until)
      return FALSE;

  job->n_pages = dl_print_text_break (job->text);
  gtk_print_operation_set_n_pages (operation, job->n_pages);

  return TRUE;
}

static void
draw_footer (const Job *job, GtkPrintContext *context, guint page)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (FOOTER_FONT);
  /* Translators: of a printed page: its number, and how many there are. */
  g_autofree char *words = dl_digits_printf (_ ("%u of %u"), page + 1, job->n_pages);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, gtk_print_context_get_width (context) * PANGO_SCALE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - FOOTER / 2);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Job *job = user_data;

  dl_print_text_draw (job->text, page, gtk_print_context_get_cairo_context (context));
  draw_footer (job, context, page);
}

static void
job_free (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->text, dl_print_text_free);
  g_clear_object (&job->map);
  g_object_unref (job->session);
  g_free (job);
}

static GtkPageSetup *
make_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);

  return setup;
}

static GtkPrintOperation *
make_operation (DlSession *session, GdkPaintable *map)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup ();
  g_autofree char *title = dl_headline_dup_title (dl_session_get_article (session));
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->map = map != NULL ? gdk_paintable_get_current_image (map) : NULL;
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job, job_free, 0);

  return operation;
}

/**
 * dl_printer_print:
 * @session: with an article
 * @map: (nullable): printed as it looks now
 * @parent: over which the desktop asks for printer and pages
 *
 * Lets the reader print the article, or write it to a PDF file.  Returns when that is under
 * way.
 *
 * Returns: %FALSE with @error set, of #GtkPrintError, if there is nothing to print to
 */
gboolean
dl_printer_print (DlSession *session, GdkPaintable *map, GtkWindow *parent, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (dl_session_get_article (session) != NULL, FALSE);

  operation = make_operation (session, map);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent,
                                  error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}

/**
 * dl_printer_export:
 * @path: of the PDF file, in the file system's encoding
 *
 * Writes what would be printed.
 *
 * Returns: %FALSE with @error set if it cannot be written
 */
gboolean
dl_printer_export (DlSession *session, GdkPaintable *map, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (dl_session_get_article (session) != NULL, FALSE);

  operation = make_operation (session, map);
  gtk_print_operation_set_export_filename (operation, path);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) !=
         GTK_PRINT_OPERATION_RESULT_ERROR;
}
