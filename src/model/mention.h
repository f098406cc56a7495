/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "choice.h"
#include "date.h"
#include "kind.h"
#include "span.h"

G_BEGIN_DECLS

/* No such index. */
#define DL_NONE G_MAXUINT

/**
 * DlMentionFields:
 *
 * Everything a mention holds; dl_mention_new() copies it.  Indexes are positions in the
 * lists of the #DlAnnotations that the mention belongs to.
 */
typedef struct
{
  DlSpan span;
  DlKind kind;
  guint entity;                 /* index of the entity, or %DL_NONE: of the end of a range */
  guint within;                 /* index of the enclosing mention, or %DL_NONE */
  const char *const *countries; /* ISO 3166-1 alpha-2, “EU”, “UN”; %NULL: none */
  const char *rule;             /* which rule found it: “vi-ministry” */
  const char *reason;           /* why this value was chosen, a sentence for the reader; or %NULL */
  double certainty;             /* 0 to 1 */
  DlChoice choice;              /* of a place: among others of its name */
  double latitude, longitude;   /* degrees, WGS 84; NAN: not known */
  DlDate *date;                 /* kind date: its value; %NULL for durations and sets */
  gboolean year_inferred;       /* the text does not state the year of @date */
  gboolean local_time;          /* the text says that it counts in the place's own time … */
  const char *clock;       /* … and in whose: an IANA zone, or the code of a country; or %NULL */
  const char *timex_type;  /* DATE, TIME, DURATION, SET; %NULL unless a date, and for
                                 * a range that encloses its two ends as mentions */
  const char *timex_value; /* TIMEX3 value; %NULL like @timex_type */
} DlMentionFields;

#define DL_TYPE_MENTION (dl_mention_get_type ())
G_DECLARE_FINAL_TYPE (DlMention, dl_mention, DL, MENTION, GObject)

DlMention *dl_mention_new (const DlMentionFields *fields);
const DlMentionFields *dl_mention_get_fields (DlMention *self);
DlSpan dl_mention_get_span (DlMention *self);
DlKind dl_mention_get_kind (DlMention *self);
guint dl_mention_get_entity (DlMention *self);

G_END_DECLS
