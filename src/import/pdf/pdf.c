/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pdf.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "article-builder.h"
#include "deadline.h"
#include "error.h"
#include "lexicon.h"
#include "pdf-columns.h"
#include "pdf-exit.h"
#include "pdf-marks.h"
#include "pdf-paragraphs.h"
#include "pdf-repeats.h"

/* PDF → Article.  What is on the pages dateline-pdf tells, a program of its own that may be
 * absent; what of it are columns, paragraphs, headings, heads and feet is found out here. */

/* The title is this much larger than the text. */
#define TITLE_SIZE 1.25
#define MAX_TITLE 300 /* bytes */

static void
fail_status (GError **error, int status)
{
  int code = WIFEXITED (status) ? WEXITSTATUS (status) : -1;
  int end = WIFSIGNALED (status) ? WTERMSIG (status) : 0;

  if (code == DL_PDF_EXIT_ENCRYPTED)
    g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                         _ ("This PDF document is protected by a password. Save it without "
                            "protection and open it again."));
  else if (code == DL_PDF_EXIT_TOO_LARGE)
    g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                 _ ("This PDF document has more than %d pages, or more text than an article. "
                    "Split it into several files and open them one by one."),
                 DL_PDF_MAX_PAGES);
  else if (end == SIGALRM || end == SIGXCPU || end == SIGKILL)
    g_set_error (error, DL_ERROR, DL_ERROR_TOO_LARGE,
                 _ ("Reading this PDF document takes more than %d seconds. Split it into several "
                    "files and open them one by one."),
                 DL_PDF_MAX_SECONDS);
  else
    g_set_error_literal (error, DL_ERROR, DL_ERROR_SYNTAX,
                         _ ("This PDF document is damaged or cut off. Get it again from where it "
                            "came from."));
}

/* Returns: (transfer full): what dateline-pdf says of @bytes, or %NULL with @error set */
static GBytes *
ask (GBytes *bytes, GError **error)
{
  g_autofree char *program = dl_helper_path ("dateline-pdf");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) answer = NULL;
  int status = -1;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              NULL, program, NULL);
  if (process == NULL)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_FORMAT,
                           _ ("This is a PDF document, and this copy of Dateline was built without "
                              "the part that reads them. Save the text of the document as a plain "
                              "text file and open that."));
      return NULL;
    }
  /* it may stop before it has read all: the status tells why */
  g_subprocess_communicate (process, bytes, dl_deadline_get_cancellable (), &answer, NULL, NULL);
  if (g_cancellable_is_cancelled (dl_deadline_get_cancellable ()))
    g_subprocess_force_exit (process);
  if (g_subprocess_wait (process, NULL, NULL))
    status = g_subprocess_get_status (process);
  if (answer == NULL || !WIFEXITED (status) || WEXITSTATUS (status) != DL_PDF_EXIT_DONE)
    {
      fail_status (error, status);
      return NULL;
    }

  return g_steal_pointer (&answer);
}

static const DlPdfParagraph *
get (const GArray *paragraphs, guint i)
{
  return &g_array_index (paragraphs, DlPdfParagraph, i);
}

/* Returns: (nullable): what is set largest on the first page, if it is a heading */
static DlPdfParagraph *
find_headline (GArray *paragraphs)
{
  const DlPdfParagraph *largest = NULL;

  for (guint i = 0; i < paragraphs->len && get (paragraphs, i)->page == 0; i++)
    {
      const DlPdfParagraph *paragraph = get (paragraphs, i);

      if (paragraph->kind == DL_BLOCK_HEADING && strlen (paragraph->text) <= MAX_TITLE &&
          (largest == NULL || paragraph->size > largest->size))
        largest = paragraph;
    }

  return (DlPdfParagraph *) largest;
}

static gboolean
is_on_first_page (const GArray *paragraphs, const char *title)
{
  for (guint i = 0; i < paragraphs->len && get (paragraphs, i)->page == 0; i++)
    if (strstr (get (paragraphs, i)->text, title) != NULL)
      return TRUE;

  return FALSE;
}

/* What programs write where nobody gave a title: the name of a file. */
static gboolean
is_file_name (const char *title)
{
  const char *dot = strrchr (title, '.');

  return strchr (title, '\\') != NULL || strchr (title, '/') != NULL ||
         strchr (title, ' ') == NULL ||
         (dot != NULL && strlen (dot) <= 5 && strchr (dot, ' ') == NULL && dot[1] != '\0');
}

/* What the document says is its title often comes from a file's name or from another document.  It
 * counts if the first page says so too, or has no headline.
 *
 * Returns: (nullable): the title */
static const char *
choose_title (const DlPdfDocument *document, GArray *paragraphs)
{
  const DlPdfParagraph *headline = find_headline (paragraphs);
  const char *stated = document->title;

  if (stated != NULL && *stated != '\0' && is_on_first_page (paragraphs, stated))
    return stated;
  if (headline != NULL)
    return headline->text;

  return stated != NULL && !is_file_name (stated) ? stated : NULL;
}

static DlArticle *
build (const GArray *paragraphs, const DlArticleFields *fields, GError **error)
{
  g_autoptr (DlArticleBuilder) builder = dl_article_builder_new ();

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const DlPdfParagraph *paragraph = get (paragraphs, i);
      gboolean is_title = i == 0 && paragraph->kind == DL_BLOCK_HEADING &&
                          g_strcmp0 (paragraph->text, fields->title) == 0;

      dl_article_builder_append (builder, is_title ? DL_BLOCK_TITLE : paragraph->kind,
                                 paragraph->text, NULL);
    }

  return dl_article_builder_build (builder, fields, error);
}

static guint
count_repeated (const DlPdfDocument *document)
{
  guint n = 0;

  for (guint i = 0; i < document->pages->len; i++)
    {
      const DlPdfPage *page = dl_pdf_document_get_page (document, i);

      for (guint k = 0; k < page->lines->len; k++)
        n += dl_pdf_page_get_line (page, k)->repeated;
    }

  return n;
}

static void
arrange (DlPdfDocument *document)
{
  for (guint i = 0; i < document->pages->len; i++)
    {
      DlPdfPage *page = dl_pdf_document_get_page (document, i);

      dl_pdf_columns_split (page);
      dl_pdf_marks_attach (page);
      dl_pdf_columns_sort (page);
    }
  dl_pdf_repeats_mark (document);
}

/**
 * dl_pdf_import_answer:
 * @answer: what dateline-pdf said of a document
 * @name: (nullable): the id of the article
 *
 * Heads and feet of the pages are left out; the article knows how many lines they are, and the
 * whole.
 *
 * Returns: (transfer full): the article, or %NULL with %DL_ERROR_EMPTY or %DL_ERROR_TOO_LARGE set
 */
DlArticle *
dl_pdf_import_answer (GBytes *answer, const char *name, GError **error)
{
  g_autoptr (DlPdfDocument) document = dl_pdf_document_parse (answer);
  g_autoptr (GArray) paragraphs = NULL;
  g_autoptr (DlArticle) whole = NULL;
  DlArticleFields fields = { .id = name, .published = document->created };

  arrange (document);
  fields.n_left_out = count_repeated (document);
  paragraphs = dl_pdf_paragraphs_find (document, FALSE);
  if (paragraphs->len == 0)
    {
      g_set_error_literal (error, DL_ERROR, DL_ERROR_EMPTY,
                           _ ("There is no text in this PDF document; its pages may be pictures. "
                              "Let a program for text recognition make text of them first."));
      return NULL;
    }

  fields.title = choose_title (document, paragraphs);
  fields.author = document->author;
  if (fields.n_left_out > 0)
    {
      g_autoptr (GArray) all = dl_pdf_paragraphs_find (document, TRUE);
      DlArticleFields of_whole = fields;

      of_whole.n_left_out = 0;
      whole = build (all, &of_whole, NULL);
      fields.whole = whole;
    }

  return build (paragraphs, &fields, error);
}

/**
 * dl_pdf_import:
 * @bytes: a PDF document
 * @name: (nullable): the id of the article
 *
 * Returns: (transfer full): as dl_pdf_import_answer(), or %NULL also with %DL_ERROR_FORMAT
 *   (encrypted, or no program to read it) or %DL_ERROR_SYNTAX (damaged) set
 */
DlArticle *
dl_pdf_import (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) answer = ask (bytes, error);

  return answer != NULL ? dl_pdf_import_answer (answer, name, error) : NULL;
}
