/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

void dl_short_names_find_repeats (DlPassage *passage);
void dl_short_names_remember (DlReading *reading, guint first_candidate);

G_END_DECLS
