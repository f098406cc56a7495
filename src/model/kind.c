/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "kind.h"

#include "nick.h"

static const char *const nicks[DL_N_KINDS] = {
  [DL_KIND_COUNTRY] = "country",           [DL_KIND_DEMONYM] = "demonym", [DL_KIND_PLACE] = "place",
  [DL_KIND_ORGANISATION] = "organisation", [DL_KIND_PERSON] = "person",   [DL_KIND_EVENT] = "event",
  [DL_KIND_DOCUMENT] = "document",         [DL_KIND_DATE] = "date",       [DL_KIND_MONEY] = "money",
  [DL_KIND_QUANTITY] = "quantity",         [DL_KIND_TERM] = "term",
};

/**
 * dl_kind_get_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in tables and exports, “organisation”
 */
const char *
dl_kind_get_nick (DlKind kind)
{
  g_return_val_if_fail ((guint) kind < DL_N_KINDS, NULL);

  return nicks[kind];
}

/**
 * dl_kind_from_nick:
 * @nick: (nullable): a nick
 * @kind: (out): the kind; untouched if there is none
 *
 * Returns: whether @nick names a kind
 */
gboolean
dl_kind_from_nick (const char *nick, DlKind *kind)
{
  guint value;

  if (!dl_nick_find (nicks, DL_N_KINDS, nick, &value))
    return FALSE;

  *kind = value;
  return TRUE;
}
