/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "command.h"
#include "json.h"
#include "terminal.h"
#include "text.h"

static gboolean
print_article (DlArticle *article, gboolean json, gboolean is_alone)
{
  g_autofree char *text =
    json ? dl_json_from_article (article, is_alone) : dl_text_from_article (article);

  return dl_terminal_print (text, json ? "\n" : "");
}

static DlArticle *
choose (DlArticle *article, gboolean whole)
{
  DlArticle *page = dl_article_get_fields (article)->whole;

  return whole && page != NULL ? page : article;
}

static DlExit
read_file (const char *path, gboolean json, gboolean is_alone, gboolean whole)
{
  g_autoptr (GPtrArray) articles = dl_terminal_load (path);

  if (articles == NULL)
    return DL_EXIT_FAILED;

  for (guint i = 0; i < articles->len; i++)
    if (!print_article (choose (articles->pdata[i], whole), json, is_alone && articles->len == 1))
      return DL_EXIT_FAILED;

  return DL_EXIT_DONE;
}

/**
 * dl_command_read:
 * @argc: how many words
 * @argv: the words of the command line from “read” on
 *
 * Writes articles as they were imported.
 *
 * Returns: what to leave to the shell
 */
DlExit
dl_command_read (int argc, char *argv[])
{
  g_autofree char *format = NULL;
  g_auto (GStrv) files = NULL;
  gboolean whole = FALSE;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to write it: text or json"),
      N_ ("FORMAT") },
    { "whole-page", 'w', 0, G_OPTION_ARG_NONE, &whole,
      N_ ("Write all the text of a web page, not its article only"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  DlExit status = DL_EXIT_DONE;

  g_option_context_set_summary (context, _ ("Write articles as they are read."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      !dl_terminal_parse_format (format, &json, &error))
    {
      dl_terminal_complain (NULL, error->message);
      return DL_EXIT_USAGE;
    }
  if (files == NULL)
    {
      dl_terminal_complain (NULL, _ ("Name a file to read."));
      return DL_EXIT_USAGE;
    }

  for (guint i = 0; files[i] != NULL; i++)
    if (read_file (files[i], json, files[1] == NULL, whole) != DL_EXIT_DONE)
      status = DL_EXIT_FAILED;

  return status;
}
