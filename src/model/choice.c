/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "choice.h"

static const char *const nicks[DL_N_CHOICES] = {
  [DL_CHOICE_STATED] = "stated",
  [DL_CHOICE_LIKELY] = "likely",
  [DL_CHOICE_OPEN] = "open",
  [DL_CHOICE_UNLISTED] = "unlisted",
};

/**
 * dl_choice_get_nick:
 * @choice: a choice
 *
 * Returns: (transfer none) (nullable): its name in exports, “stated”; %NULL where there was
 *   nothing to choose
 */
const char *
dl_choice_get_nick (DlChoice choice)
{
  g_return_val_if_fail ((guint) choice < DL_N_CHOICES, NULL);

  return nicks[choice];
}
