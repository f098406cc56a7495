/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "analyzer.h"
#include "command.h"
#include "importer.h"
#include "json.h"
#include "jsonl.h"
#include "lexicon.h"
#include "tag.h"
#include "terminal.h"
#include "text.h"
#include "timestamp.h"

/* What the command line asks for. */
typedef struct
{
  char *format;
  char *published;
  char *language;
  char **background_files; /* file names */
  gboolean no_background;  /* leave out those that ship */
  gboolean jsonl;
  char **files; /* file names */

  gboolean json;
  DlDate *date; /* of @published; or %NULL */
} Options;

static void
clear_options (Options *self)
{
  g_free (self->format);
  g_free (self->published);
  g_free (self->language);
  g_strfreev (self->background_files);
  g_strfreev (self->files);
  g_clear_pointer (&self->date, dl_date_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
set_usage (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, message);
  return FALSE;
}

/* What GOption cannot know. */
static gboolean
check_options (Options *self, GError **error)
{
  if (self->jsonl && (self->files != NULL || self->format != NULL))
    return set_usage (error, _ ("--jsonl reads standard input and writes JSON: name no file and "
                                "no format with it."));
  if (!self->jsonl && self->files == NULL)
    return set_usage (error, _ ("Name a file to annotate, or use --jsonl."));
  if (self->jsonl && (self->published != NULL || self->language != NULL))
    return set_usage (error, _ ("With --jsonl each line gives its own “dct” and “lang”."));
  if (!dl_terminal_parse_format (self->format, &self->json, error))
    return FALSE;
  if (self->language != NULL && !dl_tag_check (self->language, error))
    return FALSE;
  if (self->published == NULL)
    return TRUE;

  self->date = dl_timestamp_parse_given (self->published, error);
  return self->date != NULL;
}

static gboolean
parse_options (Options *self, int argc, char *argv[], GError **error)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format, N_ ("How to write it: text or json"),
      N_ ("FORMAT") },
    { "published", 'p', 0, G_OPTION_ARG_STRING, &self->published,
      N_ ("When the article was published, such as 2021-10-15"), N_ ("DATE") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &self->language,
      N_ ("The language of the article, such as vi"), N_ ("TAG") },
    { "background", 'b', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->background_files,
      N_ ("A background file to use too"), N_ ("FILE") },
    { "no-background", 0, 0, G_OPTION_ARG_NONE, &self->no_background,
      N_ ("Use no background file that came with the program"), NULL },
    { "jsonl", 0, 0, G_OPTION_ARG_NONE, &self->jsonl,
      N_ ("Read one JSON object a line from standard input (id, text, dct, lang), write one a "
          "line"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, N_ ("FILE…") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _ ("Find who, where and when in articles."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, &argc, &argv, error) && check_options (self, error);
}

static DlBackground *
load_background (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes = dl_file_bytes_load (file, NULL, error);

  if (bytes == NULL)
    return NULL;

  return dl_background_importer_import (bytes, dl_terminal_get_language (), error);
}

/* The backgrounds, those that were named first; %NULL: one could not be read. */
static GPtrArray *
load_backgrounds (const Options *options)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = NULL;

  for (char **path = options->background_files; path != NULL && *path != NULL; path++)
    {
      g_autoptr (GError) error = NULL;
      DlBackground *background = load_background (*path, &error);

      if (background == NULL)
        {
          g_autofree char *name = g_filename_display_name (*path);

          dl_terminal_complain (name, error->message);
          return NULL;
        }
      g_ptr_array_add (all, background);
    }

  if (!options->no_background)
    folder = dl_data_path ("background");
  if (folder != NULL)
    g_ptr_array_extend_and_steal (all,
                                  dl_background_importer_load_folder (folder,
                                                                      dl_terminal_get_language ()));

  return g_steal_pointer (&all);
}

static DlAnalyzer *
make_analyzer (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlLexicon) lexicon = dl_lexicon_open_default (&error);
  g_autoptr (GPtrArray) backgrounds = NULL;

  if (lexicon == NULL)
    {
      dl_terminal_complain (NULL, error->message);
      return NULL;
    }

  backgrounds = load_backgrounds (options);
  return backgrounds == NULL ? NULL : dl_analyzer_new (lexicon, backgrounds);
}

/* What the command line says of the article counts for more than what it says itself. */
static DlArticle *
state (DlArticle *article, const Options *options)
{
  DlArticleFields fields = *dl_article_get_fields (article);

  if (options->date != NULL)
    fields.published = options->date;
  if (options->language != NULL)
    fields.language = options->language;

  return dl_article_copy_with (article, &fields);
}

static DlExit
annotate_article (DlAnalyzer *analyzer, DlArticle *read, const Options *options, gboolean is_alone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DlArticle) article = state (read, options);
  g_autoptr (DlAnnotations) annotations = dl_analyzer_analyze (analyzer, article, NULL, &error);
  g_autofree char *text = NULL;

  if (annotations == NULL)
    {
      dl_terminal_complain (dl_article_get_fields (read)->id, error->message);
      return DL_EXIT_FAILED;
    }

  if (options->json)
    text = dl_json_from_annotations (annotations, is_alone);
  else
    text = dl_text_from_annotations (annotations);
  return dl_terminal_print (text, options->json || !is_alone ? "\n" : "") ? DL_EXIT_DONE
                                                                          : DL_EXIT_FAILED;
}

static DlExit
annotate_file (DlAnalyzer *analyzer, const char *path, const Options *options)
{
  g_autoptr (GPtrArray) articles = dl_terminal_load (path);
  DlExit status = articles != NULL ? DL_EXIT_DONE : DL_EXIT_FAILED;
  gboolean is_alone = options->files[1] == NULL && articles != NULL && articles->len == 1;

  for (guint i = 0; articles != NULL && i < articles->len; i++)
    if (annotate_article (analyzer, articles->pdata[i], options, is_alone) != DL_EXIT_DONE)
      status = DL_EXIT_FAILED;

  return status;
}

/**
 * dl_command_annotate:
 * @argc: how many words
 * @argv: the words of the command line from “annotate” on
 *
 * Writes what was found in articles.
 *
 * Returns: what to leave to the shell
 */
DlExit
dl_command_annotate (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (DlAnalyzer) analyzer = NULL;
  DlExit status = DL_EXIT_DONE;

  if (!parse_options (&options, argc, argv, &error))
    {
      dl_terminal_complain (NULL, error->message);
      return DL_EXIT_USAGE;
    }

  analyzer = make_analyzer (&options);
  if (analyzer == NULL)
    return DL_EXIT_FAILED;
  if (options.jsonl)
    return dl_jsonl_run (analyzer, STDIN_FILENO);

  for (guint i = 0; options.files[i] != NULL; i++)
    if (annotate_file (analyzer, options.files[i], &options) != DL_EXIT_DONE)
      status = DL_EXIT_FAILED;

  return status;
}
