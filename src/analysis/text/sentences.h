/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

void dl_sentences_find (DlPassage *passage);
void dl_sentences_close (DlPassage *passage);

G_END_DECLS
