/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "terminal.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "importer.h"

/* What every command does the same way: complain, print, load, know its reader. */

/**
 * dl_terminal_complain:
 * @subject: (nullable): what it is about: a file's name
 * @message: a sentence
 *
 * Says on standard error that something went wrong.
 */
void
dl_terminal_complain (const char *subject, const char *message)
{
  if (subject == NULL)
    g_printerr ("dateline-cli: %s\n", message);
  else
    g_printerr ("dateline-cli: %s: %s\n", subject, message);
}

/**
 * dl_terminal_print:
 * @text: what to write
 * @end: what to write behind it: the end of a line
 *
 * Writes to standard output, and sees that it leaves.  The bytes are UTF-8 in any locale.
 *
 * Returns: whether they could be written; if not, it has complained
 */
gboolean
dl_terminal_print (const char *text, const char *end)
{
  if (fputs (text, stdout) >= 0 && fputs (end, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;

  dl_terminal_complain (NULL, g_strerror (errno));
  return FALSE;
}

/**
 * dl_terminal_parse_format:
 * @format: (nullable): what “--format” says; %NULL: text
 * @json: (out): whether it is JSON
 * @error: return location
 *
 * Returns: whether there is such a format; if not, %G_OPTION_ERROR_BAD_VALUE is set
 */
gboolean
dl_terminal_parse_format (const char *format, gboolean *json, GError **error)
{
  *json = g_strcmp0 (format, "json") == 0;
  if (*json || format == NULL || g_str_equal (format, "text"))
    return TRUE;

  /* TRANSLATORS: “text” and “json” are typed as they are */
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("There is no format “%s”: it is text or json."), format);
  return FALSE;
}

/**
 * dl_terminal_load:
 * @path: a file's name or URI, as it was typed
 *
 * Returns: (transfer full) (nullable) (element-type DlArticle): the articles in it; if it could
 *   not be read, it has complained
 */
GPtrArray *
dl_terminal_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  GPtrArray *articles = dl_importer_load_all (file, NULL, &error);

  if (articles == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      dl_terminal_complain (name, error->message);
    }

  return articles;
}

/**
 * dl_terminal_get_language:
 *
 * Returns: (transfer none): the language of the messages, BCP 47
 */
const char *
dl_terminal_get_language (void)
{
  static char *language = NULL;

  if (language == NULL)
    {
      const char *name = g_get_language_names ()[0];
      gboolean is_none = g_str_has_prefix (name, "C") || g_str_equal (name, "POSIX");

      language = is_none ? g_strdup ("en") : g_strndup (name, strcspn (name, ".@"));
      g_strdelimit (language, "_", '-');
    }

  return language;
}
