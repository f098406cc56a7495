/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

/* What a country has that is named, and nothing else of it. */
#define DL_PLACE_VOTE_NAMED 2

typedef struct _DlPlaceVotes DlPlaceVotes;

DlPlaceVotes *dl_place_votes_new (DlReading *reading, const GPtrArray *places, GHashTable *settled);
void dl_place_votes_free (DlPlaceVotes *self);
guint dl_place_votes_get (const DlPlaceVotes *self, const char *id);
guint dl_place_votes_get_most (const DlPlaceVotes *self);
const char *dl_place_votes_get_leader (const DlPlaceVotes *self);
guint dl_place_votes_score (const DlPlaceVotes *self, const DlEntityRecord *entity);
gboolean dl_place_votes_are_local (const DlPlaceVotes *self,
                                   const DlCandidate *candidate,
                                   const char *country);
const char *dl_place_votes_find_home (const DlPlaceVotes *self, const DlCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DlPlaceVotes, dl_place_votes_free)

G_END_DECLS
