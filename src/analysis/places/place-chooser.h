/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reading.h"

G_BEGIN_DECLS

void dl_place_chooser_run (DlReading *reading);
const char *dl_place_chooser_explain (DlChoice choice);

G_END_DECLS
