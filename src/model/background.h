/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "date.h"

G_BEGIN_DECLS

/**
 * DlFactKind:
 *
 * What sort of thing a background fact tells.
 */
typedef enum
{
  DL_FACT_ORGANISER,   /* @countries, @text: who called the meeting */
  DL_FACT_PARTICIPANT, /* @countries took part */
  DL_FACT_ABSENT,      /* @countries did not take part */
  DL_FACT_SESSION,     /* a part of the subject, led by @countries */
  DL_FACT_DOCUMENT,    /* @text names what was adopted; @date: when */
  DL_FACT_SPEECH,
  DL_FACT_EARLIER, /* something before the subject, at @date */
  DL_FACT_LATER,   /* something after it */
  DL_N_FACT_KINDS
} DlFactKind;

/**
 * DlFact:
 *
 * One thing that the article does not state, with who says so.  Owned by its
 * #DlBackground.
 */
typedef struct
{
  DlFactKind kind;
  char *text;       /* what it is, in the language that was asked for */
  char **countries; /* ISO 3166-1 alpha-2, “EU”; %NULL: none */
  DlDate *date;     /* or %NULL */
  char *source;     /* who says so; never %NULL */
  char *source_url; /* or %NULL */
} DlFact;

#define DL_TYPE_BACKGROUND (dl_background_get_type ())
G_DECLARE_FINAL_TYPE (DlBackground, dl_background, DL, BACKGROUND, GObject)

/* All is taken over: @id and @title copied; @names (element-type utf8) and
 * @facts (element-type DlFact, with dl_fact_free) by reference. */
DlBackground *dl_background_new (const char *id,
                                 const char *title,
                                 DlDate *date,
                                 GPtrArray *names,
                                 GPtrArray *facts);

const char *dl_background_get_id (DlBackground *self);
const char *dl_background_get_title (DlBackground *self);
DlDate *dl_background_get_date (DlBackground *self);
guint dl_background_get_n_names (DlBackground *self);
const char *dl_background_get_name (DlBackground *self, guint position);
guint dl_background_get_n_facts (DlBackground *self);
const DlFact *dl_background_get_fact (DlBackground *self, guint position);

DlFact *dl_fact_new (DlFactKind kind);
void dl_fact_free (DlFact *fact);
const char *dl_fact_kind_get_nick (DlFactKind kind);
gboolean dl_fact_kind_from_nick (const char *nick, DlFactKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlFact, dl_fact_free)

G_END_DECLS
