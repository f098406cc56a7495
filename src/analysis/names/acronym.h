/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

guint dl_acronym_find_name (DlPassage *passage, const char *acronym, guint after);

G_END_DECLS
