/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jsonl.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "json.h"
#include "json-writer.h"
#include "line-reader.h"
#include "request.h"
#include "tag.h"
#include "terminal.h"
#include "text-importer.h"
#include "timestamp.h"

/* One JSON object a line in, one a line out, each before the next is read. */

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static gboolean
is_given (const char *value)
{
  return value != NULL && *value != '\0';
}

static DlArticle *
make_article (const DlRequest *request, GError **error)
{
  DlArticleFields fields = { 0 };
  g_autoptr (DlDate) published = NULL;

  if (is_given (request->dct))
    {
      published = dl_timestamp_parse_given (request->dct, error);
      if (published == NULL)
        return NULL;
      fields.published = published;
    }
  if (is_given (request->lang))
    {
      if (!dl_tag_check (request->lang, error))
        return NULL;
      fields.language = request->lang;
    }

  return dl_text_importer_from_utf8 (request->text, strlen (request->text), &fields, error);
}

/* Returns: (transfer full): the line that answers, or %NULL with @error set */
static char *
annotate (DlAnalyzer *analyzer, const DlRequest *request, GError **error)
{
  g_autoptr (DlArticle) article = make_article (request, error);
  g_autoptr (DlAnnotations) annotations = NULL;

  if (article == NULL)
    return NULL;

  annotations = dl_analyzer_analyze (analyzer, article, NULL, error);
  if (annotations == NULL)
    return NULL;

  return dl_json_from_annotations_with_id (annotations, request->id, FALSE);
}

static char *
refuse (const char *id, const char *message)
{
  GString *out = g_string_new (NULL);
  DlJsonWriter writer;

  dl_json_writer_init (&writer, out, FALSE);
  dl_json_writer_begin (&writer, NULL, '{');
  dl_json_writer_add_json (&writer, "id", id);
  dl_json_writer_add_string (&writer, "error", message);
  dl_json_writer_end (&writer, '}');
  return g_string_free (out, FALSE);
}

/* Returns: (transfer full): the line that answers @line; @status is raised if it is bad */
static char *
answer (DlAnalyzer *analyzer, const char *line, gsize length, DlExit *status)
{
  g_auto (DlRequest) request = { 0 };
  g_autoptr (GError) error = NULL;
  char *json = NULL;

  if (dl_request_parse (&request, line, length, &error))
    json = annotate (analyzer, &request, &error);
  if (json != NULL)
    return json;

  *status = DL_EXIT_FAILED;
  return refuse (request.id, error->message);
}

static char *
refuse_length (DlExit *status)
{
  g_autofree char *message = g_strdup_printf (_ ("This line is longer than %d MiB."),
                                              DL_LINE_READER_MAX_BYTES / (1024 * 1024));

  *status = DL_EXIT_FAILED;
  return refuse ("null", message);
}

static gboolean
is_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]))
      return FALSE;

  return TRUE;
}

/**
 * dl_jsonl_run:
 * @analyzer: what finds the entities
 * @fd: where the lines come from
 *
 * Annotates the text of each line and writes what was found, or why it could not be read,
 * in the same order.  Blank lines are passed over.  Nothing of a line is kept.
 *
 * Returns: %DL_EXIT_FAILED if a line was bad, or reading or writing failed
 */
DlExit
dl_jsonl_run (DlAnalyzer *analyzer, int fd)
{
  g_autoptr (DlLineReader) reader = dl_line_reader_new (fd);
  g_autoptr (GError) error = NULL;
  DlExit exit_status = DL_EXIT_DONE;
  gboolean is_first = TRUE;
  DlLineStatus status;
  const char *line;
  gsize length;

  for (; (status = dl_line_reader_next (reader, &line, &length, &error)) <= DL_LINE_TOO_LONG;
       is_first = FALSE)
    {
      g_autofree char *json = NULL;

      if (is_first && length >= 3 && memcmp (line, BYTE_ORDER_MARK, 3) == 0)
        {
          line += 3;
          length -= 3;
        }
      if (status == DL_LINE_READ && is_blank (line, length))
        continue;

      json = status == DL_LINE_READ ? answer (analyzer, line, length, &exit_status)
                                    : refuse_length (&exit_status);
      if (!dl_terminal_print (json, "\n"))
        return DL_EXIT_FAILED;
    }

  if (status == DL_LINE_END)
    return exit_status;

  dl_terminal_complain (NULL, error->message);
  return DL_EXIT_FAILED;
}
