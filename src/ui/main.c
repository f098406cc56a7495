/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"
#include "lexicon.h"

int
main (int argc, char *argv[])
{
  g_autoptr (DlApplication) application = NULL;

  dl_set_up_locale ();
  application = dl_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
