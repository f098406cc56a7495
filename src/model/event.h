/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "date.h"
#include "span.h"

G_BEGIN_DECLS

/**
 * DlActor:
 * @entity: index of the entity
 * @role: “organiser”, “participant”, “speaker”, “agent”, “target”: a nick of the tables
 */
typedef struct
{
  guint entity;
  const char *role;
} DlActor;

/**
 * DlEventFields:
 *
 * Everything an event holds; dl_event_new() copies it.
 */
typedef struct
{
  const char *act; /* what sort of act: “meeting”, “adoption”, “speech” …: a nick of the tables */
  const char *what;     /* the act in words of the text */
  DlSpan sentence;      /* the sentence that tells it; empty for one from the background */
  DlSpan trigger;       /* the words in it that name the act */
  const DlSpan *retold; /* further sentences that tell it, in the order of the text */
  guint n_retold;
  DlDate *date;       /* when; %NULL: the text does not say */
  guint date_mention; /* index of the mention of kind date, or %DL_NONE */
  gboolean during;    /* at some time within @date, not all of it */
  gboolean year_inferred;
  gboolean local_time;   /* @date counts in the place's own time … */
  const char *clock;     /* … in whose, by the text: an IANA zone (“America/New_York”), or the
                          * code of a country; %NULL: it does not say */
  const char *reason;    /* how @date was got, a sentence for the reader; or %NULL */
  const DlActor *actors; /* who */
  guint n_actors;
  guint place;            /* where: index of the entity, or %DL_NONE */
  const char *source;     /* of a background fact: who says so; %NULL: the article itself */
  const char *source_url; /* or %NULL */
  double certainty;       /* 0 to 1 */
} DlEventFields;

#define DL_TYPE_EVENT (dl_event_get_type ())
G_DECLARE_FINAL_TYPE (DlEvent, dl_event, DL, EVENT, GObject)

DlEvent *dl_event_new (const DlEventFields *fields);
const DlEventFields *dl_event_get_fields (DlEvent *self);
DlDate *dl_event_get_date (DlEvent *self);
gboolean dl_event_is_told_at (DlEvent *self, DlSpan span);
gboolean dl_event_is_background (DlEvent *self);

G_END_DECLS
