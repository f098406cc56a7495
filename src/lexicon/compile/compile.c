/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "builder.h"

/* compile OUTPUT TABLE.xml…: makes the file that DlLexicon maps.  Runs at build time. */
int
main (int argc, char *argv[])
{
  g_autoptr (DlBuilder) builder = dl_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) trie = NULL;
  gboolean done = argc >= 3;

  for (int i = 2; done && i < argc; i++)
    done = dl_table_read (builder, argv[i], &error);
  done = done && dl_builder_finish (builder, &error);
  if (done)
    {
      trie = dl_trie_build (builder->names);
      done = dl_builder_write (builder, trie, argv[1], &error);
    }
  if (!done)
    g_printerr ("compile: %s\n", error != NULL ? error->message : "usage: compile OUTPUT TABLE…");

  return done ? 0 : 1;
}
