/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "command.h"
#include "lexicon.h"
#include "terminal.h"

static const struct
{
  const char *name, *summary;
  DlExit (*run) (int argc, char *argv[]);
} commands[] = {
  { "annotate", N_ ("Find who, where and when in articles"), dl_command_annotate },
  { "read", N_ ("Write articles as they are read"), dl_command_read },
};

static char *
describe_commands (void)
{
  GString *out = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "\n  %-10s %s", commands[i].name, _ (commands[i].summary));
  g_string_append_printf (out, "\n\n%s",
                          _ ("“dateline-cli COMMAND --help” tells more about a command."));
  return g_string_free (out, FALSE);
}

static DlExit
run_command (int argc, char *argv[])
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[0]))
      {
        g_autofree char *name = g_strconcat (g_get_prgname (), " ", argv[0], NULL);

        g_set_prgname (name);
        return commands[i].run (argc, argv);
      }

  dl_terminal_complain (argv[0], _ ("There is no such command. Try --help."));
  return DL_EXIT_USAGE;
}

int
main (int argc, char *argv[])
{
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Write the version and leave"), NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  dl_set_up_locale ();
  g_set_prgname ("dateline-cli");
  summary = describe_commands ();
  context = g_option_context_new (_ ("COMMAND …"));
  g_option_context_set_summary (context, summary);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      dl_terminal_complain (NULL, error->message);
      return DL_EXIT_USAGE;
    }

  if (version)
    return dl_terminal_print ("dateline-cli " APP_VERSION, "\n") ? DL_EXIT_DONE : DL_EXIT_FAILED;
  if (argc < 2)
    {
      dl_terminal_complain (NULL, _ ("Name a command: annotate or read. Try --help."));
      return DL_EXIT_USAGE;
    }

  return run_command (argc - 1, argv + 1);
}
