/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "span.h"

G_BEGIN_DECLS

/**
 * DlPart:
 *
 * The part a country plays in an article, the strongest first.
 */
typedef enum
{
  DL_PART_ACTS,       /* does something, or takes part */
  DL_PART_NAMED,      /* is spoken of */
  DL_PART_BACKGROUND, /* takes part by the background file, not by the text */
  DL_PART_MEMBER,     /* belongs to a bloc that takes part */
  DL_PART_HINTED,     /* is only hinted at */
  DL_N_PARTS
} DlPart;

/**
 * DlCountryFields:
 *
 * Everything a country's row holds; dl_country_new() copies it.
 */
typedef struct
{
  const char *code; /* ISO 3166-1 alpha-2 */
  DlPart part;
  DlSpan sentence;       /* the sentence that says so; empty: none does */
  const char *bloc;      /* %DL_PART_MEMBER: the bloc's code, “EU”; else %NULL */
  const char *source;    /* %DL_PART_BACKGROUND: who says so; else %NULL */
  const guint *mentions; /* indexes of the mentions that carry @code, in the order of the text */
  guint n_mentions;
} DlCountryFields;

#define DL_TYPE_COUNTRY (dl_country_get_type ())
G_DECLARE_FINAL_TYPE (DlCountry, dl_country, DL, COUNTRY, GObject)

DlCountry *dl_country_new (const DlCountryFields *fields);
const DlCountryFields *dl_country_get_fields (DlCountry *self);
const char *dl_country_get_code (DlCountry *self);
DlPart dl_country_get_part (DlCountry *self);

const char *dl_part_get_nick (DlPart part);

G_END_DECLS
