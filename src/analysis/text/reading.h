/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article.h"
#include "background.h"
#include "candidate.h"
#include "language.h"
#include "lexicon.h"
#include "phrases.h"
#include "tables.h"

G_BEGIN_DECLS

/* One sentence of the article. */
typedef struct
{
  DlSpan span;
  guint block;
  int tense;      /* of its verbs: -1 past, 0 not shown, 1 future */
  gboolean hints; /* says that it only hints at somebody; @hint: from where on */
  gsize hint;     /* byte of the article's text */
} DlSentence;

/* A word that names an act, found in a sentence. */
typedef struct
{
  DlSpan span;
  guint sentence;
  const char *act;     /* “meeting” */
  const char *subject; /* role of what stands before it: “participant”; or NULL */
  const char *object;  /* role of what stands after it; or NULL */
  gboolean weak;       /* makes an event only where a date stands by it */
  double certainty;
} DlAct;

/* The role of what does something that makes no event. */
#define DL_ROLE_ACTS "acts"

/* The role of whoever does the act, after its verb: that of its subject. */
#define DL_ROLE_DOER "doer"

/* That of whom or what the act is done to. */
#define DL_ROLE_TARGET "target"

/* That of a pronoun that stands for a person named before. */
#define DL_ROLE_PRONOUN "pronoun"

/* The role of what an act happens at: no actor of it. */
#define DL_ROLE_WHERE "where"

/* The role of a date with the words that it is part of: “signed on 22 January”, “which began on
 * Monday”.  It dates no other act of the sentence. */
#define DL_ROLE_OWNED "owned"

/* A word that gives away the country of the article. */
typedef struct
{
  const DlNameRecord *name;
  const char *country; /* its code */
  gboolean is_local;   /* of a report from a town */
} DlCountrySign;

/* Says that what stands at @span plays @role in the acts of its sentence; or if @acts names
 * sorts of them, in the nearest of these. */
typedef struct
{
  DlSpan span;
  guint sentence;
  const char *role; /* “organiser” */
  const char *acts; /* “meeting agreement”; NULL: any */
} DlRole;

/**
 * DlReading:
 *
 * What is known of one article while it is analysed; it belongs to one call and one
 * thread.
 */
typedef struct
{
  DlArticle *article;     /* borrowed */
  DlLexicon *lexicon;     /* borrowed */
  const DlTables *tables; /* of @lexicon */
  DlLanguage language;    /* of the article */
  GPtrArray *candidates;  /* of DlCandidate, owned; in the order of the text once resolved */
  GArray *sentences;      /* of DlSentence */
  GArray *acts;           /* of DlAct, in the order of the text */
  GArray *roles;          /* of DlRole, in the order of the text */
  GArray *openers;        /* of DlSpan, in the order of the text: words that open a clause */
  GArray *signs;          /* of DlCountrySign, each word once */
  GHashTable *shorts;     /* owned folded text → DlCandidate that it stands for */
  DlPhrases *phrases;     /* owned; or NULL: not asked for yet */
  DlDate *said;           /* owned: the day that the text says it is of; or NULL */
} DlReading;

DlReading *dl_reading_new (DlArticle *article, DlLexicon *lexicon, DlLanguage language);
void dl_reading_free (DlReading *self);
gboolean dl_reading_has_phrase (DlReading *self, const char *phrase);
void dl_reading_truncate (DlReading *self, guint n_candidates);
gboolean dl_role_is_of (const DlRole *self, const char *act);
guint dl_reading_find_role (DlReading *self, gsize offset);
DlSpan dl_reading_get_quote (DlReading *self, guint sentence, DlSpan around);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlReading, dl_reading_free)

G_END_DECLS
