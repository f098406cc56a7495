/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "terminal.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "importer.h"

/* What every command does the same way: complain, print, load, know its reader. */

/* Where the system shows what is open, “<(…)” of a shell too. */
#define DESCRIPTORS "/dev/fd/"

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

/* Returns: which of the descriptors that the shell has opened @path means, or -1: it is a file */
static int
find_descriptor (const char *path)
{
  guint64 number;

  if (g_str_equal (path, "-") || g_str_equal (path, "/dev/stdin"))
    return STDIN_FILENO;
  if (g_str_has_prefix (path, DESCRIPTORS) &&
      g_ascii_string_to_unsigned (path + strlen (DESCRIPTORS), 10, 0, G_MAXINT, &number, NULL))
    return number;

  return -1;
}

static GPtrArray *
load_descriptor (int descriptor, const char *name, GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (descriptor, FALSE);
  g_autoptr (GBytes) bytes = dl_file_bytes_drain (stream, NULL, error);

  return bytes != NULL ? dl_importer_import_all (bytes, name, error) : NULL;
}

static GPtrArray *
load_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return dl_importer_load_all (file, NULL, error);
}

/**
 * dl_terminal_load:
 * @path: a file's name or URI, as it was typed; “-” is standard input
 *
 * Returns: (transfer full) (nullable) (element-type DlArticle): the articles in it; if it could
 *   not be read, it has complained
 */
GPtrArray *
dl_terminal_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  const int descriptor = find_descriptor (path);
  GPtrArray *articles =
    descriptor >= 0 ? load_descriptor (descriptor, "stdin", &error) : load_file (path, &error);

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
