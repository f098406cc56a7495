/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "place-votes.h"

G_BEGIN_DECLS

void dl_place_neighbours_run (DlReading *reading, const DlPlaceVotes *votes);

G_END_DECLS
