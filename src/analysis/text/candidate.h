/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "event.h"
#include "format.h"
#include "mention.h"
#include "timex.h"

G_BEGIN_DECLS

typedef enum
{
  DL_CANDIDATE_METONYM = 1 << 0,      /* a city or seat that stands for a government */
  DL_CANDIDATE_ANAPHOR = 1 << 1,      /* a head noun that only points back: “the meeting” */
  DL_CANDIDATE_ALIAS = 1 << 2,        /* another name, given in brackets, for @same */
  DL_CANDIDATE_LISTED = 1 << 3,       /* stands so in the tables */
  DL_CANDIDATE_SHORT = 1 << 4,        /* a part of a name given in full before: a surname */
  DL_CANDIDATE_DOUBTFUL = 1 << 5,     /* goes unless the article speaks for it */
  DL_CANDIDATE_LEARNED = 1 << 6,      /* found by the tagger */
  DL_CANDIDATE_DENIED = 1 << 7,       /* what was learned speaks against it */
  DL_CANDIDATE_HOME_SURNAME = 1 << 8, /* begins with a surname of Vietnamese alone */
} DlCandidateFlags;

/**
 * DlCandidate:
 *
 * A piece of text that a recogniser takes for a mention, before overlaps are resolved
 * and entities are made.  Strings are interned or belong to the lexicon, but for @office.
 */
typedef struct _DlCandidate DlCandidate;
struct _DlCandidate
{
  DlSpan span;
  DlSpan whole; /* with its context: “the meeting “…”” */
  guint block;
  guint sentence;       /* index in the reading */
  guint32 first, after; /* tokens of the passage; only while the passage is read */
  DlKind kind;
  DlCandidateFlags flags;
  const char *rule;
  double certainty;         /* 0 to 1 */
  const DlNameRecord *name; /* the row of the tables, or NULL */
  const char *id;           /* of the lexicon's entity, or NULL */
  const char *role;         /* “ministry”, or NULL */
  const char *head;         /* of events and documents: the value of the head noun, or NULL */
  const char *countries;    /* codes separated by a space; “”: none */
  char *office;             /* of persons, owned; or NULL */
  DlTimex *timex;           /* of dates, owned; or NULL */
  DlCandidate *same;        /* names the same thing, or NULL */
  DlChoice choice;          /* of a listed place, once chosen */
  guint entity;             /* index, once linked */
  guint index;              /* of the mention, once sorted */
};

DlCandidate *dl_candidate_new (DlKind kind, const char *rule, double certainty);
void dl_candidate_free (DlCandidate *self);
void dl_candidate_bind (DlCandidate *self, DlCandidate *owner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlCandidate, dl_candidate_free)

G_END_DECLS
