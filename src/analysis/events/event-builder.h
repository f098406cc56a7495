/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "background.h"
#include "reading.h"

G_BEGIN_DECLS

GPtrArray *dl_event_builder_run (DlReading *reading, DlBackground *background);

G_END_DECLS
