/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "background.h"
#include "reading.h"

G_BEGIN_DECLS

DlBackground *dl_background_matcher_find (DlReading *reading, GPtrArray *backgrounds);

G_END_DECLS
