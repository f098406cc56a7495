/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

/* A pattern may name so many pieces of what it matched. */
#define DL_MATCH_MAX_CAPTURES 16

/**
 * DlCapture:
 * @name: string of the tables
 * @first: its first token
 * @after: the token after its last
 * @edge: index of the passage's edge that it is, or %DL_FORMAT_NONE
 */
typedef struct
{
  guint32 name;
  guint32 first;
  guint32 after;
  guint32 edge;
} DlCapture;

/**
 * DlMatch:
 * @rule: the rule
 * @first: first token of the mention
 * @after: the token after its last
 * @begin: first token that the pattern needed, context too
 * @end: the token after the last it needed
 */
typedef struct
{
  const DlRuleRecord *rule;
  guint32 first, after;
  guint32 begin, end;
  guint n_captures;
  DlCapture captures[DL_MATCH_MAX_CAPTURES];
} DlMatch;

void dl_match_copy (DlMatch *to, const DlMatch *from);
const char *dl_match_get_attribute (DlPassage *passage, const DlMatch *match, const char *name);
const DlCapture *dl_match_find (DlPassage *passage, const DlMatch *match, const char *name);
const DlEdge *dl_capture_get_edge (DlPassage *passage, const DlCapture *capture);

G_END_DECLS
