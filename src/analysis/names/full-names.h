/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

void dl_full_names_find (DlPassage *passage);
void dl_full_names_remember (DlReading *reading, guint first_candidate);

G_END_DECLS
