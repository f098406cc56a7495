/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "date.h"
#include "kind.h"
#include "span.h"

G_BEGIN_DECLS

/**
 * DlEntityFields:
 *
 * Everything an entity holds; dl_entity_new() copies it.
 */
typedef struct
{
  const char *key; /* unique in the article and the same in the next analysis */
  DlKind kind;
  const char *name; /* as the article first gives it in full */
  const char *role; /* what it is: a nick of the tables (“ministry”, “bloc”, “city”), or %NULL */
  const char *office;           /* of a person: the words of the text that give it; or %NULL */
  const char *const *countries; /* ISO 3166-1 alpha-2, “EU”, “UN”; %NULL: none */
  const char *wikidata;         /* “Q884”, or %NULL */
  const char *zone;             /* of a town: the IANA zone of its clocks; %NULL: not known, or
                                 * that of its country, which has one alone */
  double latitude, longitude;   /* degrees, WGS 84; NAN: not known */
  double certainty;             /* of the surest mention */
  DlDate *date;                 /* kind date: its value; or %NULL */
  const guint *mentions;        /* indexes of its mentions, in the order of the text */
  guint n_mentions;
} DlEntityFields;

#define DL_TYPE_ENTITY (dl_entity_get_type ())
G_DECLARE_FINAL_TYPE (DlEntity, dl_entity, DL, ENTITY, GObject)

DlEntity *dl_entity_new (const DlEntityFields *fields);
const DlEntityFields *dl_entity_get_fields (DlEntity *self);
DlKind dl_entity_get_kind (DlEntity *self);
const char *dl_entity_get_name (DlEntity *self);
guint dl_entity_get_n_mentions (DlEntity *self);
guint dl_entity_get_mention (DlEntity *self, guint position);

G_END_DECLS
