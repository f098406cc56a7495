/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

/**
 * DlScene:
 * @drafts: (element-type DlDraft): of all sentences so far
 * @frames: entity of an event → the DlDraft that tells of it
 * @sentence: where it stands
 * @seen: the piece of it that is looked at
 * @first: position in the reading of its first candidate
 * @after: the one after the last
 *
 * One sentence while its acts are read.
 */
typedef struct
{
  DlReading *reading;
  GPtrArray *drafts;
  GHashTable *frames;
  DlSpan sentence, seen;
  guint first, after;
} DlScene;

void dl_scene_set_sentence (DlScene *self, guint sentence);
void dl_scene_look_at (DlScene *self, const DlAct *act);
gboolean dl_scene_is_far (const DlAct *a, const DlAct *b);
DlCandidate *dl_scene_find_nearest (const DlScene *self, const DlAct *act, DlKind kind);
gboolean
dl_scene_is_outdone (const DlScene *self, const DlAct *act, DlSpan span, gboolean by_clause);
DlCandidate *dl_scene_get_candidate (const DlScene *self, guint position);
DlCandidate *dl_scene_find_object (const DlScene *self, const DlAct *act);
const DlAct *dl_scene_find_saying (const DlScene *self, const DlAct *act);
gboolean dl_scene_can_date (const DlScene *self, const DlCandidate *candidate);
gboolean dl_scene_is_told_by (const DlScene *self, const DlCandidate *date, DlSpan span);
gboolean dl_scene_may_date (const DlScene *self, const DlCandidate *date, DlSpan span);
gboolean dl_scene_is_actor (const DlCandidate *candidate);
gboolean dl_scene_is_where (const DlScene *self, const DlCandidate *candidate);
gboolean dl_scene_is_saying (const DlAct *act);

G_END_DECLS
