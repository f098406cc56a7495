/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "nick.h"

/**
 * dl_nick_find:
 * @nicks: the nick of each value of an enumeration
 * @n_nicks: how many there are
 * @nick: (nullable): the one to look for
 * @value: (out): its value; untouched if there is none
 *
 * Returns: whether @nick is one of @nicks
 */
gboolean
dl_nick_find (const char *const *nicks, guint n_nicks, const char *nick, guint *value)
{
  for (guint i = 0; i < n_nicks; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}
