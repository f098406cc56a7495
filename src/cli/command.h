/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlExit:
 * @DL_EXIT_DONE: all of it was done
 * @DL_EXIT_FAILED: something could not be read, understood or written; the rest was done
 * @DL_EXIT_USAGE: the command line makes no sense; nothing was done
 *
 * What a command leaves to the shell.
 */
typedef enum
{
  DL_EXIT_DONE = 0,
  DL_EXIT_FAILED = 1,
  DL_EXIT_USAGE = 2,
} DlExit;

DlExit dl_command_annotate (int argc, char *argv[]);
DlExit dl_command_read (int argc, char *argv[]);

G_END_DECLS
