/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

/* How sure the recogniser is of a name with, and without, a word before it that speaks
 * for a place. */
#define DL_TOWN_CUED 0.4
#define DL_TOWN_BARE 0.3

void dl_town_recognizer_run (DlPassage *passage);

G_END_DECLS
