/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

void dl_compound_recognizer_run (DlPassage *passage);

G_END_DECLS
