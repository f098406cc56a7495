/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kind.h"

G_BEGIN_DECLS

/**
 * DlLexiconEntity:
 *
 * A thing the tables know.  Strings live as long as the lexicon; those not given are “”.
 */
typedef struct
{
  const char *id; /* “KR”, “EU”, “seoul”, “nato”: unique in all tables */
  DlKind kind;
  const char *role; /* “country”, “bloc”, “capital”, “ministry” …; “” if none */
  const char *countries;      /* codes separated by a space: “KR”; of a bloc its own code */
  const char *wikidata;       /* “Q884” */
  const char *zone;           /* of a town whose country has several: “America/New_York” */
  double latitude, longitude; /* degrees, WGS 84; NAN: not known */
} DlLexiconEntity;

/**
 * DlMember:
 * @country: ISO 3166-1 alpha-2
 * @from: first year of membership; 0: not known
 * @until: last year; 0: still a member
 */
typedef struct
{
  const char *country;
  int from;
  int until;
} DlMember;

#define DL_TYPE_LEXICON (dl_lexicon_get_type ())
G_DECLARE_FINAL_TYPE (DlLexicon, dl_lexicon, DL, LEXICON, GObject)

DlLexicon *dl_lexicon_open (const char *path, GError **error);
DlLexicon *dl_lexicon_open_default (GError **error);
void dl_lexicon_release_pages (DlLexicon *self);

gboolean dl_lexicon_find_entity (DlLexicon *self, const char *id, DlLexiconEntity *entity);
const char *dl_lexicon_get_entity_name (DlLexicon *self, const char *id, const char *language);
gboolean dl_member_is_in (const DlMember *self, int year);
guint dl_lexicon_get_members (DlLexicon *self, const char *bloc, DlMember *members, guint size);

char *dl_data_path (const char *name);
char *dl_helper_path (const char *name);
char *dl_schema_folder (void);
void dl_set_up_locale (void);

G_END_DECLS
