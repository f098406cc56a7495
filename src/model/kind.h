/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DlKind:
 *
 * What sort of thing a mention names.  The nick of each (dl_kind_get_nick()) is what
 * the JSON contract and the tables write.
 */
typedef enum
{
  DL_KIND_COUNTRY,
  DL_KIND_DEMONYM, /* a people, or an adjective of a country: “Korean” */
  DL_KIND_PLACE,
  DL_KIND_ORGANISATION, /* blocs and governments too */
  DL_KIND_PERSON,
  DL_KIND_EVENT,
  DL_KIND_DOCUMENT,
  DL_KIND_DATE,
  DL_KIND_MONEY,
  DL_KIND_QUANTITY,
  DL_KIND_TERM,
  DL_N_KINDS
} DlKind;

const char *dl_kind_get_nick (DlKind kind);
gboolean dl_kind_from_nick (const char *nick, DlKind *kind);

G_END_DECLS
