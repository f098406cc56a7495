/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "background.h"
#include "reading.h"

G_BEGIN_DECLS

GPtrArray *dl_part_finder_run (DlReading *reading, GPtrArray *events, DlBackground *background);

G_END_DECLS
