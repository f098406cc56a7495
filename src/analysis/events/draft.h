/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "event.h"
#include "reading.h"

G_BEGIN_DECLS

/**
 * DlDraft:
 *
 * An event while its pieces are gathered from the sentences that tell it.
 */
typedef struct
{
  const DlAct *act;   /* that tells it first; belongs to the reading */
  DlCandidate *event; /* the mention that names it, or NULL */
  DlCandidate *when;  /* the mention that dates it, or NULL */
  DlSpan what;        /* the words that tell it */
  DlDate *date;       /* owned; or NULL */
  gboolean during;    /* within @date, not all of it */
  gboolean reported;  /* what somebody says of @date, by no act that is known */
  gboolean year_inferred;
  char *reason;   /* owned; or NULL */
  GArray *actors; /* of DlActor */
  GArray *retold; /* of DlSpan: further sentences that tell it */
  guint place;    /* entity, or DL_NONE */
} DlDraft;

DlDraft *dl_draft_new (const DlAct *act);
void dl_draft_free (DlDraft *self);
void dl_draft_add_actor (DlDraft *self, guint entity, const char *role);
void dl_draft_set_when (DlDraft *self, DlCandidate *when);
void dl_draft_set_date (DlDraft *self, DlDate *date);
void dl_draft_absorb (DlDraft *self, const DlDraft *other, DlReading *reading);
DlEvent *dl_draft_make_event (DlDraft *self, DlReading *reading);

G_END_DECLS
