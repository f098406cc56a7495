/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "date.h"

G_BEGIN_DECLS

typedef enum
{
  DL_TIMEX_DATE,
  DL_TIMEX_TIME,
  DL_TIMEX_DURATION,
  DL_TIMEX_SET
} DlTimexType;

/* Whether an expression is whole, or an end of the range around it. */
typedef enum
{
  DL_TIMEX_WHOLE,
  DL_TIMEX_START,
  DL_TIMEX_END
} DlTimexEnd;

/**
 * DlTimex:
 *
 * A temporal expression: what its words say (@expression, what a rule's value= and its
 * captures give), and what it comes to once resolved (@date, @value).
 */
typedef struct
{
  DlTimexType type;
  char *expression; /* owned: the filled-in value= of the rule, before resolution */
  DlDate *date;     /* owned: the value; NULL for durations, sets and what stays open */
  char *value;      /* owned: the TIMEX3 value */
  char *reason;     /* owned: how it was resolved, a sentence for the reader; or NULL */
  gboolean year_inferred;
  gboolean local_time;
  const char *clock; /* interned: whose local time, DlEventFields.clock; or NULL */
  gboolean has_ends; /* a range whose ends are expressions of their own, which follow it */
  DlTimexEnd end;    /* if not whole, @expression is that of the range around it */
  int tense;         /* of the verb by it: -1 past, 0 not shown, 1 future */
} DlTimex;

DlTimex *dl_timex_new (DlTimexType type, const char *expression);
void dl_timex_free (DlTimex *self);
const char *dl_timex_type_get_nick (DlTimexType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlTimex, dl_timex_free)

G_END_DECLS
